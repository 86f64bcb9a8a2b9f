/** How many beads an alignment has, and how many of them are page furniture alone: counted by SQL, as a long document is counted after each edit. */
import type { AlignmentRow } from './alignments.ts';
import type { Store } from './open.ts';

export interface BeadCounts {
  readonly beads: number;
  readonly confirmed: number;
}

export const countAllBeads = (store: Store, alignmentId: number): BeadCounts => ({
  beads: store
    .sql('SELECT count(*) FROM bead WHERE alignment_id = ?')
    .pluck()
    .get(alignmentId) as unknown as number,
  confirmed: store
    .sql("SELECT count(*) FROM bead WHERE alignment_id = ? AND status IN ('confirmed', 'reviewed')")
    .pluck()
    .get(alignmentId) as unknown as number,
});

const LEFT_OUT = "('furniture', 'metadata')";
const BODY_IN = (version: string, after: string, upTo: string): string =>
  `EXISTS (SELECT 1 FROM segment WHERE version_id = ${version} AND rank > ${after} AND rank <= ${upTo} AND kind NOT IN ${LEFT_OUT})`;
const CUT_BEFORE = (column: string): string =>
  `coalesce((SELECT ${column} FROM bead WHERE alignment_id = @id AND (source_to, target_to) < (here.source_to, here.target_to)
     ORDER BY source_to DESC, target_to DESC LIMIT 1), 0)`;

/** Beads that hold nothing but page furniture and metadata. Left to itself SQLite would read all sentences of the text. */
export const bareBeads = (
  store: Store,
  { id, sourceId, targetId }: Pick<AlignmentRow, 'id' | 'sourceId' | 'targetId'>,
): readonly number[] =>
  store
    .sql(
      `WITH touched (id) AS (
         SELECT (SELECT id FROM bead WHERE alignment_id = @id AND source_to >= rank ORDER BY source_to, target_to LIMIT 1)
         FROM segment INDEXED BY segment_furniture WHERE version_id = @sourceId AND kind IN ${LEFT_OUT}
         UNION
         SELECT (SELECT id FROM bead WHERE alignment_id = @id AND target_to >= rank ORDER BY target_to, source_to LIMIT 1)
         FROM segment INDEXED BY segment_furniture WHERE version_id = @targetId AND kind IN ${LEFT_OUT}
       )
       SELECT here.id FROM touched JOIN bead AS here ON here.id = touched.id
       WHERE NOT ${BODY_IN('@sourceId', CUT_BEFORE('source_to'), 'here.source_to')}
         AND NOT ${BODY_IN('@targetId', CUT_BEFORE('target_to'), 'here.target_to')}`,
    )
    .pluck()
    .all({ id, sourceId, targetId });

/** Of some beads those that are confirmed or reviewed. */
export const countWalls = (store: Store, ids: readonly number[]): BeadCounts => ({
  beads: ids.length,
  confirmed: store
    .sql(
      "SELECT count(*) FROM bead WHERE id IN (SELECT value FROM json_each(?)) AND status IN ('confirmed', 'reviewed')",
    )
    .pluck()
    .get(JSON.stringify(ids)) as unknown as number,
});

/** Confirmed and reviewed beads of all alignments of a project. */
export const countAllWalls = (store: Store): number =>
  store
    .sql("SELECT count(*) FROM bead INDEXED BY bead_walls WHERE status IN ('confirmed', 'reviewed')")
    .pluck()
    .get() as unknown as number;

/** Whether a project has more confirmed and reviewed beads than this; no more are looked at than that takes. */
export const hasMoreWalls = (store: Store, limit: number): boolean =>
  (store
    .sql(
      `SELECT count(*) FROM (
         SELECT 1 FROM bead INDEXED BY bead_walls WHERE status IN ('confirmed', 'reviewed') LIMIT ?)`,
    )
    .pluck()
    .get(limit + 1) as unknown as number) > limit;
