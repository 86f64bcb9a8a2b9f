/** Whole documents as columns of numbers: one walk over an index each, for what is asked about all beads or sentences at once. */
import type { BeadStatus } from '../contract/model.ts';
import type { SegmentKind, Severity } from '../core/model.ts';
import { CURRENT_FLAG, FLAG_DECISION } from './flags.ts';
import type { Store } from './open.ts';

/** Beads in order; `status` holds places in `statuses`, `score` NaN where there is none. */
export function loadBeadColumns(store: Store, alignmentId: number, statuses: readonly BeadStatus[]) {
  const rows = store.db
    .prepare(
      'SELECT id, source_to, target_to, status, score FROM bead WHERE alignment_id = ? ORDER BY source_to, target_to',
    )
    .raw()
    .all(alignmentId) as [number, number, number, BeadStatus, number | null][];
  const column = <T extends Float64Array | Uint8Array>(
    made: T,
    of: (row: (typeof rows)[number]) => number,
  ): T => {
    for (let i = 0; i < rows.length; i++) made[i] = of(rows[i]!);
    return made;
  };
  const numberOf = new Map(statuses.map((status, i) => [status, i]));
  return {
    ids: column(new Float64Array(rows.length), ([id]) => id),
    sourceTo: column(new Float64Array(rows.length), ([, sourceTo]) => sourceTo),
    targetTo: column(new Float64Array(rows.length), ([, , targetTo]) => targetTo),
    status: column(new Uint8Array(rows.length), ([, , , status]) => numberOf.get(status) ?? 0),
    score: column(new Float64Array(rows.length), ([, , , , score]) => score ?? Number.NaN),
  };
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
