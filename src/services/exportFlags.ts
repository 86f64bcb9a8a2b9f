/** The report of flags: what the checks said, what people decided, scored as MQM does. */
import { AppError } from '../core/errors.ts';
import { FLAG_FORMATS } from '../core/format/write/flagReports.ts';
import type { FlagReport, ReportedRendering } from '../core/format/write/flags.ts';
import type { FlagFormatId } from '../core/format/write/ids.ts';
import { isBody, SEVERITIES } from '../core/model.ts';
import { splitWords } from '../core/text/index.ts';
import { getProject, getSegment, loadText, type Store } from '../store/index.ts';
import type { DocumentIndex } from './documentIndex.ts';
import { chosenDocuments, type ExportFile, type ExportOptions, type Program } from './exportTexts.ts';
import { listFlags } from './flagViews.ts';
import type { OpenProject } from './openProjects.ts';
import { fileNameFor } from './projectFiles.ts';

const countWords = (store: Store, { original }: DocumentIndex): number =>
  loadText(store, original)
    .text.segments.filter(isBody)
    .reduce((sum, { text }) => sum + splitWords(text, original.lang).length, 0);

export function reportFlags(project: OpenProject, options: ExportOptions, program: Program): FlagReport {
  const { store } = project;
  const textOf = (ids: readonly number[]): string =>
    ids.flatMap((id) => getSegment(store, id)?.text ?? []).join(' ');
  const renderings = chosenDocuments(project, options).flatMap(({ index, alignments }) => {
    const words = countWords(store, index);
    return alignments.map(
      ({ id, target, verdict }): ReportedRendering => ({
        document: index.document.title,
        sourceLang: index.original.lang,
        lang: target.lang,
        label: target.label,
        verdict: verdict?.kind ?? null,
        words,
        flags: listFlags(store, index, {
          alignmentId: id,
          severities: SEVERITIES,
          decided: true,
          furniture: options.furniture,
        }).map((flag) => ({
          row: flag.number,
          check: flag.check,
          category: flag.category,
          severity: flag.severity,
          confidence: flag.confidence,
          message: flag.message,
          source: textOf(flag.sourceSegmentIds),
          target: textOf(flag.targetSegmentIds),
          decision: flag.decision,
          reason: flag.reason,
        })),
      }),
    );
  });
  const { name } = getProject(store);
  return { title: name, toolVersion: program.version, createdAt: program.at, renderings };
}

/** Throws AppError `nothing-to-export` where nothing is aligned. */
export function prepareFlagReport(
  project: OpenProject,
  options: ExportOptions,
  program: Program,
): ExportFile[] {
  const report = reportFlags(project, options, program);
  if (report.renderings.length === 0)
    throw new AppError('nothing-to-export', { reason: 'no rendering is aligned yet' });
  const { extension, mediaType, binary, print } = FLAG_FORMATS[options.format as FlagFormatId];
  return [
    {
      name: `${fileNameFor(report.title)}.flags.${extension}`,
      mediaType,
      binary,
      chunks: async function* () {
        yield* print(report);
      },
    },
  ];
}
