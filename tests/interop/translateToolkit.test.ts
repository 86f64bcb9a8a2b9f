/**
 * An independent reader, translate-toolkit (Debian: python3-translate), reads back what we write; TMX is held against its DTD and XLIFF
 * against what libxml2 takes for well-formed. Skipped, and counted as skipped, where a tool is missing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { UnitFormatId } from '../../src/core/format/write/ids.ts';
import type { OutUnit } from '../../src/core/format/write/model.ts';
import { UNIT_FORMATS } from '../../src/core/format/write/registry.ts';

const works = (command: string, ...words: string[]): boolean => {
  try {
    execFileSync(command, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const PYTHON = '/usr/bin/python3';
const hasToolkit = works(PYTHON, '-c', 'import translate.storage.tmx');
const hasXmllint = works('xmllint', '--version');
const DTD = fileURLToPath(new URL('../../../shared/gold/tmx14.dtd', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'songsong-interop-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXTS: readonly (readonly string[])[] = [
  [
    'Giá gạo tăng < 5 % & giảm > 3 %.',
    'Der Reispreis stieg um < 5 % & fiel um > 3 %.',
    'Цена на рис выросла.',
  ],
  ['“Mưa to quá!”, Lan nói.', '„So ein Regen!“, sagte Lan.', '«Какой дождь!» — сказала Лан.'],
  ['Một dòng\u0007 có ký tự lạ\u2028và ngắt dòng', 'Eine Zeile mit 𠀀 und 😀', 'Строка'],
];
const units = (columns: number): OutUnit[] =>
  TEXTS.map((texts, i) => ({
    id: `d1-${i + 1}`,
    document: 'Chợ & "sông"',
    changedAt: Date.UTC(2026, 4, 1),
    variants: texts.slice(0, columns).map((text, column) => ({
      column,
      text,
      statuses: column === 0 ? [] : ['needs-review'],
      score: column === 0 ? null : 0.5,
    })),
  }));
const LANGS = ['vi', 'de', 'ru'];
function write(format: UnitFormatId, columns: number): string {
  const head = {
    title: 'Chợ',
    toolVersion: '0.1.0',
    createdAt: Date.UTC(2026, 4, 1),
    columns: LANGS.slice(0, columns).map((lang) => ({ lang, label: '' })),
  };
  const printer = UNIT_FORMATS[format].print(head);
  const pieces = [printer.start(), ...units(columns).map((unit) => printer.unit(unit)), printer.end()];
  const path = join(folder, `${columns}.${UNIT_FORMATS[format].extension}`);
  writeFileSync(path, pieces.join(''));
  return path;
}
/** Runs a program of Python, whose last argument is the file, and gives its JSON. */
const python = (program: string, path: string): unknown =>
  JSON.parse(
    execFileSync(PYTHON, ['-c', program, path], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONUTF8: '1' },
    }),
  );

const clean = (text: string): string => text.replace('\u0007', '').replace('\u2028', ' ');
const pairs = TEXTS.map(([vi, de]) => [clean(vi!), clean(de!)]);

describe.skipIf(!hasToolkit)('translate-toolkit', () => {
  test('reads our TMX of a pair', () => {
    const program = `
import json, sys
from translate.storage import tmx
store = tmx.tmxfile.parsefile(sys.argv[1])
print(json.dumps([[str(unit.source), str(unit.target)] for unit in store.units]))`;
    expect(python(program, write('tmx', 2))).toEqual(pairs);
  });

  test('reads our TMX of three languages', () => {
    const program = `
import json, sys
from translate.storage import tmx
store = tmx.tmxfile.parsefile(sys.argv[1])
print(json.dumps([[seg.text for seg in unit.xmlelement.iter('seg')] for unit in store.units]))`;
    const read = python(program, write('tmx', 3)) as string[][];
    expect(read).toEqual(TEXTS.map((texts) => texts.map(clean)));
  });

  test('reads our CSV', () => {
    const program = `
import csv, json, sys
print(json.dumps([row[1:3] for row in csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline=''))][1:]))`;
    expect(python(program, write('csv', 2))).toEqual(pairs);
  });

  test('reads our XLIFF 2.1 as XML with its namespaces', () => {
    const program = `
import json, sys
from lxml import etree
root = etree.parse(sys.argv[1]).getroot()
ns = {'x': 'urn:oasis:names:tc:xliff:document:2.0'}
print(json.dumps([[unit.findtext('x:segment/x:source', namespaces=ns), unit.findtext('x:segment/x:target', namespaces=ns)] for unit in root.iterfind('.//x:unit', ns)]))`;
    expect(python(program, write('xliff', 2))).toEqual(pairs);
  });
});

describe.skipIf(!hasXmllint)('xmllint', () => {
  test.skipIf(!existsSync(DTD)).each([2, 3])(
    'finds our TMX of %i languages valid against its DTD',
    (columns) => {
      execFileSync('xmllint', ['--nonet', '--noout', '--dtdvalid', DTD, write('tmx', columns)], {
        stdio: 'pipe',
      });
    },
  );
  test.each(['xliff', 'tei'] as const)('finds our %s well-formed', (format) => {
    execFileSync('xmllint', ['--nonet', '--noout', write(format, 2)], { stdio: 'pipe' });
  });
});
