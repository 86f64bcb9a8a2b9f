/** Random edits of an open document, out of arbitrary numbers, so that fast-check can shrink them. */
import type { EditCommand } from '../../src/contract/index.ts';
import { RECORDED_TABLES } from '../../src/store/history.ts';
import {
  allBeads,
  currentAlignments,
  type Store,
  segmentsBetween,
  versionsOf,
} from '../../src/store/index.ts';

export const EDIT_KINDS = [
  'status',
  'confirm-up-to',
  'merge',
  'merge-row',
  'split',
  'first-up',
  'last-down',
  'push',
  'pull',
  'unlink',
  'link',
  'edit-text',
  'split-segment',
  'join-segment',
  'segment-kind',
  'decide-flag',
  'note',
  'move-border',
] as const;

export type Dice = readonly [kind: number, place: number, detail: number];

/** A command that names things that are there; it may still be impossible. */
export function makeCommand(store: Store, documentId: number, [kind, place, detail]: Dice): EditCommand {
  const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
  const alignments = currentAlignments(store, documentId);
  const alignment = pick(alignments, place);
  const bead = pick(allBeads(store, alignment.id), place * 7 + detail);
  const name = { alignmentId: alignment.id, beadId: bead.id };
  const version = pick(versionsOf(store, documentId), detail);
  const all = (versionId: number) => segmentsBetween(store, versionId, 0, Number.MAX_SAFE_INTEGER);
  const segment = pick(all(version.id), place * 3 + detail);
  const type = pick(EDIT_KINDS, kind);
  switch (type) {
    case 'status': {
      const status = pick(['confirmed', 'auto', 'needs-review', 'reviewed', 'rejected'] as const, detail);
      return { type, beads: [name], status, ...(status === 'rejected' && { reason: 'không đúng' }) };
    }
    case 'merge-row':
      return {
        type,
        beads: alignments.map(({ id }) => ({ alignmentId: id, beadId: pick(allBeads(store, id), place).id })),
      };
    case 'split':
      return detail % 2
        ? { type, ...name }
        : { type, ...name, sourceCount: detail % 3, targetCount: place % 3 };
    case 'link':
      return {
        type,
        alignmentId: alignment.id,
        sourceSegmentId: pick(all(alignment.sourceId), place + detail).id,
        targetSegmentId: pick(all(alignment.targetId), place).id,
      };
    case 'edit-text':
      return { type, segmentId: segment.id, text: `${segment.text} ${detail}` };
    case 'split-segment':
      return { type, segmentId: segment.id, at: 1 + (detail % Math.max(1, segment.text.length)) };
    case 'join-segment':
      return { type, segmentId: segment.id };
    case 'segment-kind':
      return {
        type,
        segmentIds: [segment.id],
        kind: pick(['furniture', 'text', 'heading'] as const, detail),
      };
    case 'move-border': {
      const where = pick(['before', 'after'] as const, detail);
      const near = pick(allBeads(store, alignment.id), place * 7 + detail + (place % 5) - 2);
      const { sourceId, targetId } = alignment;
      const sentence = pick(all(detail % 3 === 0 ? sourceId : targetId), place * 3 + detail);
      return {
        type,
        ...name,
        to: place % 3 === 0 ? { beadId: near.id, where } : { segmentId: sentence.id, where },
      };
    }
    case 'note':
      return { type, segmentId: segment.id, text: 'Xem lại' };
    case 'decide-flag': {
      const flags = store.db.prepare('SELECT id FROM flag ORDER BY id').pluck().all() as number[];
      if (flags.length === 0) return { type: 'note', segmentId: segment.id, text: 'Không có cờ' };
      const decision = pick(['agreed', 'dismissed', null] as const, detail);
      return {
        type,
        flagId: pick(flags, place),
        decision,
        scope: pick(['here', 'pair', 'check'] as const, place),
      };
    }
    default:
      return { type, ...name };
  }
}

/** Every row of every table but the history's. */
export const dumpTables = (store: Store): Record<string, unknown[]> =>
  Object.fromEntries(
    RECORDED_TABLES.map((table) => [table, store.db.prepare(`SELECT * FROM ${table} ORDER BY id`).all()]),
  );
