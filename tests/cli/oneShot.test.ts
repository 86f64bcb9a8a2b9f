import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AlignmentFile } from '../../src/core/format/alignmentFile.ts';
import { readTmx } from '../../src/core/format/tmxReader.ts';
import { ensureBuilt } from '../../tools/build.mjs';
import { root, sample, songsong } from './command.ts';

let folder: string;
beforeAll(async () => {
  await ensureBuilt();
  folder = await mkdtemp(join(tmpdir(), 'songsong-cli-'));
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

const schema = JSON.parse(await readFile(join(root, 'docs/alignment.schema.json'), 'utf8'));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
const parse = (text: string): AlignmentFile => {
  const file = JSON.parse(text);
  expect(validate(file) ? [] : validate.errors).toEqual([]);
  return file;
};

test("a lexicon of one's own is read, and refused with the line that is wrong", async () => {
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write('de.seg', 'Die Katze schläft.\nDas Pferd trinkt.\nDer Vogel singt.\n');
  await write('fr.seg', "Le cheval boit.\nL'oiseau chante.\n");
  await write(
    'own.txt',
    'languages: de | fr\nPferd~ | cheval\nVogel~ | oiseau\nsing~ | chante\ntrink~ | boit\n',
  );
  await write('bad.txt', 'languages: de | fr\nPferd~ | cheval\nVogel~\n');
  const words = ['align', 'de.seg', 'fr.seg', '--segmented', '--source-lang', 'de', '--target-lang', 'fr'];
  const run = (...more: string[]) => songsong([...words, ...more], { cwd: folder });
  const { beads } = parse((await run('--lexicon', 'own.txt')).out).targets[0]!;
  expect(beads.map(({ source, target }) => `${source}-${target}`)).toEqual(['0-', '1-0', '2-1']);
  const refused = await run('--lexicon', 'own.txt', '--lexicon', 'bad.txt');
  expect(refused.code).toBe(3);
  expect(refused.err).toContain('“bad.txt” is no lexicon: line 3');
});

describe('align', () => {
  test('aligns one original with three renderings, languages guessed', async () => {
    const { code, out, err } = await songsong(['align', ...['vi', 'de', 'ru', 'zh'].map(sample)]);
    expect([code, err]).toEqual([0, '']);
    const { source, targets } = parse(out);
    expect([source?.lang, ...targets.map((target) => target.lang)]).toEqual(['vi', 'de', 'ru', 'zh']);
    for (const { beads, segments, flags, verdict } of targets) {
      expect(verdict.kind).not.toBe('not-a-translation');
      const numbers = (side: 'source' | 'target') => beads.flatMap((bead) => bead[side]);
      expect(numbers('source')).toEqual(source?.segments.map((_, i) => i));
      expect(numbers('target')).toEqual(segments.map((_, i) => i));
      for (const { sourceSpan, targetSpan } of flags)
        for (const [span, side] of [
          [sourceSpan, source?.segments],
          [targetSpan, segments],
        ] as const)
          if (span) expect(side?.[span.segment]?.text.slice(span.start, span.end)).toBe(span.text);
    }
  });
  test('offsets lead back into the file as it was read', async () => {
    const { out } = await songsong(['align', sample('vi'), sample('de'), '--no-check']);
    const { source, targets } = parse(out);
    expect(targets[0]?.flags).toEqual([]);
    const raw = await readFile(sample('vi'), 'utf8');
    const lines = raw.split('\n');
    for (const { text, start, end, line } of source!.segments) {
      expect(raw.slice(start, end).replace(/\s+/g, ' ').normalize('NFC').trim()).toBe(
        text.replace(/\s+/g, ' '),
      );
      expect(lines[line - 1]).toContain(raw.slice(start, end).split('\n')[0]);
    }
  });
  test('--segmented keeps one segment a line', async () => {
    await writeFile(join(folder, 'vi.seg'), 'Chợ mở cửa lúc 6 giờ. Ai cũng vui.\nHôm nay trời mưa to.\n');
    await writeFile(
      join(folder, 'de.seg'),
      'Der Markt öffnet um 6 Uhr. Alle freuen sich.\nHeute regnet es stark.\n',
    );
    const words = ['align', 'vi.seg', 'de.seg', '--segmented', '--source-lang', 'vi', '--target-lang', 'de'];
    const { source, targets } = parse((await songsong(words, { cwd: folder })).out);
    expect(source?.segments.map((segment) => segment.line)).toEqual([1, 2]);
    expect(targets[0]?.beads.map(({ source: s, target: t }) => [s, t])).toEqual([
      [[0], [0]],
      [[1], [1]],
    ]);
  });
  test('writes TMX with the codes that were asked for', async () => {
    const words = [
      'align',
      sample('vi'),
      sample('de'),
      sample('zh'),
      '--format',
      'tmx',
      '--codes',
      'vi=vi-VN,zh=zh-CN',
    ];
    const { code, out, err } = await songsong([...words, '-o', 'texts.tmx'], { cwd: folder });
    expect([code, out, err]).toEqual([0, '', '']);
    const { header, units } = readTmx('texts.tmx', await readFile(join(folder, 'texts.tmx'), 'utf8'));
    expect(header?.sourceLang).toBe('vi-VN');
    expect(units.length).toBeGreaterThan(40);
    expect(new Set(units.flatMap((unit) => unit.variants.map((one) => one.lang)))).toEqual(
      new Set(['vi-VN', 'de', 'zh-CN']),
    );
  });
  test('--format tsv is a table of the same width throughout', async () => {
    const { out } = await songsong(['align', sample('vi'), sample('de'), '--format', 'tsv']);
    expect(
      new Set(
        out
          .trimEnd()
          .split('\n')
          .map((line) => line.split('\t').length),
      ),
    ).toEqual(new Set([6]));
  });
  test('--fail-on tells the shell', async () => {
    const words = ['align', sample('vi'), sample('ru'), '-o', join(folder, 'out.json')];
    expect((await songsong([...words, '--fail-on', 'note'])).code).toBe(1);
    await writeFile(join(folder, 'a.txt'), 'Hôm nay trời mưa to ở thành phố.\n');
    await writeFile(join(folder, 'b.txt'), 'Heute regnet es in der Stadt stark.\n');
    expect((await songsong(['align', 'a.txt', 'b.txt', '--fail-on', 'critical'], { cwd: folder })).code).toBe(
      0,
    );
  });
});

test('segment gives segments, or one a line', async () => {
  const json = await songsong(['segment', sample('de'), '--lang', 'de', '--format', 'json']);
  const { segments } = JSON.parse(json.out);
  expect(segments[0]).toMatchObject({ line: 1, paragraph: 0, start: 0 });
  const text = await songsong(['segment', sample('de'), '--format', 'text']);
  expect(text.out.trimEnd().split('\n')).toEqual(segments.map((segment: { text: string }) => segment.text));
});

test('check of a rendering without its original', async () => {
  const { code, out } = await songsong(['check', sample('de'), '--source-lang', 'vi', '--target-lang', 'de']);
  const { source, targets } = parse(out);
  expect([code, source, targets[0]?.verdict.kind]).toEqual([0, null, 'no-original']);
});

test('help and version go to standard output, and show examples', async () => {
  for (const words of [['--help'], ['align', '--help'], ['help', 'check'], ['serve', '--help']]) {
    const { code, out, err } = await songsong(words);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('$ songsong ');
  }
  expect((await songsong(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([
  [[]],
  [['algin']],
  [['align']],
  [['align', 'only-one.txt']],
  [['align', 'a', 'b', '--format', 'xml']],
  [['align', 'a', 'b', '--fail-on', 'bad']],
  [['align', 'a', 'b', '--target-lang', 'de,ru']],
  [['align', 'a', 'b', '--source-lang', '??']],
  [['align', 'a', 'b', '--codes', 'vi']],
  [['align', 'a', 'b', '--wrong-option']],
  [['segment']],
  [['serve', '--port', '99999']],
  [['new', 'project.txt']],
])('%j is wrong usage', async (words) => {
  const { code, out, err } = await songsong(words, { cwd: folder });
  expect([code, out]).toEqual([2, '']);
  expect(err).not.toBe('');
  expect(err).not.toContain('    at ');
});

test('npm run resolves files against the folder where the person stands', async () => {
  await mkdir(join(folder, 'sub'), { recursive: true });
  await writeFile(
    join(folder, 'sub/here.txt'),
    'Heute regnet es in der Stadt. Morgen scheint die Sonne wieder.\n',
  );
  const env = { INIT_CWD: join(folder, 'sub'), npm_package_json: join(root, 'package.json') };
  const { code, out } = await songsong(['segment', 'here.txt', '--lang', 'de'], { cwd: root, env });
  expect([code, JSON.parse(out).segments.length]).toEqual([0, 2]);
});

test('a reader that leaves early gets no stack', async () => {
  const child = spawn(process.execPath, [
    join(root, 'bin/songsong.mjs'),
    'align',
    sample('vi'),
    sample('de'),
    sample('ru'),
  ]);
  const err: Buffer[] = [];
  child.stderr.on('data', (chunk) => err.push(chunk));
  child.stdout.destroy();
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code).toBe(3);
  expect(Buffer.concat(err).toString()).toBe(
    'The output was closed before all of it was read. Use -o FILE to keep it.\n',
  );
});

test('nothing half written stays where the output cannot be written', async () => {
  const before = (await readdir(folder)).sort();
  for (const output of ['/dev/full', folder, join(folder, 'no/such/folder.json')]) {
    const { code, err } = await songsong(['align', sample('vi'), sample('de'), '-o', output]);
    expect([code, err.trimEnd().split('\n').length]).toEqual([3, 1]);
  }
  expect((await readdir(folder)).sort()).toEqual(before);
});
