/** How option values are read; a wrong one is a usage error that names what would be right. */
import { InvalidArgumentError } from 'commander';
import { SEVERITIES, type Severity } from '../core/model.ts';

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

export function readPort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535; 0 takes a free one.');
  return port;
}

export const isProjectFile = (path: string): boolean => path.toLowerCase().endsWith('.songsong');
