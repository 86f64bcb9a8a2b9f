/** The files that a command names, with the languages that were named for them. */
import { AppError } from '../core/errors.ts';
import type { Severity } from '../core/model.ts';
import type { NamedFile } from '../services/cutFile.ts';
import { resolveFrom, type Surroundings } from './surroundings.ts';

export interface LanguageOptions {
  readonly sourceLang?: string;
  /** In the order of the renderings; undefined where it is to be guessed. */
  readonly targetLang?: readonly (string | undefined)[];
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

export const nameFile = (name: string, lang: string | undefined, surroundings: Surroundings): NamedFile => ({
  path: resolveFrom(surroundings, name),
  name,
  lang,
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
    source: nameFile(source, options.sourceLang, surroundings),
    targets: targets.map((name, i) => nameFile(name, langs[i], surroundings)),
  };
}
