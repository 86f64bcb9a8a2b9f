/** `songsong export` and `songsong convert`: what goes out, to standard output, a file, or a file for each pair or language. */
import { basename, dirname, extname, join } from 'node:path';
import { beadStatus, type ExportOptions } from '../../contract/index.ts';
import { AppError } from '../../core/errors.ts';
import {
  EXPORT_FORMAT_IDS,
  type ExportFormatId,
  UNIT_FORMAT_IDS,
  type UnitFormatId,
} from '../../core/format/write/ids.ts';
import type { ExportFile } from '../../services/exportTexts.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { isProjectFile } from '../options.ts';
import { writeResult } from '../output.ts';
import { createProgressLine } from '../progress.ts';
import { withServices } from '../services.ts';
import { resolveFrom, type Surroundings } from '../surroundings.ts';

export interface ExportChoices {
  readonly format?: ExportFormatId;
  readonly shape?: 'pairs' | 'multilingual';
  readonly codes?: Readonly<Record<string, string>>;
  readonly langs?: readonly string[];
  readonly statuses?: readonly string[];
  readonly confirmedOnly?: boolean;
  readonly furniture?: boolean;
  /** Unix milliseconds. */
  readonly changedSince?: number;
  readonly lowestScore?: number;
  readonly repeats?: 'all' | 'first';
  readonly output?: string;
}

/** Formats by the end of a file's name; a report or a whole project has to be asked for. */
const BY_EXTENSION: Readonly<Record<string, UnitFormatId>> = {
  tmx: 'tmx',
  xlf: 'xliff',
  xliff: 'xliff',
  tsv: 'tsv',
  csv: 'csv',
  xlsx: 'xlsx',
  docx: 'docx',
  html: 'html',
  htm: 'html',
  json: 'json',
  xml: 'tei',
  vert: 'vertical',
  vertical: 'vertical',
};
const formatOf = (path: string | undefined): UnitFormatId | undefined =>
  path === undefined ? undefined : BY_EXTENSION[extname(path).slice(1).toLowerCase()];

export function exportProject(
  path: string,
  choices: ExportChoices,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { format = formatOf(choices.output) ?? 'tmx', confirmedOnly, output, ...rest } = choices;
  const wrong = rest.statuses?.find((status) => !beadStatus.safeParse(status).success);
  if (wrong !== undefined)
    throw new AppError('usage', {
      reason: `There is no status “${wrong}”. Choose from ${beadStatus.options.join(', ')}.`,
    });
  const statuses = confirmedOnly ? ['confirmed', 'reviewed'] : rest.statuses?.slice();
  const options: ExportOptions = { ...rest, langs: rest.langs?.slice(), format, statuses };
  return withServices(surroundings, async (services) => {
    const { key } = services.openPath(resolveFrom(surroundings, path));
    await writeFiles(services.prepareExport(key, options), output, surroundings);
    return EXIT.fine;
  });
}

/** One file goes where it is told; of several each gets its languages into its name. */
async function writeFiles(
  files: readonly ExportFile[],
  output: string | undefined,
  surroundings: Surroundings,
): Promise<void> {
  const toFile = output !== undefined && output !== '-';
  if (files.length > 1 && !toFile)
    throw new AppError('usage', {
      reason: `These are ${files.length} files (${files.map(({ name }) => name).join(', ')}): name a file with -o, and each gets its languages into its name.`,
    });
  if (!toFile && files[0]?.binary && process.stdout.isTTY)
    throw new AppError('usage', { reason: 'This format is no text for a terminal: name a file with -o.' });
  for (const { name, chunks } of files)
    await writeResult(chunks(), files.length > 1 ? nameApart(output!, name) : output, surroundings);
}

/** `out/texts.tmx` for the file `Project.vi-de.tmx` is `out/texts.vi-de.tmx`. */
function nameApart(output: string, name: string): string {
  const extension = extname(output);
  const languages = extname(basename(name, extname(name)));
  return join(dirname(output), `${basename(output, extension)}${languages}${extension}`);
}

export interface ConvertChoices extends ExportChoices {
  readonly to?: ExportFormatId;
  readonly sourceLang?: string;
  /** The first is that of the file. */
  readonly encoding?: readonly (string | undefined)[];
  readonly columns?: readonly { readonly index: number; readonly lang: string }[];
}

/** A project or a file of aligned texts into another format, or a translation memory into a project. */
export async function convert(
  input: string,
  output: string,
  choices: ConvertChoices,
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (isProjectFile(output)) return intoProject(input, output, choices.sourceLang ?? 'vi', surroundings);
  const to = choices.to ?? formatOf(output);
  if (to === undefined)
    throw new AppError('usage', {
      reason: `The name “${basename(output)}” does not say which format to write: add --to (${EXPORT_FORMAT_IDS.join(', ')}).`,
    });
  const { sourceLang, encoding, columns, to: _, ...rest } = choices;
  if (isProjectFile(input)) return exportProject(input, { ...rest, format: to, output }, surroundings);
  const isUnits = (UNIT_FORMAT_IDS as readonly string[]).includes(to);
  if (!isUnits) throw new AppError('usage', { reason: `Only a project can be written as ${to}.` });
  const { convertFile, titleOf } = await import('../../services/convertFile.ts');
  const files = await convertFile({
    path: resolveFrom(surroundings, input),
    name: basename(input),
    to: to as UnitFormatId,
    sourceLang: sourceLang ?? columns?.[0]?.lang,
    encoding: encoding?.[0],
    columns,
    codes: choices.codes,
    title: titleOf(input),
    program: { version: surroundings.version, at: Date.now() },
  });
  await writeFiles(files, output, surroundings);
  return EXIT.fine;
}

function intoProject(
  input: string,
  output: string,
  sourceLang: string,
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (extname(input).toLowerCase() !== '.tmx')
    throw new AppError('usage', {
      reason: 'A project is made from a translation memory (.tmx): convert the file to TMX first.',
    });
  const progress = createProgressLine();
  return withServices(surroundings, async (services) => {
    const title = basename(input, extname(input));
    const { key } = services.createAt(resolveFrom(surroundings, output), title, sourceLang);
    try {
      await services.importMemory(key, {
        source: resolveFrom(surroundings, input),
        name: basename(input),
        title,
        onProgress: progress.watch('Reading').onProgress,
      });
    } finally {
      progress.clear();
    }
    return EXIT.fine;
  });
}
