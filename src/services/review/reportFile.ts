/** The report of documents as one file. */
import type { DocumentReport } from '../../contract/index.ts';
import { AppError } from '../../core/errors.ts';
import { getProject, listDocuments } from '../../store/index.ts';
import type { OpenProject } from '../openProjects.ts';
import { fileNameFor } from '../projectFiles.ts';
import { makeReport } from './report.ts';
import { printReport } from './reportPage.ts';
import { printReportWorkbook } from './reportWorkbook.ts';

export type ReportFormat = 'html' | 'xlsx' | 'json';
const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};

/** `documentIds` null: all. Throws AppError `nothing-to-export` for a project without documents. */
export function writeReport(
  project: OpenProject,
  documentIds: readonly number[] | null,
  format: ReportFormat,
  at: number,
) {
  const { store } = project;
  const ids = documentIds ?? listDocuments(store).map(({ id }) => id);
  const reports = ids.map((id) => makeReport(store, project.index(id), at));
  if (reports.length === 0)
    throw new AppError('nothing-to-export', { reason: 'the project has no documents' });
  const title = reports.length === 1 ? reports[0]!.title : getProject(store).name;
  const { content, encoding } = print(title, reports, format);
  return {
    name: `${fileNameFor(title)}.report.${format}`,
    mediaType: MEDIA_TYPES[format],
    content,
    encoding,
  };
}

function print(title: string, reports: readonly DocumentReport[], format: ReportFormat) {
  const text = (content: string) => ({ content, encoding: 'utf8' as const });
  if (format === 'html') return text(printReport(title, reports));
  if (format === 'json')
    return text(`${JSON.stringify({ schema: 'songsong/report@1', documents: reports }, null, 2)}\n`);
  const content = Buffer.from(printReportWorkbook(reports)).toString('base64');
  return { content, encoding: 'base64' as const };
}
