/** How option values are read; a wrong one is a usage error that names what would be right. */
import { InvalidArgumentError } from 'commander';
import { SEVERITIES, type Severity } from '../core/model.ts';
import { ENCODINGS, findEncoding } from '../services/read/encodingNames.ts';

/** `de` or `zh-Hans`, in the spelling of BCP 47. */
export function readLanguage(value: string): string {
  try {
    return new Intl.Locale(value).toString();
  } catch {
    throw new InvalidArgumentError('Write a language as vi, de, ru or zh.');
  }
}

/** `de,ru,zh`; an empty place (`de,,zh`) is guessed. */
export const readLanguages = (value: string): (string | undefined)[] =>
  value.split(',').map((part) => (part.trim() === '' ? undefined : readLanguage(part.trim())));

/** `tcvn3`, or one for each file: `tcvn3,,koi8-r`. */
export const readEncodings = (value: string): (string | undefined)[] =>
  value.split(',').map((part) => {
    if (part.trim() === '') return undefined;
    const name = findEncoding(part.trim());
    if (name === null) throw new InvalidArgumentError(`Choose one of ${Object.keys(ENCODINGS).join(', ')}.`);
    return name;
  });

/** `A=vi,B=de`, by letter or number, the original first. */
export function readColumns(value: string): { index: number; lang: string }[] {
  return value.split(',').map((part) => {
    const [, letters, number, lang] = /^\s*(?:([A-Za-z]{1,2})|(\d{1,3}))\s*=\s*(\S+)\s*$/.exec(part) ?? [];
    if (lang === undefined) throw new InvalidArgumentError('Write the columns as A=vi,B=de.');
    const place =
      letters === undefined
        ? Number(number)
        : [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return { index: place - 1, lang: readLanguage(lang) };
  });
}

export function readSeverity(value: string): Severity {
  const severity = SEVERITIES.find((known) => known === value);
  if (!severity) throw new InvalidArgumentError(`Choose one of ${SEVERITIES.join(', ')}.`);
  return severity;
}

/** `vi=vi-VN,zh=zh-CN` as the codes to write for each language. */
export function readCodes(value: string): Record<string, string> {
  const pairs = value.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  return Object.fromEntries(
    pairs.map(([lang, code, ...rest]) => {
      if (!lang || !code || rest.length > 0)
        throw new InvalidArgumentError('Write the codes as vi=vi-VN,zh=zh-CN.');
      return [readLanguage(lang), readLanguage(code)];
    }),
  );
}

export const readList = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Unix milliseconds of the beginning of a day, or of a moment. */
export function readDate(value: string): number {
  const at = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new InvalidArgumentError('Write a date as 2026-05-01 or 2026-05-01T12:00:00Z.');
  return at;
}

export function readScore(value: string): number {
  const score = Number(value);
  if (!(score >= 0 && score <= 1) || value.trim() === '')
    throw new InvalidArgumentError('A score is a number from 0 to 1.');
  return score;
}

export function readPort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535; 0 takes a free one.');
  return port;
}

export const isProjectFile = (path: string): boolean => path.toLowerCase().endsWith('.songsong');
