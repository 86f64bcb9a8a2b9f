/** A text file as segments: read, its language named or guessed, cut. */
import { AppError } from '../core/errors.ts';
import type { AlignedSource } from '../core/format/alignmentFile.ts';
import { baseLanguage, cutLines, cutText, guessLanguage } from '../core/text/index.ts';
import { readTextFile } from './files.ts';

export interface NamedFile {
  readonly path: string;
  /** What messages and results call it. */
  readonly name: string;
  /** Guessed where it is left out. */
  readonly lang?: string;
}

/**
 * Throws the AppErrors of `readTextFile`, `language-wrong` and `language-unknown`.
 * `segmented`: the file holds one segment a line already.
 */
export async function cutFile(file: NamedFile, segmented = false): Promise<AlignedSource> {
  const { text } = await readTextFile(file.path, file.name);
  const lang = chooseLanguage(file, text);
  const { segments } = segmented ? cutLines(text, lang) : cutText(text, lang);
  return { file: file.name, lang, segments };
}

/** The named language, unless the text is certainly in another one; the guessed language where none is named. */
function chooseLanguage({ name, lang }: NamedFile, text: string): string {
  const guess = guessLanguage(text);
  if (lang === undefined) {
    if (!guess.certain) throw new AppError('language-unknown', { file: name });
    return guess.lang;
  }
  if (guess.certain && baseLanguage(guess.lang) !== baseLanguage(lang))
    throw new AppError('language-wrong', { file: name, found: guess.lang, expected: lang });
  return lang;
}
