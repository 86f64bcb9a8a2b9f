/**
 * XLIFF against the schemas of OASIS, which Debian ships in php-symfony-translation: 1.2 strict, and the core of 2.0, whose namespace
 * and elements are those of 2.1. Skipped, and counted as skipped, where xmllint or the schemas are missing.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { OutUnit } from '../../src/core/format/write/model.ts';
import { xliff } from '../../src/core/format/write/xliff.ts';
import { WELL_FORMED } from '../services/read/wellFormed.ts';

const SCHEMAS = '/usr/share/php/Symfony/Component/Translation/Resources/schemas';
const CORE_20 = 'xliff-core-2.0.xsd';
const CORE_12 = 'xliff-core-1.2-strict.xsd';

const folder = mkdtempSync(join(tmpdir(), 'songsong-xliff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hasXmllint = (() => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const hasSchemas = [CORE_20, CORE_12, 'xml.xsd'].every((name) => existsSync(join(SCHEMAS, name)));

/** What xmllint finds, empty where the file is valid. */
function faultsOf(xml: string, schema: string): string {
  // The schemas look for xml.xsd in places of their own; here it lies beside them.
  const text = readFileSync(join(SCHEMAS, schema), 'utf8');
  writeFileSync(
    join(folder, schema),
    text.replace(/schemaLocation\s*=\s*"[^"]*xml\.xsd"/, 'schemaLocation="xml.xsd"'),
  );
  copyFileSync(join(SCHEMAS, 'xml.xsd'), join(folder, 'xml.xsd'));
  const file = join(folder, 'written.xlf');
  writeFileSync(file, xml);
  try {
    execFileSync('xmllint', ['--nonet', '--noout', '--schema', join(folder, schema), file], {
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr);
  }
}

const unit = (
  id: string,
  document: string,
  texts: readonly [string, string],
  about: Partial<OutUnit['variants'][number]>,
): OutUnit => ({
  id,
  document,
  changedAt: Date.UTC(2026, 4, 1),
  variants: texts.map((text, column) => ({
    column,
    text,
    statuses: column === 0 ? [] : ['auto'],
    score: column === 0 ? null : 0.75,
    ...(column === 0 ? {} : about),
  })),
});

const STATUSES = ['auto', 'edited', 'confirmed', 'needs-review', 'reviewed', 'rejected', 'stale'];
const UNITS: readonly OutUnit[] = [
  ...STATUSES.map((status, i) =>
    unit(`d1-${i + 1}`, 'Chợ & "sông"', [`Câu ${i}.`, `Satz ${i}.`], { statuses: [status] }),
  ),
  unit('d2-1', 'Sông <Hồng>', ['Giá < 5 % & ]]> “mưa”', 'Preis < 5 % & ]]> „Regen“'], { score: null }),
  {
    ...unit('d2-2', 'Sông <Hồng>', ['\u0007Lạ\u2028 𠀀', 'Seltsam\u0085 😀\ufffe'], { statuses: [] }),
    changedAt: null,
  },
];

const print = (units: readonly OutUnit[]): string => {
  const printer = xliff.print({
    title: 'Chợ',
    toolVersion: '0.1.0',
    createdAt: 0,
    columns: ['vi', 'zh-Hant-TW'].map((lang) => ({ lang, label: '' })),
  });
  return [printer.start(), ...units.map((one) => printer.unit(one)), printer.end()].join('');
};

describe.skipIf(!(hasXmllint && hasSchemas))('the schemas of XLIFF', () => {
  test('find what we write valid: all statuses, strange characters, no units at all', () => {
    expect(faultsOf(print(UNITS), CORE_20)).toBe('');
    expect(faultsOf(print([]), CORE_20)).toBe('');
  });

  test('would find a fault', () => {
    expect(
      faultsOf(print(UNITS).replace('<source>', '<quelle>').replace('</source>', '</quelle>'), CORE_20),
    ).toContain('not expected');
  });

  test('find the files valid that the readers are tested with', () => {
    const files = Object.entries(WELL_FORMED).filter(([name]) => /\.(xlf|xliff)$/.test(name));
    expect(files.length).toBeGreaterThan(0);
    for (const [name, bytes] of files)
      expect(faultsOf(bytes.toString(), bytes.includes('version="1.2"') ? CORE_12 : CORE_20), name).toBe('');
  });
});
