/** Windows of the grid: rows with the cells that touch them. */
import type { Cell, Row, RowWindow, SegmentView } from '../contract/index.ts';
import { AppError } from '../core/errors.ts';
import { isBody, SEVERITIES, type Severity } from '../core/model.ts';
import {
  type BeadRow,
  beadsTouching,
  type Cut,
  openFlagsAt,
  type SegmentRow,
  type Store,
  segmentsBetween,
} from '../store/index.ts';
import { startOf } from './additions.ts';
import { countUpTo, type DocumentIndex, type IndexedAlignment, type Rows } from './documentIndex.ts';

export const MAX_WINDOW = 1000;

/** Where a bead stands in the grid. */
export interface Place {
  readonly firstRow: number;
  readonly rowSpan: number;
  readonly sourceCount: number;
}

/** The place of a bead that begins at `start`; null where nothing of it is visible. */
export function placeOf(rows: Rows, alignmentNumber: number, start: Cut, end: Cut): Place | null {
  const first = countUpTo(rows.sentence, start.sourceTo);
  const last = countUpTo(rows.sentence, end.sourceTo) - 1;
  if (first <= last) {
    const firstRow = rows.rowOfSentence[first]!;
    return { firstRow, rowSpan: rows.rowOfSentence[last]! - firstRow + 1, sourceCount: last - first + 1 };
  }
  const after = countUpTo(rows.sentence, end.sourceTo) - 1;
  for (let row = after < 0 ? 0 : rows.rowOfSentence[after]! + 1; row < rows.total; row++) {
    if (rows.column[row] === 0) return null;
    if (
      rows.column[row] === alignmentNumber &&
      rows.targetTo[row] === end.targetTo &&
      rows.rank[row] === end.sourceTo
    )
      return { firstRow: row, rowSpan: 1, sourceCount: 0 };
  }
  return null;
}

/** The row of an original sentence, or null where it is hidden. */
export function rowOfSentence(rows: Rows, rank: number): number | null {
  const at = countUpTo(rows.sentence, rank) - 1;
  return at >= 0 && rows.sentence[at] === rank ? rows.rowOfSentence[at]! : null;
}

export const worstOf = (severities: readonly Severity[]): Severity | null =>
  SEVERITIES.find((severity) => severities.includes(severity)) ?? null;

interface WindowAsked {
  readonly from: number;
  readonly to: number;
  readonly furniture: boolean;
}
const checkSize = ({ from, to }: WindowAsked): void => {
  if (to - from > MAX_WINDOW) throw new AppError('usage', { reason: `Ask for ${MAX_WINDOW} rows at most.` });
};

/** Rows `from` to (not including) `to` that stand together. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** A window of the rows that a filter leaves: `from` and `to` count in `shown`; rows and cells keep the places they have without it. */
export function readFilteredWindow(
  store: Store,
  index: DocumentIndex,
  revision: number,
  options: WindowAsked,
  shown: Int32Array,
): RowWindow {
  checkSize(options);
  const from = Math.min(options.from, shown.length);
  const to = Math.max(from, Math.min(options.to, shown.length));
  const runs: Run[] = [];
  for (let at = from; at < to; ) {
    let end = at + 1;
    while (end < to && shown[end] === shown[end - 1]! + 1) end++;
    runs.push({ from: shown[at]!, to: shown[end - 1]! + 1 });
    at = end;
  }
  return { from, to, total: shown.length, revision, ...readRuns(store, index, options.furniture, runs) };
}

export function readWindow(
  store: Store,
  index: DocumentIndex,
  revision: number,
  options: WindowAsked,
): RowWindow {
  checkSize(options);
  const { total } = index.rowsWith(options.furniture);
  const from = Math.min(options.from, total);
  const to = Math.max(from, Math.min(options.to, total));
  const runs = from === to ? [] : [{ from, to }];
  return { from, to, total, revision, ...readRuns(store, index, options.furniture, runs) };
}

function readRuns(
  store: Store,
  index: DocumentIndex,
  furniture: boolean,
  runs: readonly Run[],
): { rows: Row[]; cells: Cell[] } {
  const rows = index.rowsWith(furniture);
  return {
    rows: runs.flatMap(({ from, to }) => readRows(store, index, rows, from, to)),
    cells: index.alignments.flatMap((alignment, i) =>
      readCells(store, index, alignment, i + 1, rows, furniture, runs),
    ),
  };
}

function readRows(store: Store, index: DocumentIndex, rows: Rows, from: number, to: number): Row[] {
  const { id } = index.original;
  const before = countUpTo(rows.sentence, rows.rank[from]! - 1) - 1;
  const after = before < 0 ? 0 : rows.sentence[before]!;
  const segments = segmentsBetween(store, id, Math.max(0, after - 1), rows.rank[to - 1]!);
  const byRank = new Map(segments.map((segment) => [segment.rank, segment]));
  let paragraph = byRank.get(after)?.paragraph ?? -1;
  const result: Row[] = [];
  for (let row = from; row < to; row++) {
    if (rows.column[row] !== 0) {
      result.push({ index: row, kind: 'addition', source: null, paragraphStart: false });
      continue;
    }
    const segment = byRank.get(rows.rank[row]!);
    if (!segment) throw new Error(`row ${row} has no sentence`);
    result.push({
      index: row,
      kind: 'sentence',
      source: viewSegment(index, segment),
      paragraphStart: segment.paragraph !== paragraph,
    });
    paragraph = segment.paragraph;
  }
  return result;
}

const viewSegment = (index: DocumentIndex, segment: SegmentRow): SegmentView => ({
  id: segment.id,
  number: index.numberOf(segment.versionId, segment.rank),
  text: segment.text,
  kind: segment.kind,
});

/** Beads that stand together, with the sentences in them. */
interface Stretch {
  readonly run: Run;
  readonly start: Cut;
  readonly beads: readonly BeadRow[];
  readonly sources: readonly SegmentRow[];
  readonly targets: readonly SegmentRow[];
}

function readStretch(store: Store, alignment: IndexedAlignment, rows: Rows, run: Run): Stretch[] {
  const beads = beadsTouching(store, alignment.id, rows.rank[run.from]!, rows.rank[run.to - 1]!);
  const first = beads[0];
  const last = beads.at(-1);
  if (!first || !last) return [];
  const start = startOf(store, first);
  const sources = segmentsBetween(store, alignment.sourceId, start.sourceTo, last.sourceTo);
  const targets = segmentsBetween(store, alignment.targetId, start.targetTo, last.targetTo);
  return [{ run, start, beads, sources, targets }];
}

/** Cells that touch the runs, each once; flags are asked for all at once. */
function readCells(
  store: Store,
  index: DocumentIndex,
  alignment: IndexedAlignment,
  alignmentNumber: number,
  rows: Rows,
  furniture: boolean,
  runs: readonly Run[],
): Cell[] {
  const stretches = runs.flatMap((run) => readStretch(store, alignment, rows, run));
  const flags = new Map<number, Severity[]>();
  const ids = stretches.flatMap(({ sources, targets }) => [...sources, ...targets].map(({ id }) => id));
  for (const { segmentId, severity } of openFlagsAt(store, alignment.id, ids))
    flags.set(segmentId, [...(flags.get(segmentId) ?? []), severity]);
  const cells = new Map<number, Cell>();
  for (const stretch of stretches) {
    const { beads, run, sources, targets } = stretch;
    let { start } = stretch;
    let s = 0;
    let t = 0;
    for (const bead of beads) {
      const place = placeOf(rows, alignmentNumber, start, bead);
      start = bead;
      const found: Severity[] = [];
      const segments: SegmentView[] = [];
      for (; s < sources.length && sources[s]!.rank <= bead.sourceTo; s++)
        found.push(...(flags.get(sources[s]!.id) ?? []));
      for (; t < targets.length && targets[t]!.rank <= bead.targetTo; t++) {
        const segment = targets[t]!;
        found.push(...(flags.get(segment.id) ?? []));
        if (furniture || isBody(segment)) segments.push(viewSegment(index, segment));
      }
      if (!place || place.firstRow >= run.to || place.firstRow + place.rowSpan <= run.from) continue;
      cells.set(bead.id, {
        alignmentId: alignment.id,
        beadId: bead.id,
        ...place,
        segments,
        status: bead.status,
        score: bead.score,
        flags: found.length,
        worst: worstOf(found),
      });
    }
  }
  return [...cells.values()];
}
