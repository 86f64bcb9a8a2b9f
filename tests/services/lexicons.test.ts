/** Lexicon files in the data folder: taken in as they are now, by alignments in this thread and in others. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchLexiconFolder } from '../../src/services/userLexicon.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { type Harness, makeDocument, put, startServices } from './harness.ts';

const LEXICON = 'brulon | Zwuff~\nkhatim | Grömpel~\nsolvan | Plirr~\n';
const TEXTS = {
  vi: 'Đây là brulon.\n\nĐây là khatim.\n\nĐây là solvan.\n',
  de: 'Da ist Grömpel.\n\nDa ist Plirr.\n',
};

async function shapes({ client }: Harness, place: { project: string; documentId: number }) {
  const { rows, cells } = await client.grid.rows({ ...place, from: 0, to: 50 });
  return cells.map(
    (cell) =>
      `${rows.slice(cell.firstRow, cell.firstRow + cell.sourceCount).map((row) => row.source?.text)}|${cell.segments.map(({ text }) => text)}`,
  );
}

test('a file in the folder decides what nothing else does, from the next alignment on', async () => {
  const faults: unknown[] = [];
  const harness = startServices({ host: { reportFault: (error) => faults.push(error) } });
  const { client, services, folder } = harness;
  const place = await makeDocument(harness, TEXTS);
  const right = ['Đây là brulon.|', 'Đây là khatim.|Da ist Grömpel.', 'Đây là solvan.|Da ist Plirr.'];
  expect(await shapes(harness, place)).not.toEqual(right);
  mkdirSync(join(folder, 'lexicon'));
  writeFileSync(join(folder, 'lexicon', 'own.txt'), LEXICON);
  writeFileSync(join(folder, 'lexicon', 'broken.txt'), 'only one side\n');
  const { jobId } = await client.jobs.align(place);
  expect((await services.finished(jobId)).state).toBe('done');
  expect(await shapes(harness, place)).toEqual(right);
  expect(faults.map(String)).toEqual([
    'AppError: “broken.txt” is no lexicon: line 1: only one language has a form. Correct it, or take it away.',
  ]);
});

test('files are read once, and anew when they change or go', () => {
  const folder = temporaryFolder();
  const faults: unknown[] = [];
  const source = watchLexiconFolder(folder, (error) => faults.push(error), ['nước | Wasser\n']);
  const file = join(folder, 'own.txt');
  expect(source().texts).toEqual(['nước | Wasser\n']);
  writeFileSync(file, LEXICON);
  const first = source();
  expect(first.texts[0]).toBe(LEXICON);
  expect(source()).toBe(first);
  writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00]));
  expect(source().texts).toEqual(['nước | Wasser\n']);
  expect(source().texts).toEqual(['nước | Wasser\n']);
  expect(faults.map(String)).toEqual([expect.stringContaining('not UTF-8')]);
  rmSync(file);
  expect(source().stamp).not.toBe(first.stamp);
});

test('documents between other languages than the bundled ones are aligned', async () => {
  const harness = startServices();
  const { client, services } = harness;
  const { key: project } = await client.projects.create({ name: 'Werk', sourceLang: 'de' });
  const de =
    'Im Jahr 1954 arbeiteten hier 38 Leute.\n\nDer Lehrling sucht Georges.\n\nAm 12. März kostete er 240 Mark.\n';
  const fr = 'En 1954, 38 personnes travaillaient ici.\n\nLe 12 mars, il coûtait 240 marks.\n';
  const document = await client.documents.add({
    project,
    title: 'Werk',
    slots: [
      { file: await put(client, 'de.txt', de), role: 'original', lang: 'de' },
      { file: await put(client, 'fr.txt', fr), role: 'rendering', lang: 'fr' },
    ],
  });
  const place = { project, documentId: document.id };
  const { jobId } = await client.jobs.align(place);
  expect((await services.finished(jobId)).state).toBe('done');
  expect(await shapes(harness, place)).toEqual([
    'Im Jahr 1954 arbeiteten hier 38 Leute.|En 1954, 38 personnes travaillaient ici.',
    'Der Lehrling sucht Georges.|',
    'Am 12. März kostete er 240 Mark.|Le 12 mars, il coûtait 240 marks.',
  ]);
});

test('an unclear rendering is aligned with the help of a clear one', async () => {
  const harness = startServices();
  mkdirSync(join(harness.folder, 'lexicon'));
  const write = (name: string, text: string) => writeFileSync(join(harness.folder, 'lexicon', name), text);
  write('vi-de.txt', LEXICON);
  write('de-fr.txt', 'languages: de | fr\nZwuff~ | garol\nGrömpel~ | chamuf\nPlirr~ | dilorn\n');
  const vi = TEXTS.vi;
  const fr = 'Voici le chamuf.\n\nVoici le dilorn.\n';
  const right = ['Đây là brulon.|', 'Đây là khatim.|Voici le chamuf.', 'Đây là solvan.|Voici le dilorn.'];
  const alone = await shapes(harness, await makeDocument(harness, { vi, fr }));
  expect(alone).not.toEqual(right);
  const de = 'Da ist Zwuff.\n\nDa ist Grömpel.\n\nDa ist Plirr.\n';
  const together = await shapes(harness, await makeDocument(harness, { vi, de, fr }));
  expect(together).toEqual(expect.arrayContaining(right));
});
