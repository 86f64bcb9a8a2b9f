/** `songsong revise`: a revised text takes the place of the one in a project; what did not change keeps everything. */
import { basename } from 'node:path';
import type { VersionPreview } from '../../contract/index.ts';
import { AppError } from '../../core/errors.ts';
import { baseLanguage } from '../../core/text/index.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { writeResult } from '../output.ts';
import { type Client, withServices } from '../services.ts';
import { resolveFrom, type Surroundings } from '../surroundings.ts';

export interface ReviseOptions {
  readonly document?: string;
  readonly lang?: string;
  readonly label?: string;
  readonly encoding?: readonly (string | undefined)[];
  readonly columns?: readonly { readonly index: number; readonly lang: string }[];
  readonly code?: string;
  readonly dryRun?: boolean;
  readonly format: 'text' | 'json';
}

export function revise(
  path: string,
  file: string,
  options: ReviseOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  return withServices(surroundings, async (services, client) => {
    const { key: project, documents } = services.openPath(resolveFrom(surroundings, path));
    const documentId = chooseDocument(documents, options.document);
    const of = await chooseText(client, { project, documentId }, options.lang);
    const input = {
      project,
      documentId,
      of,
      file: services.fileOf(resolveFrom(surroundings, file)),
      encoding: options.encoding?.[0],
      columns: options.columns && [...options.columns],
      code: options.code,
    };
    const preview = await client.versions.preview(input);
    const { versionId, jobId } = options.dryRun
      ? { versionId: null, jobId: null }
      : await client.versions.add({ ...input, label: options.label });
    // The checks of what changed are part of it.
    await services.idle();
    if (jobId !== null) await services.finished(jobId);
    const printed =
      options.format === 'json'
        ? [`${JSON.stringify({ schema: 'songsong/revision@1', versionId, ...preview })}\n`]
        : printPreview(basename(file), preview, versionId !== null);
    await writeResult(printed, undefined, surroundings);
    return EXIT.fine;
  });
}

function chooseDocument(
  documents: readonly { readonly id: number; readonly title: string }[],
  title: string | undefined,
): number {
  const named = documents.filter((one) => title === undefined || one.title === title);
  if (named.length === 1) return named[0]!.id;
  const titles = documents.map((one) => one.title).join(', ');
  throw new AppError('usage', { reason: `Name one document with --document: ${titles}.` });
}

/** The id of the version that holds: of a language, or of the only rendering. */
async function chooseText(
  client: Client,
  place: { readonly project: string; readonly documentId: number },
  lang: string | undefined,
): Promise<number> {
  const holding = (await client.versions.list(place)).filter(({ current }) => current);
  const fitting = holding.filter((one) =>
    lang === undefined ? one.role === 'rendering' : baseLanguage(one.lang) === baseLanguage(lang),
  );
  const exact = fitting.filter((one) => one.label === lang);
  const [chosen, another] = exact.length === 1 ? exact : fitting;
  if (chosen && !another) return chosen.versionId;
  const texts = holding.map((one) => one.lang).join(', ');
  throw new AppError('usage', { reason: `Name the text that is revised with --lang; there are ${texts}.` });
}

function* printPreview(
  name: string,
  { counts, stale, untouched, aligned, sample }: VersionPreview,
  done: boolean,
): Generator<string> {
  const { same, changed, moved, added, removed } = counts;
  const from = aligned ? ` (${aligned.code} of ${aligned.units} units)` : '';
  yield `${name}${from}: ${changed} changed, ${moved} moved, ${added} added, ${removed} removed, ${same} the same\n`;
  if (untouched > 0) yield `${untouched} sentences that the file says nothing of stay as they are\n`;
  yield `${stale} groups ${done ? 'are' : 'would become'} stale\n`;
  for (const { kind, words } of sample) {
    const said = words.map((word) =>
      word.kind === 'added' ? `{+${word.text}+}` : word.kind === 'removed' ? `[-${word.text}-]` : word.text,
    );
    yield `  ${kind}: ${said.join('')}\n`;
  }
}
