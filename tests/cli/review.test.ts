/** `songsong report`, `package` and `merge`, as a person runs them: results, words and exit codes. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '../../src/core/format/read/xlsx.ts';
import { runEdit } from '../../src/services/edits/run.ts';
import { OpenProject } from '../../src/services/openProjects.ts';
import { openStore } from '../../src/store/index.ts';
import { type Outcome, songsong } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'songsong-review-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string): string => join(folder, name);
const run = (...words: string[]): Promise<Outcome> =>
  songsong(words, { cwd: folder, env: { XDG_DATA_HOME: folder } });
const runWell = async (...words: string[]): Promise<Outcome> => {
  const outcome = await run(...words);
  if (outcome.code !== 0) throw new Error(`${words.join(' ')}: ${outcome.code} ${outcome.err}`);
  return outcome;
};
const memory = (units: readonly (readonly [string, string])[]): string =>
  `<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="vi" datatype="plaintext"/><body>
${units.map(([vi, de]) => `<tu><prop type="x-songsong:status">confirmed</prop><tuv xml:lang="vi"><seg>${vi}</seg></tuv><tuv xml:lang="de"><seg>${de}</seg></tuv></tu>`).join('\n')}
</body></tmx>`;

interface Sentence {
  readonly id: number;
  readonly text: string;
  readonly documentId: number;
}
const GERMAN = `SELECT segment.id, text, document_id AS documentId FROM segment JOIN version ON version.id = version_id
  WHERE lang = 'de' ORDER BY document_id, rank`;

/** German sentences of a project file. */
function germanOf(name: string): Sentence[] {
  const store = openStore(path(name));
  try {
    return store.db.prepare(GERMAN).all() as Sentence[];
  } finally {
    store.close();
  }
}

/** Changes sentences of a project file, as somebody does at another place. */
function edit(name: string, change: (number: number, text: string) => string | null): void {
  const sentences = germanOf(name);
  const project = new OpenProject(openStore(path(name)), () => undefined);
  try {
    for (const [i, { id, text, documentId }] of sentences.entries()) {
      const wanted = change(i + 1, text);
      const request = { project, documentId, furniture: true, author: 'An', now: () => 1 };
      if (wanted !== null) runEdit(request, { type: 'edit-text', segmentId: id, text: wanted });
    }
  } finally {
    project.store.close();
  }
}

beforeAll(async () => {
  writeFileSync(
    path('cho.tmx'),
    memory([
      ['Chợ đông.', 'Der Markt ist voll.'],
      ['Bà bán cá.', 'Die Frau verkauft Fisch.'],
    ]),
  );
  writeFileSync(path('song.tmx'), memory([['Sông dài.', 'Der Fluss ist lang.']]));
  await Promise.all([
    runWell('convert', 'cho.tmx', 'texts.songsong'),
    runWell('convert', 'song.tmx', 'other.songsong'),
  ]);
  await runWell('add', 'texts.songsong', 'song.tmx', '--title', 'Sông');
}, 60_000);

test('a report as page, workbook and JSON, of all documents or of those that are named', async () => {
  // One after another: a project file is open in one place.
  const page = await runWell('report', 'texts.songsong');
  const named = await runWell('report', 'texts.songsong', '--document', 'Sông', '--format', 'json');
  const unknown = await run('report', 'texts.songsong', '--document', 'Suối');
  const nowhere = await run('report', 'texts.songsong', '--format', 'xlsx');
  expect(page.out).toMatch(/^<!doctype html>/i);
  expect(page.out.match(/<h1>/g)).toHaveLength(2);
  expect(page.out).toContain('<td>confirmed</td><td class="number">2</td>');
  expect(JSON.parse(named.out)).toMatchObject({
    schema: 'songsong/report@1',
    documents: [{ title: 'Sông', sentences: 1, parts: [{ lang: 'de', groups: 1, openNotes: [] }] }],
  });
  expect([unknown.code, unknown.out]).toEqual([2, '']);
  expect(unknown.err).toContain('“Suối”. There is: “cho”, “Sông”.');
  expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('--output report.xlsx')]);
  expect((await runWell('report', 'texts.songsong', '-o', 'report.xlsx')).out).toBe('');
  const bytes = readFileSync(path('report.xlsx'));
  expect(readWorkbook(bytes, 'x').rows.map((row) => row.slice(0, 7))).toEqual([
    ['Document', 'Rendering', 'Verdict', 'Rendered', 'With original', 'Groups', 'Confirmed'],
    ['cho', expect.stringMatching(/^de/), '', '', '', '2', '2'],
    ['Sông', expect.stringMatching(/^de/), '', '', '', '1', '1'],
  ]);
  const parts = Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('xl/worksheets/'));
  expect(parts).toHaveLength(9);
});

test('a package goes out and comes back; a conflict is listed and taken by its key', async () => {
  const made = await runWell('package', 'texts.songsong', 'for An', '--langs', 'de', '--document', 'cho');
  expect(made.out).toBe('for An.songsong\n');
  copyFileSync(path('for An.songsong'), path('back.songsong'));
  edit('back.songsong', (_, text) => text.replace('.', ' heute.'));
  edit('texts.songsong', (number) => (number === 1 ? 'Auf dem Markt drängt man sich.' : null));

  const dry = await run('merge', 'texts.songsong', 'back.songsong', '--dry-run');
  expect(dry.code).toBe(1);
  expect(dry.err).toMatch(/^back\.songsong: \d+ changes could be taken in, \d left for a person\.\n$/);
  expect(germanOf('texts.songsong').map(({ text }) => text)).not.toContain('Die Frau verkauft Fisch heute.');

  const merged = await run('merge', 'texts.songsong', 'back.songsong', '--format', 'json');
  expect(merged.code).toBe(1);
  const { schema, taken, conflicts } = JSON.parse(merged.out);
  expect([schema, taken > 0]).toEqual(['songsong/merge@1', true]);
  const sentence = conflicts.find(({ what }: { what: string }) => what === 'sentence');
  expect(sentence).toMatchObject({
    lang: 'de',
    number: 1,
    before: 'Der Markt ist voll.',
    ours: 'Auf dem Markt drängt man sich.',
    theirs: 'Der Markt ist voll heute.',
  });
  expect(
    germanOf('texts.songsong')
      .slice(0, 2)
      .map(({ text }) => text),
  ).toEqual(['Auf dem Markt drängt man sich.', 'Die Frau verkauft Fisch heute.']);

  const all = await run('merge', 'texts.songsong', 'back.songsong', '--take', 'all');
  expect([all.code, all.out]).toEqual([0, 'key\twhat\tlanguage\tsentence\tbefore\there\tpackage\n']);
  expect(germanOf('texts.songsong')[0]?.text).toBe('Der Markt ist voll heute.');
});

test('what cannot be packed or merged is refused in words', async () => {
  const lang = await run('package', 'other.songsong', 'x', '--langs', 'ru');
  expect([lang.code, lang.err]).toEqual([
    2,
    expect.stringContaining('There is no rendering in “ru”. There is: de.'),
  ]);
  const refused = async (file: string, words: string) => {
    const { code, out, err } = await run('merge', 'other.songsong', file);
    expect([code, out, err]).toEqual([3, '', expect.stringContaining(words)]);
  };
  await refused('texts.songsong', '“texts.songsong” is a project, but no package');
  await refused('back.songsong', '“back.songsong” is a package of another project');
  await refused('cho.tmx', 'cho.tmx');
});
