/** Whole documents as columns of numbers: one walk over an index each, for what is asked about all beads or sentences at once. */
import type { BeadStatus } from '../contract/model.ts';
import type { SegmentKind, Severity } from '../core/model.ts';
import { countAllBeads } from './beadCounts.ts';
import { CURRENT_FLAG, FLAG_DECISION } from './flags.ts';
import type { Store } from './open.ts';

/** Rows that are read at once: small enough to be forgotten again before they cost memory. */
const SLICE = 8000;

/** Beads in order; `status` holds places in `statuses`, `score` NaN where there is none. */
export function loadBeadColumns(store: Store, alignmentId: number, statuses: readonly BeadStatus[]) {
  const { beads: length } = countAllBeads(store, alignmentId);
  const table = {
    ids: new Float64Array(length),
    sourceTo: new Float64Array(length),
    targetTo: new Float64Array(length),
    status: new Uint8Array(length),
    score: new Float64Array(length),
  };
  const numberOf = new Map(statuses.map((status, i) => [status, i]));
  const next = store.db
    .prepare(
      `SELECT id, source_to, target_to, status, score FROM bead
       WHERE alignment_id = ? AND (source_to, target_to) > (?, ?) ORDER BY source_to, target_to LIMIT ${SLICE}`,
    )
    .raw();
  for (let at = 0; at < length; ) {
    const after = at === 0 ? [-1, -1] : [table.sourceTo[at - 1], table.targetTo[at - 1]];
    const rows = next.all(alignmentId, ...after) as [number, number, number, BeadStatus, number | null][];
    if (rows.length === 0) break;
    for (const [id, sourceTo, targetTo, status, score] of rows) {
      table.ids[at] = id;
      table.sourceTo[at] = sourceTo;
      table.targetTo[at] = targetTo;
      table.status[at] = numberOf.get(status) ?? 0;
      table.score[at++] = score ?? Number.NaN;
    }
  }
  return table;
}

/** Ids of all sentences of a version, in reading order. */
export const sentenceIds = (store: Store, versionId: number): Float64Array =>
  Float64Array.from(
    store.sql('SELECT id FROM segment WHERE version_id = ? ORDER BY rank').pluck().all(versionId) as number[],
  );

/** Sentences that are not plain text, in reading order. */
export const specialKinds = (
  store: Store,
  versionId: number,
): readonly { readonly rank: number; readonly kind: SegmentKind }[] =>
  store
    .sql("SELECT rank, kind FROM segment WHERE version_id = ? AND kind <> 'text' ORDER BY rank")
    .all(versionId);

/** Where an open flag is shown: at a target sentence, or else at a source sentence. */
export interface FlagPlace {
  readonly side: 'source' | 'target';
  readonly rank: number;
  readonly severity: Severity;
  readonly check: string;
}
export const openFlagPlaces = (store: Store, alignmentId: number): readonly FlagPlace[] =>
  store
    .sql(
      `SELECT iif(flag.target_anchor IS NULL, 'source', 'target') AS side, segment.rank, flag.severity,
         flag.check_id AS "check"
       ${CURRENT_FLAG} JOIN segment ON segment.id = coalesce(flag.target_anchor, flag.source_anchor)
       WHERE flag.alignment_id = ? AND ${FLAG_DECISION} IS NULL`,
    )
    .all(alignmentId);

/** Sentences of a document with a note that is not resolved. */
export const openNotePlaces = (
  store: Store,
  documentId: number,
): readonly { readonly versionId: number; readonly rank: number }[] =>
  store
    .sql(
      `SELECT DISTINCT segment.version_id AS versionId, segment.rank FROM note JOIN segment ON segment.id = note.segment_id
       JOIN version ON version.id = segment.version_id
       WHERE note.resolved_at IS NULL AND note.parent_id IS NULL AND version.document_id = ?`,
    )
    .all(documentId);
