/** Everything that is to be said of a document and its renderings, in figures and lists. */
import type { DocumentReport, NoteThread, ReportPart } from '../../contract/index.ts';
import { compareSentences } from '../../core/compare/index.ts';
import { isBody, SEVERITIES } from '../../core/model.ts';
import {
  flagsOf,
  getSegment,
  type RevisionRow,
  revisionsOf,
  type Store,
  segmentsBetween,
} from '../../store/index.ts';
import type { DocumentIndex, IndexedAlignment } from '../documentIndex.ts';
import { rowOfFlag } from '../flagViews.ts';
import { placeOf } from '../grid.ts';
import { countChanges } from '../versions/counts.ts';
import { type BodyBead, bodyBeadsOf } from './bodyBeads.ts';
import { readThreads } from './noteThreads.ts';
import { readSamples } from './samples.ts';
import { listSignOffs } from './signatures.ts';

const textsOf = (store: Store, versionId: number): string[] =>
  segmentsBetween(store, versionId, 0, Number.MAX_SAFE_INTEGER)
    .filter(isBody)
    .map(({ text }) => text);

export function makeReport(store: Store, index: DocumentIndex, madeAt: number): DocumentReport {
  const revisions = revisionsOf(store, index.document.id);
  const samples = readSamples(store, index);
  const signOffs = listSignOffs(store, index.document.id);
  const threads = readThreads(store, index, '');
  return {
    title: index.document.title,
    originalLang: index.original.lang,
    sentences: textsOf(store, index.original.id).length,
    madeAt,
    parts: index.alignments.map((alignment, i) => {
      const { lang } = alignment.target;
      return {
        ...countGroups(store, index, alignment, i + 1),
        ...countFlagsByCategory(store, index, alignment),
        lang,
        label: alignment.target.label || alignment.target.sourceName,
        verdict: alignment.verdict && { ...alignment.verdict, reasons: [...alignment.verdict.reasons] },
        versions: tellVersions(
          store,
          revisions.filter((one) => one.columnRank === alignment.target.columnRank),
        ),
        samples: samples
          .filter((sample) => sample.alignmentId === alignment.id)
          .map(({ beads: _, alignmentId: __, ...sample }) => sample),
        signOffs: signOffs.filter((one) => one.columnRank === alignment.target.columnRank),
        openNotes: threads
          .filter(({ versionId, resolved }) => !resolved && versionId === alignment.target.id)
          .map((thread) => listNote(store, index, thread)),
      };
    }),
  };
}

function listNote(store: Store, index: DocumentIndex, thread: NoteThread): ReportPart['openNotes'][number] {
  const { segmentId, versionId, lang, quote, author, text, replies } = thread;
  const number = index.numberOf(versionId, getSegment(store, segmentId)?.rank ?? 0);
  return { number, lang, quote, author, text, answers: replies.length };
}

function countGroups(
  store: Store,
  index: DocumentIndex,
  alignment: IndexedAlignment,
  column: number,
): Pick<ReportPart, 'groups' | 'statuses' | 'omissions' | 'additions' | 'rejected'> {
  const beads = bodyBeadsOf(store, alignment);
  const rows = index.rowsWith(false);
  const words = (bead: BodyBead): string =>
    segmentsBetween(store, alignment.targetId, bead.start.targetTo, bead.targetTo)
      .map(({ text }) => text)
      .join(' ');
  return {
    groups: beads.length,
    statuses: [...Map.groupBy(beads, ({ status }) => status)]
      .map(([status, list]) => ({ status, count: list.length }))
      .sort((a, b) => b.count - a.count),
    omissions: beads.filter(({ targets }) => targets === 0).length,
    additions: beads.filter(({ sources }) => sources === 0).length,
    rejected: beads
      .filter(({ status }) => status === 'rejected')
      .map((bead) => ({
        row: placeOf(rows, column, bead.start, bead)?.firstRow ?? null,
        number: index.numberOf(index.original.id, bead.sourceTo),
        target: words(bead),
        reason: bead.reason ?? '',
        reviewer: bead.reviewer ?? '',
      })),
  };
}

function countFlagsByCategory(
  store: Store,
  index: DocumentIndex,
  alignment: IndexedAlignment,
): Pick<ReportPart, 'flags' | 'openFlags'> {
  const flags = flagsOf(store, alignment.id);
  const rows = index.rowsWith(false);
  const grave = (severity: (typeof SEVERITIES)[number]): number => SEVERITIES.indexOf(severity);
  const groups = Map.groupBy(flags, ({ category, severity }) => `${category}\t${severity}`);
  return {
    flags: [...groups.values()]
      .map((list) => ({
        category: list[0]!.category,
        severity: list[0]!.severity,
        open: list.filter(({ decision }) => decision === null).length,
        agreed: list.filter(({ decision }) => decision === 'agreed').length,
        dismissed: list.filter(({ decision }) => decision === 'dismissed').length,
      }))
      .sort((a, b) => grave(a.severity) - grave(b.severity) || a.category.localeCompare(b.category, 'en')),
    openFlags: flags
      .filter(({ decision, severity }) => decision !== 'dismissed' && severity !== 'note')
      .map((flag) => ({ flag, row: rowOfFlag(store, index, rows, flag) ?? 0 }))
      .map(({ flag, row }) => ({
        row,
        number: index.numberOf(index.original.id, rows.rank[row] ?? 0),
        check: flag.check,
        category: flag.category,
        severity: flag.severity,
        message: flag.message,
        decision: flag.decision === 'agreed' ? ('agreed' as const) : ('open' as const),
      }))
      .sort((a, b) => grave(a.severity) - grave(b.severity) || a.row - b.row),
  };
}

/** What each version changed against the one that it goes on from, newest first. */
function tellVersions(store: Store, revisions: readonly RevisionRow[]): ReportPart['versions'] {
  const byId = new Map(revisions.map((one) => [one.id, one]));
  const nameOf = (one: RevisionRow): string => one.label || one.sourceName;
  return revisions.flatMap((to) => {
    const from = byId.get(to.parentId ?? 0);
    if (!from) return [];
    const changes = compareSentences(textsOf(store, from.id), textsOf(store, to.id), to.lang);
    return [{ from: nameOf(from), to: nameOf(to), at: to.importedAt, counts: countChanges(changes) }];
  });
}
