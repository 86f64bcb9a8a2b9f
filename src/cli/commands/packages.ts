/** `songsong package` and `merge`: a part of a project for somebody else, and their work back. */
import { basename } from 'node:path';
import type { MergeConflict } from '../../contract/index.ts';
import { AppError } from '../../core/errors.ts';
import { tableRow } from '../../core/format/tables.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { writeResult } from '../output.ts';
import { withServices } from '../services.ts';
import { resolveFrom, type Surroundings } from '../surroundings.ts';
import { chooseDocuments } from './report.ts';

export interface PackageOptions {
  readonly langs?: readonly (string | undefined)[];
  readonly document?: readonly string[];
}

/** Makes a package beside the project and prints its name. */
export function pack(
  path: string,
  name: string,
  options: PackageOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  return withServices(surroundings, async (services, client) => {
    const { key, documents } = services.openPath(resolveFrom(surroundings, path));
    if (documents.length === 0)
      throw new AppError('nothing-to-export', { reason: 'the project has no documents' });
    const langs = options.langs?.filter((lang) => lang !== undefined);
    const known = new Set(documents.flatMap(({ columns }) => columns.slice(1).map(({ lang }) => lang)));
    const unknown = langs?.find((lang) => !known.has(lang));
    if (unknown !== undefined)
      throw new AppError('usage', {
        reason: `There is no rendering in “${unknown}”. There is: ${[...known].join(', ')}.`,
      });
    const made = await client.packages.export({
      project: key,
      name,
      documentIds: chooseDocuments(documents, options.document) ?? documents.map(({ id }) => id),
      ...(langs && { langs }),
    });
    await writeResult([`${made.name}\n`], undefined, surroundings);
    return EXIT.fine;
  });
}

export interface MergeOptions {
  readonly take?: readonly string[];
  readonly dryRun?: boolean;
  readonly format: 'tsv' | 'json';
  readonly output?: string;
}

/** Takes the work of a package in; conflicts are printed, and the exit code tells that there are some. */
export function merge(
  path: string,
  from: string,
  { take = [], dryRun = false, format, output }: MergeOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  return withServices(surroundings, async (services, client) => {
    const { key: project } = services.openPath(resolveFrom(surroundings, path));
    const file = services.fileOf(resolveFrom(surroundings, from));
    const ask = (keys: readonly string[], only: boolean) =>
      client.packages.merge({ project, file, take: [...keys], dryRun: only });
    const keys = take.includes('all') ? (await ask([], true)).conflicts.map(({ key }) => key) : take;
    const merged = await ask(keys, dryRun);
    await services.idle();
    const printed =
      format === 'json'
        ? [`${JSON.stringify({ schema: 'songsong/merge@1', ...merged })}\n`]
        : printConflicts(merged.conflicts);
    await writeResult(printed, output, surroundings);
    const { taken, conflicts } = merged;
    process.stderr.write(
      `${basename(from)}: ${taken} changes ${dryRun ? 'could be taken in' : 'taken in'}, ${conflicts.length} left for a person.\n`,
    );
    return conflicts.length > 0 ? EXIT.findings : EXIT.fine;
  });
}

function* printConflicts(conflicts: readonly MergeConflict[]): Generator<string> {
  yield tableRow(['key', 'what', 'language', 'sentence', 'before', 'here', 'package']);
  for (const { key, what, lang, number, before, ours, theirs } of conflicts)
    yield tableRow([key, what, lang ?? '', String(number ?? ''), before ?? '', ours, theirs]);
}
