/** Sentences: ranks leave room between neighbours, so that a split rewrites nothing. */
import { hashText } from '../core/format/hash.ts';
import type { Segment, SegmentedText, SegmentKind } from '../core/model.ts';
import type { VersionRow } from './documents.ts';
import { insertMany } from './manyRows.ts';
import type { Store } from './open.ts';

export { hashText };

export const RANK_STEP = 2 ** 20;

export interface SegmentRow {
  readonly id: number;
  readonly versionId: number;
  readonly rank: number;
  readonly paragraph: number;
  readonly kind: SegmentKind;
  readonly text: string;
  readonly line: number;
  readonly sourceStart: number | null;
  readonly sourceEnd: number | null;
}

/** Adds segments `from` up to (not including) `to` of a text, in reading order; ranks follow from the position. */
export function insertSegments(
  store: Store,
  versionId: number,
  segments: readonly Segment[],
  from = 0,
  to = segments.length,
): void {
  const values: (string | number | null)[] = [];
  for (let i = from; i < to; i++) {
    const { paragraph, kind, text, line, start, end } = segments[i]!;
    values.push(versionId, (i + 1) * RANK_STEP, paragraph, kind, text, hashText(text), line, start, end);
  }
  insertMany(
    store,
    'INSERT INTO segment (version_id, rank, paragraph, kind, text, text_hash, line, source_start, source_end)',
    '(?, ?, ?, ?, ?, ?, ?, ?, ?)',
    values,
  );
}

/** Adds running text, a paragraph of its own each, from a place on; `rows` are the text and its number in the file. */
export function insertLines(
  store: Store,
  versionId: number,
  firstPlace: number,
  rows: readonly (readonly [text: string, number: number])[],
): void {
  const values: (string | number)[] = [];
  let rank = firstPlace * RANK_STEP;
  for (const [text, number] of rows) {
    values.push(versionId, rank, number, text, hashText(text), number + 1);
    rank += RANK_STEP;
  }
  insertMany(
    store,
    'INSERT INTO segment (version_id, rank, paragraph, kind, text, text_hash, line, source_start, source_end)',
    "(?, ?, ?, 'text', ?, ?, ?, 0, 0)",
    values,
  );
}

const SEGMENT = `SELECT id, version_id AS versionId, rank, paragraph, kind, text, line,
  source_start AS sourceStart, source_end AS sourceEnd FROM segment`;

export const getSegment = (store: Store, id: number): SegmentRow | undefined =>
  store.sql(`${SEGMENT} WHERE id = ?`).get(id);

/** The last segment of a version up to a rank. */
export const segmentUpTo = (store: Store, versionId: number, rank: number): SegmentRow | undefined =>
  store.sql(`${SEGMENT} WHERE version_id = ? AND rank <= ? ORDER BY rank DESC LIMIT 1`).get(versionId, rank);

/** Segments with `after` < rank ≤ `upTo`, in reading order. */
export const segmentsBetween = (
  store: Store,
  versionId: number,
  after: number,
  upTo: number,
): readonly SegmentRow[] =>
  store
    .sql(`${SEGMENT} WHERE version_id = ? AND rank > ? AND rank <= ? ORDER BY rank`)
    .all(versionId, after, upTo);

/** The same, ranks alone. */
export const ranksBetween = (
  store: Store,
  versionId: number,
  after: number,
  upTo: number,
): readonly number[] =>
  store
    .sql('SELECT rank FROM segment WHERE version_id = ? AND rank > ? AND rank <= ? ORDER BY rank')
    .pluck()
    .all(versionId, after, upTo);

/** A page of a version in reading order, of some kinds alone where they are told. */
export const pageOfSegments = (
  store: Store,
  versionId: number,
  {
    kinds,
    from,
    limit,
  }: { readonly kinds: readonly SegmentKind[] | null; readonly from: number; readonly limit: number },
): readonly SegmentRow[] =>
  store
    .sql(
      `${SEGMENT} WHERE version_id = ? ${kinds ? 'AND kind IN (SELECT value FROM json_each(?))' : ''}
       ORDER BY rank LIMIT ? OFFSET ?`,
    )
    .all(versionId, ...(kinds ? [JSON.stringify(kinds)] : []), limit, from);

/** The number of a sentence in its text, from 1. */
export const countUpToRank = (store: Store, versionId: number, rank: number): number =>
  store
    .sql('SELECT count(*) FROM segment WHERE version_id = ? AND rank <= ?')
    .pluck()
    .get(versionId, rank) as unknown as number;

/** How many segments of each kind a version has; kinds that it does not have are left out. */
export const countKinds = (store: Store, versionId: number): ReadonlyMap<SegmentKind, number> =>
  new Map(
    store
      .sql('SELECT kind, count(*) AS count FROM segment WHERE version_id = ? GROUP BY kind')
      .all(versionId)
      .map(({ kind, count }) => [kind as SegmentKind, count as number]),
  );

export const segmentBefore = (store: Store, segment: SegmentRow): SegmentRow | undefined =>
  store
    .sql(`${SEGMENT} WHERE version_id = ? AND rank < ? ORDER BY rank DESC LIMIT 1`)
    .get(segment.versionId, segment.rank);

export const segmentAfter = (store: Store, segment: SegmentRow): SegmentRow | undefined =>
  store
    .sql(`${SEGMENT} WHERE version_id = ? AND rank > ? ORDER BY rank LIMIT 1`)
    .get(segment.versionId, segment.rank);

/** The rank before this one in its version; 0 where it is the first. */
export const rankBefore = (store: Store, versionId: number, rank: number): number =>
  (store
    .sql('SELECT max(rank) FROM segment WHERE version_id = ? AND rank < ?')
    .pluck()
    .get(versionId, rank) as unknown as number | null) ?? 0;

export const lastRank = (store: Store, versionId: number): number =>
  (store.sql('SELECT max(rank) FROM segment WHERE version_id = ?').pluck().get(versionId) as unknown as
    | number
    | null) ?? 0;

export const countSegments = (store: Store, versionId: number): number =>
  store.sql('SELECT count(*) FROM segment WHERE version_id = ?').pluck().get(versionId) as unknown as number;

/** Ranks of all segments of a version, ascending. Where nothing was cut or joined since the import they are known without reading them. */
export function allRanks(store: Store, versionId: number): Float64Array {
  const { count, last, odd } = store
    .sql(
      `SELECT count(*) AS count, max(rank) AS last, total(rank % ${RANK_STEP}) AS odd FROM segment WHERE version_id = ?`,
    )
    .get(versionId) as unknown as { count: number; last: number | null; odd: number };
  // Different multiples of the step, as many as the last one says: all of them.
  if (odd === 0 && (last ?? 0) === count * RANK_STEP)
    return Float64Array.from({ length: count }, (_, i) => (i + 1) * RANK_STEP);
  return Float64Array.from(
    store
      .sql('SELECT rank FROM segment WHERE version_id = ? ORDER BY rank')
      .pluck()
      .all(versionId) as number[],
  );
}
/** Ranks of the furniture and metadata of a version, ascending. */
export const furnitureRanks = (store: Store, versionId: number): Float64Array =>
  Float64Array.from(
    store
      .sql(
        "SELECT rank FROM segment WHERE version_id = ? AND kind IN ('furniture', 'metadata') ORDER BY rank",
      )
      .pluck()
      .all(versionId) as number[],
  );

export function updateText(store: Store, id: number, text: string): void {
  store.sql('UPDATE segment SET text = ?, text_hash = ? WHERE id = ?').run(text, hashText(text), id);
}

export function updateKind(store: Store, id: number, kind: SegmentKind): void {
  store.sql('UPDATE segment SET kind = ? WHERE id = ?').run(kind, id);
}

/** Gives a segment the beginning of the one that is about to be joined with it. */
export function adoptBeginning(store: Store, id: number, first: SegmentRow, text: string): void {
  store
    .sql(
      `UPDATE segment SET text = ?, text_hash = ?, paragraph = ?, kind = ?, line = ?, source_start = ? WHERE id = ?`,
    )
    .run(text, hashText(text), first.paragraph, first.kind, first.line, first.sourceStart, id);
}

/** A segment before `next` that has its paragraph, kind and line; null where ranks leave no room. */
export function insertBefore(store: Store, next: SegmentRow, text: string): number | null {
  const rank = Math.floor((rankBefore(store, next.versionId, next.rank) + next.rank) / 2);
  if (rank <= rankBefore(store, next.versionId, next.rank)) return null;
  const made = store
    .sql(
      `INSERT INTO segment (version_id, rank, paragraph, kind, text, text_hash, line, source_start, source_end)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      next.versionId,
      rank,
      next.paragraph,
      next.kind,
      text,
      hashText(text),
      next.line,
      next.sourceStart,
      next.sourceEnd,
    );
  return Number(made.lastInsertRowid);
}

export function deleteSegment(store: Store, id: number): void {
  store.sql('DELETE FROM segment WHERE id = ?').run(id);
}

/** The id and rank of each segment of a version, in reading order. */
export interface LoadedPlaces {
  readonly ids: Float64Array;
  readonly ranks: Float64Array;
}
/** A version as the pipeline takes it. */
export interface LoadedText extends LoadedPlaces {
  readonly text: SegmentedText;
}

export function loadPlaces(store: Store, versionId: number): LoadedPlaces {
  const rows = store
    .sql('SELECT id, rank FROM segment WHERE version_id = ? ORDER BY rank')
    .raw()
    .all(versionId) as unknown as [id: number, rank: number][];
  return { ids: Float64Array.from(rows, ([id]) => id), ranks: Float64Array.from(rows, ([, rank]) => rank) };
}

export function loadText(
  store: Store,
  version: Pick<VersionRow, 'id' | 'lang'>,
  after = 0,
  upTo = Number.MAX_SAFE_INTEGER,
): LoadedText {
  const rows = segmentsBetween(store, version.id, after, upTo);
  const segments = rows.map((row) => ({
    text: row.text,
    kind: row.kind,
    line: row.line,
    paragraph: row.paragraph,
    start: row.sourceStart ?? 0,
    end: row.sourceEnd ?? 0,
  }));
  return {
    text: { lang: version.lang, segments },
    ids: Float64Array.from(rows, (row) => row.id),
    ranks: Float64Array.from(rows, (row) => row.rank),
  };
}
