/** `songsong check`: a rendering with its original, a rendering alone, or what is in a project. */
import { AppError } from '../../core/errors.ts';
import type { Severity } from '../../core/model.ts';
import type { ExitCode } from '../exitCodes.ts';
import { exitCodeFor } from '../findings.ts';
import { printFlags } from '../formats.ts';
import { type LanguageOptions, nameFile, nameFiles, readLexicons } from '../inputs.ts';
import { isProjectFile } from '../options.ts';
import { writeResult } from '../output.ts';
import { createProgressLine } from '../progress.ts';
import type { Surroundings } from '../surroundings.ts';

export interface CheckOptions extends LanguageOptions {
  readonly segmented?: boolean;
  readonly format: 'json' | 'tsv';
  readonly failOn?: Severity;
  readonly output?: string;
}

export async function check(
  source: string,
  targets: readonly string[],
  options: CheckOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (isProjectFile(source)) {
    if (targets.length > 0)
      throw new AppError('usage', {
        reason: 'A project file stands alone: `songsong check texts.songsong`.',
      });
    const { checkProject } = await import('./project.ts');
    return checkProject(source, options, surroundings);
  }
  const { checkFiles } = await import('../../services/oneShot.ts');
  const progress = createProgressLine();
  try {
    const files =
      targets.length > 0
        ? nameFiles(source, targets, options, surroundings)
        : {
            source: null,
            targets: [
              nameFile(
                source,
                languageOfLoneFile(options),
                { ...options, encoding: options.encoding?.[0] },
                surroundings,
              ),
            ],
          };
    const result = await checkFiles(
      {
        ...files,
        segmented: options.segmented ?? false,
        lexicons: readLexicons(options, surroundings),
      },
      progress.watch('Checking'),
    );
    progress.clear();
    await writeResult(printFlags(result, options.format), options.output, surroundings);
    return exitCodeFor(result, options.failOn);
  } finally {
    progress.clear();
  }
}

/** A lone file is the rendering: --target-lang names its language, whatever --source-lang says of the missing original. */
function languageOfLoneFile(options: LanguageOptions): string | undefined {
  const langs = options.targetLang ?? [];
  if (langs.length > 1)
    throw new AppError('usage', { reason: 'Name one language for one file, as --target-lang de.' });
  return langs[0];
}
