/** `songsong check` and `songsong glossary` as a person runs them: files, memories, projects; reports and exit codes. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AlignmentFile } from '../../src/core/format/alignmentFile.ts';
import type { Severity } from '../../src/core/model.ts';
import { ensureBuilt } from '../../tools/build.mjs';
import { sample, songsong } from './command.ts';

let folder: string;
const write = (name: string, text: string) => writeFile(join(folder, name), text);
const run = (...words: string[]) =>
  songsong(words, { cwd: folder, env: { SONGSONG_DATA: join(folder, 'data') } });
const flagsIn = (out: string) => (JSON.parse(out) as AlignmentFile).targets.flatMap(({ flags }) => flags);

beforeAll(async () => {
  await ensureBuilt();
  folder = await mkdtemp(join(tmpdir(), 'songsong-check-'));
  await write('vi.seg', 'Đại diện hợp tác xã nói chuyện với 350 nông dân.\nTrời hôm nay rất đẹp.\n');
  await write(
    'de.seg',
    'Der Vertreter der Kooperative sprach mit 350 Bauern.\nDas Wetter ist heute sehr schön.\n',
  );
  await write(
    'wrong.seg',
    'Der Vertreter der Kooperative sprach mit 530 Bauern.\nDas Wetter ist heute sehr schön.\n',
  );
  await write(
    'alone.seg',
    'Das Wetter ist heute sehr schön.\nDie Bauern fahren früh auf den Markt in der Stadt.\nĐại diện hợp tác xã nói chuyện với nông dân.\nAm Abend kommen sie müde nach Hause zurück.\n',
  );
  await write('terms.csv', 'vi,de,de forbidden\nhợp tác xã,Genossenschaft,Kooperative\n');
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

const PAIR = ['--segmented', '--source-lang', 'vi', '--target-lang', 'de'];

describe('exit codes', () => {
  const worst: readonly [string, readonly string[], readonly Severity[]][] = [
    ['a right rendering', ['vi.seg', 'de.seg'], []],
    ['a wrong number', ['vi.seg', 'wrong.seg'], ['critical', 'major', 'minor']],
    ['a forbidden term', ['vi.seg', 'de.seg', '--glossary', 'terms.csv'], ['major', 'minor']],
  ];
  test.each(worst)('%s', async (_, words, failing) => {
    for (const severity of ['critical', 'major', 'minor'] as const) {
      const { code } = await run('check', ...words, ...PAIR, '--fail-on', severity);
      expect([severity, code]).toEqual([severity, failing.includes(severity) ? 1 : 0]);
    }
    expect((await run('check', ...words, ...PAIR)).code).toBe(0);
  });
  test('a severity that is none is wrong usage', async () => {
    expect(await run('check', 'vi.seg', 'de.seg', '--fail-on', 'grave')).toMatchObject({ code: 2, out: '' });
  });
});

test('a glossary as TBX says the same as one as CSV, and a bad one is refused in one sentence', async () => {
  await write(
    'terms.tbx',
    '<tbx type="TBX-Basic" style="dca" xml:lang="en"><text><body><conceptEntry><langSec xml:lang="vi"><termSec><term>hợp tác xã</term></termSec></langSec><langSec xml:lang="de"><termSec><term>Genossenschaft</term></termSec><termSec><term>Kooperative</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec></conceptEntry></body></text></tbx>',
  );
  const outputs = await Promise.all(
    ['terms.csv', 'terms.tbx'].map((name) => run('check', 'vi.seg', 'de.seg', ...PAIR, '--glossary', name)),
  );
  const [csv, tbx] = outputs.map(({ out }) => flagsIn(out));
  expect(tbx).toEqual(csv);
  expect(csv?.find(({ messageCode }) => messageCode === 'term.forbidden')).toMatchObject({
    sourceSpan: { text: 'hợp tác xã' },
    targetSpan: { text: 'Kooperative' },
  });
  await write(
    'bad.tbx',
    '<!DOCTYPE tbx [<!ENTITY a "b">]><tbx><text><body><conceptEntry><langSec xml:lang="vi"><termSec><term>&a;</term></termSec></langSec></conceptEntry></body></text></tbx>',
  );
  const bad = await run('check', 'vi.seg', 'de.seg', ...PAIR, '--glossary', 'bad.tbx');
  expect(bad).toMatchObject({ code: 3, out: '' });
  expect(bad.err.trimEnd().split('\n')).toHaveLength(1);
  expect(await run('check', 'vi.seg', 'de.seg', '--glossary', 'none.csv')).toMatchObject({ code: 3 });
});

test('a rendering alone, and one that kept a sentence of the original', async () => {
  expect(
    (await run('check', 'de.seg', '--segmented', '--target-lang', 'de', '--fail-on', 'minor')).code,
  ).toBe(0);
  const kept = await run('check', 'alone.seg', '--segmented', '--target-lang', 'de', '--fail-on', 'major');
  expect(kept.code).toBe(1);
  expect(JSON.parse(kept.out).targets[0].verdict.kind).toBe('no-original');
});

test('reports: text for a terminal, a page without scripts', async () => {
  const text = await run('check', 'vi.seg', 'wrong.seg', ...PAIR, '--format', 'text');
  expect(text.out).toContain('CRITICAL  number  row 1  (certain)\n');
  expect(text.out).toMatch(/“350[^”]*” = 350, but “530[^”]*” = 530/);
  expect(text.out).toMatch(/vi\.seg → wrong\.seg de: \S+; 1 critical/);
  expect(
    (await run('check', 'vi.seg', 'wrong.seg', ...PAIR, '--format', 'html', '-o', 'flags.html')).code,
  ).toBe(0);
  const page = await readFile(join(folder, 'flags.html'), 'utf8');
  expect(page).toContain('critical, certain');
  expect(page).not.toMatch(/<script|https?:/);
});

test('a memory is checked as it is aligned', async () => {
  await run('align', 'vi.seg', 'wrong.seg', ...PAIR, '--format', 'tmx', '-o', 'pair.tmx');
  const { code, out } = await run('check', 'pair.tmx', '--fail-on', 'critical');
  expect(code).toBe(1);
  const { source, targets } = JSON.parse(out) as AlignmentFile;
  expect([source?.lang, source?.segments.length, targets[0]?.beads.length]).toEqual(['vi', 2, 2]);
  const other = await run('check', 'pair.tmx', '--source-lang', 'de');
  expect((JSON.parse(other.out) as AlignmentFile).source?.lang).toBe('de');
});

test('a project takes a glossary in, writes it out, and is checked with it; dismissed flags fail nothing', async () => {
  await run('new', 'p.songsong');
  await run('add', 'p.songsong', sample('vi'), sample('de'));
  await run('align', 'p.songsong');
  await write('coffee.csv', 'vi,de,de forbidden\nnông dân,Landwirt,Bauer\n');
  const dry = await run('glossary', 'p.songsong', 'coffee.csv', '--dry-run');
  expect(dry.err).toContain('1 concepts would be new');
  expect(await run('glossary', 'p.songsong', 'coffee.csv')).toMatchObject({ code: 0, out: '' });
  expect((await run('glossary', 'p.songsong')).out).toBe(
    '\ufeffconcept,vi,de,de forbidden,note\r\n1,nông dân,Landwirt,Bauer,\r\n',
  );
  await run('glossary', 'p.songsong', '-o', 'out.tbx');
  expect((await run('glossary', 'p.songsong', 'out.tbx')).err).toContain('1 are known already');
  const text = await run('check', 'p.songsong', '--format', 'text', '--fail-on', 'major');
  expect(text.code).toBe(1);
  expect(text.out).toContain('“Bauern” should not be used for “nông dân”; use “Landwirt”');
  expect(await run('check', 'p.songsong', '--glossary', 'coffee.csv')).toMatchObject({ code: 2, out: '' });
});
