/** Lexicon files of the person: text files in the data folder, read anew when they change (docs/formats.md). */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../core/errors.ts';
import { lineProblems } from '../core/lexicon/index.ts';
import { type LexiconFiles, type LexiconSource, NO_FILES } from '../workers/lexiconSource.ts';

/** Larger than any list that a person writes; the whole bundled lexicon has a tenth of it. */
const LARGEST = 20_000_000;

/**
 * The text of one file. Throws AppError `file-missing`, and `lexicon-invalid` for what is no lexicon: not UTF-8, too large, or a line without a form in
 * two languages.
 */
export function readLexiconFile(path: string): string {
  const file = basename(path);
  const refuse = (reason: string): never => {
    throw new AppError('lexicon-invalid', { file, reason });
  };
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new AppError('file-missing', { file });
  if (stat.size > LARGEST) refuse('it is larger than 20 MB');
  const bytes = readFileSync(path);
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    refuse('it is not UTF-8 text');
  }
  const [problem] = lineProblems(text);
  if (problem !== undefined) refuse(problem);
  return text;
}

/** Gives the files of a folder as they are now, and `further` ones; one that is no lexicon is reported once and left out. */
export function watchLexiconFolder(
  folder: string,
  report: (error: unknown) => unknown,
  further: readonly string[] = [],
): LexiconSource {
  let last: LexiconFiles = NO_FILES;
  return () => {
    const stamps = further.map((_, at) => `given ${at}`);
    const paths: string[] = [];
    for (const name of listTextFiles(folder)) {
      const path = join(folder, name);
      const stat = statSync(path, { throwIfNoEntry: false });
      if (!stat?.isFile()) continue;
      paths.push(path);
      stamps.push(`${name} ${stat.size} ${stat.mtimeMs}`);
    }
    const stamp = stamps.join('\n');
    if (stamp === last.stamp) return last;
    const texts = paths.flatMap((path) => {
      try {
        return [readLexiconFile(path)];
      } catch (error) {
        report(error);
        return [];
      }
    });
    last = { stamp, texts: [...texts, ...further] };
    return last;
  };
}

function listTextFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort();
  } catch {
    // No such folder: nobody has lexicon files.
    return [];
  }
}
