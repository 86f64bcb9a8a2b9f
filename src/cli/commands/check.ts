/** `songsong check`: a rendering with its original, a rendering alone, an aligned file, or what is in a project. */
import type { GlossaryConcept } from '../../core/check/index.ts';
import { AppError } from '../../core/errors.ts';
import { sayWarning } from '../../core/format/read/warnings.ts';
import type { Severity } from '../../core/model.ts';
import type { ExitCode } from '../exitCodes.ts';
import { exitCodeFor } from '../findings.ts';
import { type FlagPrint, printFlags } from '../formats.ts';
import { type LanguageOptions, nameFile, nameFiles, readLexicons } from '../inputs.ts';
import { isProjectFile } from '../options.ts';
import { writeResult } from '../output.ts';
import { createProgressLine } from '../progress.ts';
import { resolveFrom, type Surroundings } from '../surroundings.ts';

export interface CheckOptions extends LanguageOptions {
  readonly segmented?: boolean;
  readonly format: FlagPrint;
  /** A glossary file. */
  readonly glossary?: string;
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
    if (options.glossary !== undefined)
      throw new AppError('usage', {
        reason: `A project has a glossary of its own: \`songsong glossary ${source} ${options.glossary}\` takes the file in.`,
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
        glossary: await readTerms(options.glossary, surroundings),
        sourceLang: options.sourceLang,
      },
      progress.watch('Checking'),
    );
    progress.clear();
    await writeResult(printFlags(result, options.format, surroundings.version), options.output, surroundings);
    return exitCodeFor(result, options.failOn);
  } finally {
    progress.clear();
  }
}

/** The terms of a glossary file, as the checks take them. */
async function readTerms(name: string | undefined, surroundings: Surroundings): Promise<GlossaryConcept[]> {
  if (name === undefined) return [];
  const { readBytes } = await import('../../services/files.ts');
  const { readGlossaryBytes } = await import('../../services/glossary/files.ts');
  const { entries, warnings } = readGlossaryBytes(
    await readBytes(resolveFrom(surroundings, name), name),
    name,
  );
  for (const warning of warnings) process.stderr.write(`${name}: ${sayWarning(warning)}\n`);
  return entries.map(({ terms }, i) => ({ id: String(i + 1), terms }));
}

/** A lone file is the rendering: --target-lang names its language, whatever --source-lang says of the missing original. */
function languageOfLoneFile(options: LanguageOptions): string | undefined {
  const langs = options.targetLang ?? [];
  if (langs.length > 1)
    throw new AppError('usage', { reason: 'Name one language for one file, as --target-lang de.' });
  return langs[0];
}
