/** Options that several commands share, and the form of their help. */
import { Option } from 'commander';
import { EXIT } from './exitCodes.ts';
import {
  readCodes,
  readColumns,
  readEncodings,
  readLanguage,
  readLanguages,
  readSeverity,
} from './options.ts';

export const examples = (...lines: string[]) =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;

export const sourceLang = () =>
  new Option('--source-lang <code>', 'language of the original; guessed where left out').argParser(
    readLanguage,
  );
export const targetLang = () =>
  new Option(
    '--target-lang <codes>',
    'languages of the renderings, in their order, with commas between; guessed where left out',
  ).argParser(readLanguages);
export const encoding = () =>
  new Option(
    '--encoding <names>',
    'encoding of the files (windows-1258, tcvn3, koi8-r, gb18030, …), or one for each with commas; told from the files where left out',
  ).argParser(readEncodings);
export const rules = () =>
  new Option(
    '--rules <srx>',
    'cut sentences by the rules of this SRX file (songsong rules writes the built-in ones)',
  );
export const lexicon = () =>
  new Option(
    '--lexicon <file>',
    'a lexicon of your own beside the built-in one (docs/formats.md says how it is written); may be given several times',
  ).argParser((file: string, before: readonly string[] = []) => [...before, file]);
export const segmented = () =>
  new Option('--segmented', 'one segment a line already: keep the lines, do not cut sentences');
export const furniture = () =>
  new Option('--no-furniture', 'take nothing for page furniture: every line is text');
export const columns = () =>
  new Option(
    '--columns <columns>',
    'which column of a table holds which language, the original first, as A=vi,B=de; guessed where left out',
  ).argParser(readColumns);
export const output = () =>
  new Option('-o, --output <file>', 'write to this file instead of standard output');
export const failOn = () =>
  new Option(
    '--fail-on <severity>',
    `end with exit code ${EXIT.findings} where a flag is at least that severe: critical, major, minor, note`,
  ).argParser(readSeverity);
export const codes = () =>
  new Option('--codes <pairs>', 'language codes to write into TMX, as vi=vi-VN,zh=zh-CN').argParser(
    readCodes,
  );
export const shape = () =>
  new Option('--shape <shape>', 'TMX units: one for each pair, or one over all languages')
    .choices(['pairs', 'multilingual'])
    .default('multilingual');
export const format = (...choices: string[]) =>
  new Option('--format <format>', 'what to write').choices(choices).default(choices[0]);
export const glossary = () =>
  new Option(
    '--glossary <file>',
    'hold the renderings to the terms of this glossary: CSV, TSV, XLSX or TBX (docs/formats.md says how it is written)',
  );
