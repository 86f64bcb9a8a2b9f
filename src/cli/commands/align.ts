/** `songsong align`: files in one shot, or what is in a project. */
import { AppError } from '../../core/errors.ts';
import type { ExitCode } from '../exitCodes.ts';
import { exitCodeFor } from '../findings.ts';
import { printAlignment } from '../formats.ts';
import { type AlignOptions, nameFiles, readLexicons } from '../inputs.ts';
import { isProjectFile } from '../options.ts';
import { writeResult } from '../output.ts';
import { createProgressLine } from '../progress.ts';
import type { Surroundings } from '../surroundings.ts';

export async function align(
  source: string,
  targets: readonly string[],
  options: AlignOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (isProjectFile(source)) {
    if (targets.length > 0)
      throw new AppError('usage', {
        reason: 'A project file stands alone: `songsong align texts.songsong`.',
      });
    const { alignProject } = await import('./project.ts');
    return alignProject(source, options, surroundings);
  }
  if (targets.length === 0)
    throw new AppError('usage', {
      reason: 'Name at least one rendering after the original: `songsong align original.txt german.txt`.',
    });
  const { alignFiles } = await import('../../services/oneShot.ts');
  const progress = createProgressLine();
  try {
    const result = await alignFiles(
      {
        ...nameFiles(source, targets, options, surroundings),
        segmented: options.segmented ?? false,
        check: options.check,
        lexicons: readLexicons(options, surroundings),
      },
      progress.watch('Aligning'),
    );
    progress.clear();
    await writeResult(printAlignment(result, options, surroundings.version), options.output, surroundings);
    return exitCodeFor(result, options.failOn);
  } finally {
    progress.clear();
  }
}
