/** Flags as the grid and the inspector show them. */
import type { FlagView } from '../contract/index.ts';
import { SEVERITIES, type Severity } from '../core/model.ts';
import {
  type BeadRow,
  beadOfSource,
  beadOfTarget,
  beadsTouching,
  type FlagRow,
  flagsOf,
  flagsOn,
  getSegment,
  type Store,
  segmentsBetween,
} from '../store/index.ts';
import { startOf } from './additions.ts';
import type { DocumentIndex, IndexedAlignment, Rows } from './documentIndex.ts';
import { placeOf, rowOfSentence } from './grid.ts';

export interface FlagFilter {
  readonly alignmentId?: number;
  readonly check?: string;
  readonly severities: readonly Severity[];
  readonly decided: boolean;
  /** Whether rows are counted with page furniture. */
  readonly furniture: boolean;
  /** Only flags shown in these rows, `to` not included. */
  readonly rows?: { readonly from: number; readonly to: number };
}

/** In the order of the rows, and of the columns within a row. */
export function listFlags(store: Store, index: DocumentIndex, filter: FlagFilter): FlagView[] {
  const rows = index.rowsWith(filter.furniture);
  const { from, to } = filter.rows ?? { from: 0, to: Number.POSITIVE_INFINITY };
  return index.alignments
    .filter(({ id }) => filter.alignmentId === undefined || id === filter.alignmentId)
    .flatMap((alignment) =>
      filter.rows ? flagsInRows(store, alignment, rows, filter.rows) : flagsOf(store, alignment.id),
    )
    .filter(
      (flag) =>
        filter.severities.includes(flag.severity) &&
        (filter.check === undefined || flag.check === filter.check) &&
        (filter.decided || flag.decision === null),
    )
    .map((flag) => viewFlag(store, index, rows, flag))
    .filter(({ row }) => row >= from && row < to)
    .sort((a, b) => a.row - b.row);
}

/** Flags on the groups that touch some rows: a window asks for its own alone, however many the document has. */
function flagsInRows(
  store: Store,
  alignment: IndexedAlignment,
  rows: Rows,
  { from, to }: { readonly from: number; readonly to: number },
): readonly FlagRow[] {
  const last = Math.min(to, rows.total) - 1;
  if (from > last || from < 0) return [];
  const beads = beadsTouching(store, alignment.id, rows.rank[from]!, rows.rank[last]!);
  const [first] = beads;
  if (!first) return [];
  const start = startOf(store, first);
  const end = beads.at(-1)!;
  const segments = [
    ...segmentsBetween(store, alignment.sourceId, start.sourceTo, end.sourceTo),
    ...segmentsBetween(store, alignment.targetId, start.targetTo, end.targetTo),
  ];
  return flagsOn(
    store,
    alignment.id,
    segments.map(({ id }) => id),
  );
}

export function viewFlag(store: Store, index: DocumentIndex, rows: Rows, flag: FlagRow): FlagView {
  const { fingerprint: _, pairKey: __, sourceSegmentIds, targetSegmentIds, ...rest } = flag;
  const row = rowOfFlag(store, index, rows, flag) ?? 0;
  return {
    ...rest,
    params: { ...flag.params },
    sourceSegmentIds: [...sourceSegmentIds],
    targetSegmentIds: [...targetSegmentIds],
    row,
    number: index.numberOf(index.original.id, rows.rank[row] ?? 0),
  };
}

/** The bead whose cell shows the flag: that of its first target sentence, else of its first original sentence. */
export function beadOfFlag(store: Store, flag: FlagRow): BeadRow | undefined {
  const [targetId] = flag.targetSegmentIds;
  const [sourceId] = flag.sourceSegmentIds;
  const segment = getSegment(store, targetId ?? sourceId ?? 0);
  if (!segment) return undefined;
  return targetId === undefined
    ? beadOfSource(store, flag.alignmentId, segment.rank)
    : beadOfTarget(store, flag.alignmentId, segment.rank);
}

/** The row of its original sentence where that stands in the cell, else the first row of the cell; null where hidden. */
export function rowOfFlag(store: Store, index: DocumentIndex, rows: Rows, flag: FlagRow): number | null {
  const bead = beadOfFlag(store, flag);
  if (!bead) return null;
  const start = startOf(store, bead);
  const source =
    flag.sourceSegmentIds[0] === undefined ? undefined : getSegment(store, flag.sourceSegmentIds[0]);
  if (source && source.rank > start.sourceTo && source.rank <= bead.sourceTo) {
    const row = rowOfSentence(rows, source.rank);
    if (row !== null) return row;
  }
  const number = index.alignments.findIndex(({ id }) => id === flag.alignmentId) + 1;
  return placeOf(rows, number, start, bead)?.firstRow ?? null;
}

/** Flags on one bead, worst first; notes and decided ones too. */
export function flagsOfBead(store: Store, index: DocumentIndex, bead: BeadRow): FlagView[] {
  const alignment = index.alignment(bead.alignmentId);
  const start = startOf(store, bead);
  const ids = [
    ...segmentsBetween(store, alignment.sourceId, start.sourceTo, bead.sourceTo),
    ...segmentsBetween(store, alignment.targetId, start.targetTo, bead.targetTo),
  ].map(({ id }) => id);
  const rows = index.rowsWith(true);
  const rank = (flag: FlagRow): number => SEVERITIES.indexOf(flag.severity) + (flag.decision ? 10 : 0);
  return [...flagsOn(store, bead.alignmentId, ids)]
    .sort((a, b) => rank(a) - rank(b) || b.confidence - a.confidence)
    .map((flag) => viewFlag(store, index, rows, flag));
}
