/** Every code that can reach the reader has words in the English catalogue. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { EDIT_DONE, EDIT_IMPOSSIBLE, EVIDENCE, HISTORY } from '../../src/contract/sayings.ts';
import { ERROR_CODES } from '../../src/core/errors.ts';
import { CHECK_IDS, SEVERITIES, VERDICT_KINDS } from '../../src/core/model.ts';
import { i18n } from '../../src/renderer/i18n/index.ts';
import presets from '../../src/renderer/keys/presets.json';

const folder = fileURLToPath(new URL('../../src/renderer', import.meta.url));

const sources = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Plurals are found by their forms for one and many. */
const missing = (keys: Iterable<string>): string[] =>
  [...new Set(keys)].filter((key) => !i18n.exists(key) && !i18n.exists(key, { count: 2 }));

test('keys that are written out in the code', () => {
  const keys = sources().flatMap((text) =>
    [...text.matchAll(/\b(?:t|say|refuse|cannot)\(\s*'([^']+)'/g)].map(([whole, key]) =>
      whole.startsWith('cannot') ? `refuse.${key}` : key!,
    ),
  );
  expect(keys.length).toBeGreaterThan(150);
  expect(missing(keys)).toEqual([]);
});

test('what edits say', () => {
  expect(missing([...Object.keys(EDIT_DONE), ...Object.keys(EDIT_IMPOSSIBLE)])).toEqual([]);
});

test('the history and the evidence', () => {
  const history = Object.keys(HISTORY).map((code) => code.replace(/^history\./, 'history-edit.'));
  expect(missing([...history, ...Object.keys(EVIDENCE)])).toEqual([]);
});

test('errors, checks, severities, verdicts', () => {
  expect(
    missing([
      ...Object.keys(ERROR_CODES).map((code) => `error.${code}`),
      ...CHECK_IDS.map((check) => `check.${check}`),
      ...SEVERITIES.map((severity) => `severity.${severity}`),
      ...VERDICT_KINDS.flatMap((kind) => [
        `verdict.${kind}`,
        `verdict-short.${kind}`,
        `verdict-advice.${kind}`,
      ]),
    ]),
  ).toEqual([]);
});

test('commands that have a key', () => {
  expect(missing(Object.keys(presets.songsong).map((command) => `command.${command}`))).toEqual([]);
});
