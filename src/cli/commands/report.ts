/** `songsong report`: coverage, flags, versions, notes and signatures of the documents of a project, as one file. */
import { extname } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { writeResult } from '../output.ts';
import { withServices } from '../services.ts';
import { resolveFrom, type Surroundings } from '../surroundings.ts';

const FORMATS = ['html', 'xlsx', 'json'] as const;
export interface ReportOptions {
  readonly document?: readonly string[];
  readonly format?: (typeof FORMATS)[number];
  readonly output?: string;
}

export function report(path: string, options: ReportOptions, surroundings: Surroundings): Promise<ExitCode> {
  const named = FORMATS.find((one) => `.${one}` === extname(options.output ?? '').toLowerCase());
  const format = options.format ?? named ?? 'html';
  if (format === 'xlsx' && options.output === undefined)
    throw new AppError('usage', { reason: 'A workbook goes into a file: add --output report.xlsx.' });
  return withServices(surroundings, async (services, client) => {
    const { key, documents } = services.openPath(resolveFrom(surroundings, path));
    const documentIds = chooseDocuments(documents, options.document);
    const { content, encoding } = await client.review.reportFile({
      project: key,
      format,
      ...(documentIds && { documentIds }),
    });
    await writeResult([Buffer.from(content, encoding)], options.output, surroundings);
    return EXIT.fine;
  });
}

/** Ids of the documents with these titles; null where none are named: all. */
export function chooseDocuments(
  documents: readonly { readonly id: number; readonly title: string }[],
  titles: readonly string[] | undefined,
): number[] | null {
  if (!titles) return null;
  const unknown = titles.find((title) => !documents.some((one) => one.title === title));
  if (unknown !== undefined) {
    const known = documents.map(({ title }) => `“${title}”`).join(', ');
    throw new AppError('usage', { reason: `There is no document “${unknown}”. There is: ${known}.` });
  }
  return documents.filter(({ title }) => titles.includes(title)).map(({ id }) => id);
}
