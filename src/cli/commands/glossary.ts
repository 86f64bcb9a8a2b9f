/** `songsong glossary`: the terms of a project, in and out. */
import { basename } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { GlossaryFormat } from '../../core/format/glossary/formats.ts';
import { sayWarning } from '../../core/format/read/warnings.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { writeResult } from '../output.ts';
import { followJob } from '../progress.ts';
import { withServices } from '../services.ts';
import { resolveFrom, type Surroundings } from '../surroundings.ts';

export interface GlossaryOptions {
  readonly encoding?: readonly (string | undefined)[];
  readonly dryRun?: boolean;
  readonly format?: GlossaryFormat;
  readonly output?: string;
}

export function glossary(
  path: string,
  file: string | undefined,
  options: GlossaryOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (file !== undefined && (options.format || options.output))
    throw new AppError('usage', {
      reason: 'Name a file to take in, or -o and --format to write out, not both.',
    });
  return withServices(surroundings, async (services, client) => {
    const { key: project } = services.openPath(resolveFrom(surroundings, path));
    if (file === undefined) {
      const isTable = /\.(?:csv|txt)$/i.test(options.output ?? '.csv');
      const format = options.format ?? (isTable ? 'csv' : 'tbx');
      const { content } = await client.glossary.export({ project, format });
      await writeResult([content ?? ''], options.output, surroundings);
      return EXIT.fine;
    }
    const input = {
      project,
      file: services.fileOf(resolveFrom(surroundings, file)),
      ...(options.encoding?.[0] !== undefined && { encoding: options.encoding[0] }),
    };
    const seen = await client.glossary.preview(input);
    for (const warning of seen.warnings) process.stderr.write(`${file}: ${sayWarning(warning)}\n`);
    const tell = ({ added, changed, same }: { added: number; changed: number; same: number }): void => {
      const verb = options.dryRun ? 'would be' : 'are';
      process.stderr.write(
        `${basename(file)}: ${added} concepts ${verb} new, ${changed} ${verb} changed, ${same} are known already.\n`,
      );
    };
    if (options.dryRun) {
      tell(seen);
      return EXIT.fine;
    }
    const done = await client.glossary.import(input);
    if (done.jobId !== null) await followJob(services, client, done.jobId, 'Checking');
    tell(done);
    return EXIT.fine;
  });
}
