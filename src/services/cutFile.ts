/** A file of any format as segments: read, its language named or guessed, cut; in this thread. */
import { basename } from 'node:path';
import { AppError } from '../core/errors.ts';
import type { AlignedSource } from '../core/format/alignmentFile.ts';
import { sayWarning } from '../core/format/read/index.ts';
import { endsBy } from '../core/format/srx.ts';
import { baseLanguage, cutBlocks, cutLines, type FindEnds } from '../core/text/index.ts';
import { decodeXml, firstBadByte, readBytes } from './files.ts';
import { openBytes, type ReadFile, readOpened } from './read/index.ts';
import { tellLanguage } from './readSlot.ts';

export interface NamedFile {
  readonly path: string;
  /** What messages and results call it. */
  readonly name: string;
  /** Guessed where it is left out. */
  readonly lang?: string;
  /** Told from the bytes where it is left out. */
  readonly encoding?: string;
  /** An SRX file whose rules cut it, in the place of the built-in ones. */
  readonly rules?: string;
  /** Nothing is taken for page furniture. */
  readonly noFurniture?: boolean;
  /** Takes what a person should know about the file, in English. */
  readonly tell?: (sentence: string) => void;
}

/**
 * Throws the AppErrors of `readBytes`, `openBytes` and the readers, `language-wrong` and `language-unknown`.
 * `segmented`: the file holds one segment a line already.
 */
export async function cutFile(file: NamedFile, segmented = false): Promise<AlignedSource> {
  const { name, encoding } = file;
  const bytes = await readBytes(file.path, name);
  const opened = openBytes(bytes, name, { encoding, format: segmented ? 'text' : undefined });
  // Nobody looks at a preview here: what is doubtful has to be named.
  if (opened.warnings.some(({ code }) => code === 'encoding-doubtful'))
    throw new AppError('file-not-utf8', { file: name, offset: firstBadByte(bytes) });
  const document = await readOpened(opened);
  if (document.units !== null)
    throw new AppError('usage', {
      reason: `“${name}” holds several languages side by side: add it to a project, or convert it.`,
    });
  for (const warning of document.warnings) file.tell?.(`${name}: ${sayWarning(warning)}`);
  const lang = chooseLanguage(file, document);
  const lines = (): string => document.blocks.map(({ text }) => text.replace(/\s*\n\s*/g, ' ')).join('\n');
  const { segments } = segmented
    ? cutLines(opened.text || lines(), lang)
    : cutBlocks(
        document.blocks,
        lang,
        await findRules(file.rules, lang),
        file.noFurniture ? 'text' : 'apart',
      );
  return { file: name, lang, segments };
}

/** Sentence ends by the rules of an SRX file; undefined where none is named. */
async function findRules(path: string | undefined, lang: string): Promise<FindEnds | undefined> {
  if (path === undefined) return undefined;
  const name = basename(path);
  return endsBy(name, decodeXml(await readBytes(path, name), name).text, lang);
}

/** The named language, unless the text is certainly in another one; the guessed language where none is named. */
function chooseLanguage({ name, lang }: NamedFile, document: ReadFile): string {
  const guess = tellLanguage(document);
  if (lang === undefined) {
    if (!guess.certain) throw new AppError('language-unknown', { file: name });
    return guess.lang;
  }
  if (guess.certain && baseLanguage(guess.lang) !== baseLanguage(lang))
    throw new AppError('language-wrong', { file: name, found: guess.lang, expected: lang });
  return lang;
}
