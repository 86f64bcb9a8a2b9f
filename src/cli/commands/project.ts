/** Commands on a project file: made, filled, aligned, checked, exported. */
import { basename, extname } from 'node:path';
import type { ProjectSummary } from '../../contract/index.ts';
import { AppError } from '../../core/errors.ts';
import { tableRow } from '../../core/format/tables.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { exitCodeFor } from '../findings.ts';
import { printReport } from '../formats.ts';
import { type AlignOptions, type PrintOptions, readLexicons } from '../inputs.ts';
import { isProjectFile } from '../options.ts';
import { writeResult } from '../output.ts';
import { followJob } from '../progress.ts';
import { type Client, withServices } from '../services.ts';
import { resolveFrom, type Surroundings } from '../surroundings.ts';
import type { CheckOptions } from './check.ts';

export async function createProject(
  path: string,
  options: { readonly sourceLang: string; readonly name?: string },
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (!isProjectFile(path))
    throw new AppError('usage', { reason: 'Let the name of a project end in .songsong.' });
  const name = options.name ?? basename(path, extname(path));
  await withServices(surroundings, async (services) =>
    services.createAt(resolveFrom(surroundings, path), name, options.sourceLang),
  );
  return EXIT.fine;
}

/** Aligns every document; confirmed beads stay. Prints the summary of the project. */
export function alignProject(
  path: string,
  options: AlignOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (options.format !== 'json')
    throw new AppError('usage', {
      reason: `A project is aligned in place: write it out with \`songsong export ${path}\`.`,
    });
  return withServices(
    surroundings,
    async (services, client) => {
      const project = services.openPath(resolveFrom(surroundings, path));
      for (const { id, title } of project.documents) {
        const { jobId } = await client.jobs.align({ project: project.key, documentId: id });
        await followJob(services, client, jobId, `Aligning ${title}`);
      }
      const summary = await client.projects.get({ project: project.key });
      await writeResult([`${JSON.stringify(publicSummary(summary))}\n`], options.output, surroundings);
      return options.failOn ? exitCodeFor(await listFlags(client, summary), options.failOn) : EXIT.fine;
    },
    readLexicons(options, surroundings),
  );
}

/** Checks every document again and prints the open flags. */
export function checkProject(
  path: string,
  options: CheckOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  return withServices(
    surroundings,
    async (services, client) => {
      const project = services.openPath(resolveFrom(surroundings, path));
      for (const { id, title } of project.documents) {
        const { jobId } = await client.jobs.check({ project: project.key, documentId: id });
        await followJob(services, client, jobId, `Checking ${title}`);
      }
      const summary = await client.projects.get({ project: project.key });
      const result = await listFlags(client, summary);
      const { format } = options;
      const printed =
        format === 'text' || format === 'html'
          ? printReport(services.reportFlags(project.key), format)
          : printProjectFlags(result, format);
      await writeResult(printed, options.output, surroundings);
      return exitCodeFor(result, options.failOn);
    },
    readLexicons(options, surroundings),
  );
}

export interface ExportOptions extends PrintOptions {
  readonly confirmedOnly?: boolean;
  readonly output?: string;
}

/** The key is a secret of this run. */
const publicSummary = ({ key: _key, ...rest }: ProjectSummary) => ({ schema: 'songsong/project@1', ...rest });

async function listFlags(client: Client, { key, documents }: ProjectSummary) {
  const severities = ['critical', 'major', 'minor', 'note'] as const;
  const targets = [];
  for (const { id, title } of documents) {
    const flags = await client.flags.list({ project: key, documentId: id, severities: [...severities] });
    targets.push({ document: title, flags });
  }
  return { schema: 'songsong/flags@1', targets };
}

function* printProjectFlags(
  result: Awaited<ReturnType<typeof listFlags>>,
  format: 'json' | 'tsv',
): Generator<string> {
  if (format === 'json') {
    const { schema, targets } = result;
    yield `${JSON.stringify({ schema, documents: targets.map(({ document, flags }) => ({ title: document, flags })) })}\n`;
    return;
  }
  yield tableRow(['document', 'lang', 'row', 'check', 'severity', 'confidence', 'message']);
  for (const { document, flags } of result.targets)
    for (const { lang, number, check, severity, confidence, message } of flags)
      yield tableRow([document, lang, number, check, severity, confidence.toFixed(2), message]);
}
