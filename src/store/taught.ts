/** What people confirmed, over all documents of a project. */
import type { Cut } from './alignments.ts';
import type { Store } from './open.ts';

export interface AlignedLangs {
  readonly id: number;
  readonly sourceId: number;
  readonly targetId: number;
  readonly sourceLang: string;
  readonly targetLang: string;
}

/** All alignments that hold, of all documents, with the languages of their texts. */
export const alignmentsWithLangs = (store: Store): readonly AlignedLangs[] =>
  store
    .sql(
      `SELECT alignment.id, source_id AS sourceId, target_id AS targetId, original.lang AS sourceLang, rendering.lang AS targetLang
       FROM alignment JOIN version AS original ON original.id = source_id JOIN version AS rendering ON rendering.id = target_id
       WHERE alignment.is_current = 1 AND original.is_current = 1 AND rendering.is_current = 1 ORDER BY alignment.id`,
    )
    .all() as AlignedLangs[];

export interface ConfirmedBead extends Cut {
  readonly id: number;
  readonly alignmentId: number;
  readonly reviewedAt: number | null;
}

/** The confirmed and reviewed beads of some alignments, those confirmed last first, `most` at most. */
export const confirmedBeads = (
  store: Store,
  alignmentIds: readonly number[],
  most: number,
): readonly ConfirmedBead[] =>
  store
    .sql(
      `SELECT id, alignment_id AS alignmentId, source_to AS sourceTo, target_to AS targetTo, reviewed_at AS reviewedAt FROM bead
       WHERE status IN ('confirmed', 'reviewed') AND alignment_id IN (SELECT value FROM json_each(?))
       ORDER BY reviewed_at DESC, id DESC LIMIT ?`,
    )
    .all(JSON.stringify(alignmentIds), most) as ConfirmedBead[];
