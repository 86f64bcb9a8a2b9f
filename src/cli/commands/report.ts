/** `songsong report`: coverage, flags, versions and signatures of every document of a project; and packages out and in. */
import { AppError } from '../../core/errors.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { writeResult } from '../output.ts';
import { withServices } from '../services.ts';
import { resolveFrom, type Surroundings } from '../surroundings.ts';

export interface ReportOptions {
  readonly document?: string;
  readonly format: 'html' | 'json';
  readonly output?: string;
}

/** A page is about one document; JSON takes all. */
export function report(path: string, options: ReportOptions, surroundings: Surroundings): Promise<ExitCode> {
  return withServices(surroundings, async (services, client) => {
    const { key, documents } = services.openPath(resolveFrom(surroundings, path));
    const chosen = documents.filter(
      ({ title }) => options.document === undefined || title === options.document,
    );
    if (options.format === 'html' && chosen.length !== 1)
      throw new AppError('usage', {
        reason: `Name one document with --document: ${documents.map(({ title }) => title).join(', ')}.`,
      });
    if (options.format === 'html') {
      const { html } = await client.review.reportPage({ project: key, documentId: chosen[0]!.id });
      await writeResult([html], options.output, surroundings);
      return EXIT.fine;
    }
    const reports = [];
    for (const { id } of chosen) reports.push(await client.review.report({ project: key, documentId: id }));
    const result = { schema: 'songsong/report@1', documents: reports };
    await writeResult([`${JSON.stringify(result)}\n`], options.output, surroundings);
    return EXIT.fine;
  });
}

/** Takes the work of a package in; conflicts are printed, and the exit code tells that there were some. */
export function merge(path: string, from: string, surroundings: Surroundings): Promise<ExitCode> {
  return withServices(surroundings, async (services, client) => {
    const { key } = services.openPath(resolveFrom(surroundings, path));
    const file = services.fileOf(resolveFrom(surroundings, from));
    const merged = await client.packages.merge({ project: key, file });
    await writeResult(
      [`${JSON.stringify({ schema: 'songsong/merge@1', ...merged })}\n`],
      undefined,
      surroundings,
    );
    return merged.conflicts.length > 0 ? EXIT.findings : EXIT.fine;
  });
}

/** Makes a package beside the project and prints its name. */
export function pack(
  path: string,
  name: string,
  options: { readonly langs?: readonly string[] },
  surroundings: Surroundings,
): Promise<ExitCode> {
  return withServices(surroundings, async (services, client) => {
    const { key, documents } = services.openPath(resolveFrom(surroundings, path));
    const made = await client.packages.export({
      project: key,
      name,
      documentIds: documents.map(({ id }) => id),
      ...(options.langs && { langs: [...options.langs] }),
    });
    await writeResult([`${made.name}\n`], undefined, surroundings);
    return EXIT.fine;
  });
}
