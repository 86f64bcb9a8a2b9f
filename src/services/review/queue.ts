/** What a reviewer has to look at, by exception: open flags, low scores, stale and unconfirmed groups. */
import type { QueueReason, ReviewQueue } from '../../contract/index.ts';
import { QUEUE_REASONS } from '../../contract/index.ts';
import { isBody, SEVERITIES } from '../../core/model.ts';
import { type Cut, type FlagRow, flagsOf, type Store, segmentsBetween } from '../../store/index.ts';
import type { DocumentIndex, IndexedAlignment } from '../documentIndex.ts';
import { beadOfFlag } from '../flagViews.ts';
import { placeOf, worstOf } from '../grid.ts';
import { type BodyBead, bodyBeadsOf } from './bodyBeads.ts';
import { frozenAlignments } from './frozen.ts';

export interface QueueOptions {
  readonly alignmentId?: number;
  /** A group is in the queue where one of these holds. */
  readonly reasons: readonly QueueReason[];
  /** Scores below this are low. */
  readonly lowScore: number;
  readonly from: number;
  readonly limit: number;
}

export function readQueue(
  store: Store,
  index: DocumentIndex,
  options: QueueOptions,
): Omit<ReviewQueue, 'revision'> {
  const counts = Object.fromEntries(QUEUE_REASONS.map((reason) => [reason, 0])) as Record<
    QueueReason,
    number
  >;
  const found: { bead: BodyBead; reasons: QueueReason[]; flags: readonly FlagRow[]; column: number }[] = [];
  const signed = frozenAlignments(store, index);
  index.alignments.forEach((alignment, column) => {
    if (options.alignmentId === undefined ? signed.has(alignment.id) : alignment.id !== options.alignmentId)
      return;
    const flags = openFlagsByBead(store, alignment);
    for (const bead of bodyBeadsOf(store, alignment)) {
      const open = flags.get(bead.id) ?? [];
      const reasons = reasonsFor(bead, open.length, options.lowScore);
      for (const reason of reasons) counts[reason] += 1;
      if (reasons.some((reason) => options.reasons.includes(reason)))
        found.push({ bead, reasons, flags: open, column: column + 1 });
    }
  });
  found.sort((a, b) => a.bead.start.sourceTo - b.bead.start.sourceTo || a.column - b.column);
  const rows = index.rowsWith(false);
  const textOf = (versionId: number, from: number, to: number): string =>
    segmentsBetween(store, versionId, from, to)
      .filter(isBody)
      .map(({ text }) => text)
      .join(' ');
  const numberOf = (row: number | null): number =>
    index.numberOf(index.original.id, row === null ? 0 : (rows.rank[row] ?? 0));
  const ends = (bead: BodyBead): [Cut, Cut] => [bead.start, bead];
  return {
    counts,
    total: found.length,
    beads: found.map(({ bead }) => ({ alignmentId: bead.alignmentId, beadId: bead.id })),
    items: found.slice(options.from, options.from + options.limit).map(({ bead, reasons, flags, column }) => {
      const alignment = index.alignments[column - 1]!;
      const [start, end] = ends(bead);
      const row = placeOf(rows, column, start, end)?.firstRow ?? null;
      return {
        alignmentId: bead.alignmentId,
        beadId: bead.id,
        lang: alignment.target.lang,
        row,
        number: numberOf(row),
        signed: signed.has(alignment.id),
        status: bead.status,
        score: bead.score,
        reasons,
        flags: flags.length,
        worst: worstOf(flags.map(({ severity }) => severity)),
        messages: flags.map(({ message }) => message),
        source: textOf(alignment.sourceId, start.sourceTo, end.sourceTo),
        target: textOf(alignment.targetId, start.targetTo, end.targetTo),
        reviewer: bead.reviewer,
        at: bead.reviewedAt,
        reason: bead.reason,
      };
    }),
  };
}

function reasonsFor(bead: BodyBead, flags: number, lowScore: number): QueueReason[] {
  const reasons: QueueReason[] = [];
  if (flags > 0 && bead.status !== 'rejected') reasons.push('flags');
  if (bead.status === 'stale') reasons.push('stale');
  if (bead.status === 'needs-review') reasons.push('needs-review');
  if (bead.status === 'rejected') reasons.push('rejected');
  if (bead.status === 'confirmed') reasons.push('confirmed');
  if (bead.status === 'auto' || bead.status === 'edited') reasons.push('unconfirmed');
  if (bead.status === 'auto' && bead.score !== null && bead.score < lowScore) reasons.push('low-score');
  return reasons;
}

/** The open flags of minor and above, worst first, by bead. */
export function openFlagsByBead(store: Store, alignment: IndexedAlignment): Map<number, FlagRow[]> {
  const found = new Map<number, FlagRow[]>();
  const grave = ({ severity }: FlagRow): number => SEVERITIES.indexOf(severity);
  for (const flag of [...flagsOf(store, alignment.id)].sort((a, b) => grave(a) - grave(b))) {
    if (flag.decision !== null || flag.severity === 'note') continue;
    const bead = beadOfFlag(store, flag);
    if (bead) found.set(bead.id, [...(found.get(bead.id) ?? []), flag]);
  }
  return found;
}
