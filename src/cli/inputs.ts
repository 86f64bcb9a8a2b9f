/** The files that a command names, with the languages that were named for them. */
import { AppError } from '../core/errors.ts';
import type { Severity } from '../core/model.ts';
import type { NamedFile } from '../services/cutFile.ts';
import { readLexiconFile } from '../services/userLexicon.ts';
import { resolveFrom, type Surroundings } from './surroundings.ts';

export interface LanguageOptions {
  readonly sourceLang?: string;
  /** In the order of the renderings; undefined where it is to be guessed. */
  readonly targetLang?: readonly (string | undefined)[];
  /** One for all files, or one for each, the original first; undefined where it is to be told from the file. */
  readonly encoding?: readonly (string | undefined)[];
  /** An SRX file whose rules cut all texts. */
  readonly rules?: string;
  /** False: nothing is taken for page furniture. */
  readonly furniture?: boolean;
  /** Lexicon files of the person's own. */
  readonly lexicon?: readonly string[];
}

export interface PrintOptions {
  readonly format: 'json' | 'tmx' | 'tsv';
  readonly shape?: 'pairs' | 'multilingual';
  readonly codes?: Readonly<Record<string, string>>;
}

export interface AlignOptions extends LanguageOptions, PrintOptions {
  readonly segmented?: boolean;
  readonly check: boolean;
  readonly failOn?: Severity;
  readonly output?: string;
}

export const nameFile = (
  name: string,
  lang: string | undefined,
  {
    encoding,
    rules,
    furniture,
  }: { readonly encoding?: string; readonly rules?: string; readonly furniture?: boolean } = {},
  surroundings: Surroundings,
): NamedFile => ({
  path: resolveFrom(surroundings, name),
  name,
  lang,
  encoding,
  rules: rules === undefined ? undefined : resolveFrom(surroundings, rules),
  noFurniture: furniture === false,
  tell: (sentence) => process.stderr.write(`${sentence}\n`),
});

/** The encoding of the file at a place: one name holds for all files, several for each in their order. */
const readingAt = ({ encoding = [], rules, furniture }: LanguageOptions, place: number) => ({
  encoding: encoding.length === 1 ? encoding[0] : encoding[place],
  rules,
  furniture,
});

export function nameFiles(
  source: string,
  targets: readonly string[],
  options: LanguageOptions,
  surroundings: Surroundings,
): { source: NamedFile; targets: NamedFile[] } {
  const langs = options.targetLang ?? [];
  if (langs.length > targets.length)
    throw new AppError('usage', {
      reason: `--target-lang names ${langs.length} languages for ${targets.length} renderings: name one for each, in their order.`,
    });
  return {
    source: nameFile(source, options.sourceLang, readingAt(options, 0), surroundings),
    targets: targets.map((name, i) => nameFile(name, langs[i], readingAt(options, i + 1), surroundings)),
  };
}

/** Throws AppErrors `file-missing` and `lexicon-invalid`. */
export const readLexicons = (
  { lexicon = [] }: Pick<LanguageOptions, 'lexicon'>,
  surroundings: Surroundings,
): string[] => lexicon.map((name) => readLexiconFile(resolveFrom(surroundings, name)));
