import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextQuery } from '../../src/contract/index.ts';
import { compileQuery, findSpans } from '../../src/services/find/pattern.ts';
import { replaceIn } from '../../src/services/find/replace.ts';
import { type Harness, makeDocument, startServices } from './harness.ts';

const TEXTS = {
  vi: 'Ông Đức mua 3 con cá.\n\nÔng Đức nấu canh chua.\n\nTrời sắp mưa rồi.',
  de: 'Herr Duc kauft 3 Fische.\n\nHerr Duc kocht eine saure Suppe, sagt Herr Duc.\n\nGleich wird es regnen.',
};
const query = (text: string, more: Partial<TextQuery> = {}): TextQuery => ({
  text,
  mode: 'loose',
  at: 'start',
  matchCase: false,
  ...more,
});
type Place = { project: string; documentId: number };

const textsOf = async ({ client }: Harness, place: Place): Promise<string[]> => {
  const { rows, cells } = await client.grid.rows({ ...place, from: 0, to: 50 });
  return [
    ...rows.flatMap(({ source }) => source?.text ?? []),
    ...cells.flatMap(({ segments }) => segments.map(({ text }) => text)),
  ];
};
const revisionOf = async ({ client }: Harness, place: Place): Promise<number> =>
  (await client.grid.rows({ ...place, from: 0, to: 1 })).revision;

test('preview, all at once as one step, undo', async () => {
  const harness = startServices();
  const place = await makeDocument(harness, TEXTS);
  const { client } = harness;
  const before = await textsOf(harness, place);
  const asked = { ...place, query: query('duc', { at: 'word' as const }), replacement: 'Minh' };
  const preview = await client.find.replacePreview(asked);
  expect(preview.sentences.map(({ after }) => after)).toEqual([
    'Ông Minh mua 3 con cá.',
    'Herr Minh kauft 3 Fische.',
    'Ông Minh nấu canh chua.',
    'Herr Minh kocht eine saure Suppe, sagt Herr Minh.',
  ]);
  expect(await textsOf(harness, place)).toEqual(before);
  const revision = await revisionOf(harness, place);
  const outcome = await client.find.replace({ ...asked, chosen: 'all', revision });
  expect(outcome).toMatchObject({ possible: true, say: 'edit.replaced', params: { count: 4 } });
  const after = await textsOf(harness, place);
  expect(after.filter((text) => /Duc|Đức/.test(text))).toEqual([]);
  expect(await client.find.replace({ ...asked, chosen: 'all', revision })).toMatchObject({
    possible: false,
    say: 'edit.stale-hits',
  });
  await client.edits.undo(place);
  expect(await textsOf(harness, place)).toEqual(before);
  await client.edits.redo(place);
  expect(await textsOf(harness, place)).toEqual(after);
});

test('chosen places only; groups of a pattern; a confirmed group stays confirmed and is checked again', async () => {
  const harness = startServices();
  const place = await makeDocument(harness, TEXTS);
  const { client, services } = harness;
  const { cells } = await client.grid.rows({ ...place, from: 0, to: 50 });
  const bead = { alignmentId: cells[0]!.alignmentId, beadId: cells[0]!.beadId };
  await client.edits.run({ ...place, command: { type: 'status', beads: [bead], status: 'confirmed' } });

  const names = query('herr', { at: 'word' });
  const { hits } = await client.find.search({ ...place, query: names });
  const last = hits.at(-1)!;
  await client.find.replace({
    ...place,
    query: names,
    replacement: 'Meister',
    chosen: [{ segmentId: last.segmentId, stamp: last.stamp, starts: [last.spans[1]!.start] }],
  });
  expect(await textsOf(harness, place)).toContain('Herr Duc kocht eine saure Suppe, sagt Meister Duc.');

  const fish = query('(\\d+) (?<what>Fische)', { mode: 'regex', matchCase: true });
  const [hit] = (await client.find.search({ ...place, query: fish })).hits;
  await client.find.replace({
    ...place,
    query: fish,
    replacement: '4$1 $<what> $$',
    chosen: [{ segmentId: hit!.segmentId, stamp: hit!.stamp }],
  });
  expect(await textsOf(harness, place)).toContain('Herr Duc kauft 43 Fische $.');
  await services.idle();
  const now = (await client.grid.rows({ ...place, from: 0, to: 50 })).cells;
  expect(now.find(({ beadId }) => beadId === bead.beadId)).toMatchObject({ status: 'confirmed' });
  const flags = await client.flags.ofBead({ ...place, ...bead });
  expect(flags.map(({ check }) => check)).toContain('number');
});

test('hits that changed meanwhile are refused, and nothing is replaced', async () => {
  const harness = startServices();
  const place = await makeDocument(harness, TEXTS);
  const { client } = harness;
  const asked = { ...place, query: query('herr'), replacement: 'Meister' };
  const chosen = (await client.find.search(asked)).hits.map(({ segmentId, stamp }) => ({ segmentId, stamp }));
  const segmentId = chosen[0]!.segmentId;
  await client.edits.run({ ...place, command: { type: 'edit-text', segmentId, text: 'Herr Duc fischt.' } });
  const before = await textsOf(harness, place);
  expect(await client.find.replace({ ...asked, chosen })).toMatchObject({
    possible: false,
    say: 'edit.stale-hits',
    params: { count: 1 },
  });
  expect(await textsOf(harness, place)).toEqual(before);
});

test('a replacement by itself changes nothing, and what is replaced is gone', () => {
  const words = fc.array(fc.constantFrom('mưa', 'Mưa', 'nắng', 'đêm', ' ', ', ', 'mua'), { maxLength: 12 });
  fc.assert(
    fc.property(words, fc.constantFrom('mưa', 'nắng', 'dem'), (parts, text) => {
      const body = parts.join('');
      const pattern = compileQuery(query(text, { at: 'anywhere' }));
      const { after, places } = replaceIn(pattern, body, '###');
      expect(places.map(({ start, end }) => ({ start, end }))).toEqual(findSpans(pattern, body));
      expect(findSpans(pattern, after)).toEqual([]);
      expect(after.split('###').length - 1).toBe(places.length);
      const regex = compileQuery(query('\\p{L}+', { mode: 'regex' }));
      expect(replaceIn(regex, body, '$&').after).toBe(body);
    }),
  );
});
