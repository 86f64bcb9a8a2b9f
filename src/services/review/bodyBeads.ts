/** The beads of an alignment that hold body text, each with where it begins: what reviewers count and look at. */
import {
  allRanks,
  type Cut,
  furnitureRanks,
  type ReviewedBead,
  reviewedBeads,
  type Store,
} from '../../store/index.ts';
import type { IndexedAlignment } from '../documentIndex.ts';

export interface BodyBead extends ReviewedBead {
  readonly alignmentId: number;
  readonly start: Cut;
  /** How many body sentences stand on either side. */
  readonly sources: number;
  readonly targets: number;
}

export function bodyBeadsOf(store: Store, alignment: IndexedAlignment): BodyBead[] {
  const counters = [alignment.sourceId, alignment.targetId].map((versionId) => {
    const hidden = new Set(furnitureRanks(store, versionId));
    const ranks = allRanks(store, versionId).filter((rank) => !hidden.has(rank));
    let at = 0;
    return (upTo: number): number => {
      const from = at;
      while (at < ranks.length && ranks[at]! <= upTo) at++;
      return at - from;
    };
  });
  let start: Cut = { sourceTo: 0, targetTo: 0 };
  return reviewedBeads(store, alignment.id).flatMap((bead) => {
    const begins = start;
    start = bead;
    const sources = counters[0]!(bead.sourceTo);
    const targets = counters[1]!(bead.targetTo);
    return sources + targets > 0
      ? [{ ...bead, alignmentId: alignment.id, start: begins, sources, targets }]
      : [];
  });
}
