/** Finds the next row that needs a person. */
import { isBody } from '../core/model.ts';
import { type BeadRow, beadsTouching, flagsOf, isWall, type Store, segmentsBetween } from '../store/index.ts';
import { startOf } from './additions.ts';
import type { DocumentIndex, IndexedAlignment, Rows } from './documentIndex.ts';
import { rowOfFlag } from './flagViews.ts';
import { placeOf } from './grid.ts';

export interface SeekInput {
  readonly row: number;
  readonly direction: 'next' | 'previous';
  readonly what: 'unconfirmed' | 'flag' | 'not-one-to-one';
  readonly alignmentId?: number;
  readonly furniture: boolean;
}
export interface Found {
  readonly row: number | null;
  readonly alignmentId: number | null;
  readonly flagId: number | null;
}
const NOTHING: Found = { row: null, alignmentId: null, flagId: null };

/** Looks from `row` on, itself included; forwards or backwards. */
export function seekRow(store: Store, index: DocumentIndex, input: SeekInput): Found {
  const rows = index.rowsWith(input.furniture);
  const columns = index.alignments
    .map((alignment, i) => ({ alignment, number: i + 1 }))
    .filter(({ alignment }) => input.alignmentId === undefined || alignment.id === input.alignmentId);
  const found = columns.flatMap(({ alignment, number }) =>
    input.what === 'flag'
      ? seekFlag(store, index, rows, alignment, input)
      : seekBead(store, rows, alignment, number, input),
  );
  const nearer = (a: Found, b: Found): Found =>
    input.direction === 'next' ? (b.row! < a.row! ? b : a) : b.row! > a.row! ? b : a;
  return found.length === 0 ? NOTHING : found.reduce(nearer);
}

const isAhead = (row: number, { direction, row: from }: SeekInput): boolean =>
  direction === 'next' ? row >= from : row <= from;

function seekFlag(
  store: Store,
  index: DocumentIndex,
  rows: Rows,
  alignment: IndexedAlignment,
  input: SeekInput,
): Found[] {
  return flagsOf(store, alignment.id)
    .filter((flag) => flag.decision === null && flag.severity !== 'note')
    .flatMap((flag) => {
      const row = rowOfFlag(store, index, rows, flag);
      return row !== null && isAhead(row, input) ? [{ row, alignmentId: alignment.id, flagId: flag.id }] : [];
    });
}

/** Beads are looked at in stretches of this many rows. */
const STRETCH = 400;

function seekBead(
  store: Store,
  rows: Rows,
  alignment: IndexedAlignment,
  number: number,
  input: SeekInput,
): Found[] {
  const step = input.direction === 'next' ? STRETCH : -STRETCH;
  for (let at = Math.min(Math.max(input.row, 0), rows.total - 1); at >= 0 && at < rows.total; at += step) {
    const other = Math.min(rows.total - 1, Math.max(0, at + step - Math.sign(step)));
    const [low, high] = at < other ? [at, other] : [other, at];
    const beads = beadsTouching(store, alignment.id, rows.rank[low]!, rows.rank[high]!);
    const matching = matchingBeads(store, alignment, beads, input)
      .map(({ start, bead }) => placeOf(rows, number, start, bead)?.firstRow)
      .filter((row) => row !== undefined)
      .filter((row) => row >= low && row <= high && isAhead(row, input));
    if (matching.length > 0) {
      const row = input.direction === 'next' ? Math.min(...matching) : Math.max(...matching);
      return [{ row, alignmentId: alignment.id, flagId: null }];
    }
  }
  return [];
}

function matchingBeads(
  store: Store,
  alignment: IndexedAlignment,
  beads: readonly BeadRow[],
  { what, furniture }: SeekInput,
): { start: { sourceTo: number; targetTo: number }; bead: BeadRow }[] {
  const [first, last] = [beads[0], beads.at(-1)];
  if (!first || !last) return [];
  let start = startOf(store, first);
  const counted = (versionId: number, after: number, upTo: number): number[] =>
    segmentsBetween(store, versionId, after, upTo)
      .filter((segment) => furniture || isBody(segment))
      .map((segment) => segment.rank);
  const sources = counted(alignment.sourceId, start.sourceTo, last.sourceTo);
  const targets = counted(alignment.targetId, start.targetTo, last.targetTo);
  let s = 0;
  let t = 0;
  const result: { start: { sourceTo: number; targetTo: number }; bead: BeadRow }[] = [];
  for (const bead of beads) {
    const [s0, t0] = [s, t];
    while (s < sources.length && sources[s]! <= bead.sourceTo) s++;
    while (t < targets.length && targets[t]! <= bead.targetTo) t++;
    const matches = what === 'unconfirmed' ? !isWall(bead) : s - s0 !== 1 || t - t0 !== 1;
    if (matches && s - s0 + (t - t0) > 0) result.push({ start, bead });
    start = bead;
  }
  return result;
}
