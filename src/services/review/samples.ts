/** Random samples of a rendering: drawn once, judged by statuses, read as an error rate with its confidence. */
import type { ReviewSample } from '../../contract/index.ts';
import { drawSample, wilsonInterval } from '../../core/review/index.ts';
import {
  beadOfSource,
  beadOfTarget,
  getSegment,
  insertSample,
  type ReviewedBead,
  reviewedBeads,
  type Store,
  samplesOf,
  segmentsBetween,
} from '../../store/index.ts';
import type { DocumentIndex, IndexedAlignment } from '../documentIndex.ts';
import { bodyBeadsOf } from './bodyBeads.ts';

export function drawReviewSample(
  store: Store,
  alignment: IndexedAlignment,
  { size, seed, by, at }: { size: number; seed: number; by: string; at: number },
): number {
  const beads = bodyBeadsOf(store, alignment);
  const anchors = drawSample(beads.length, size, seed).map((i) => {
    const { start, targetTo, sourceTo } = beads[i]!;
    const [target] = segmentsBetween(store, alignment.targetId, start.targetTo, targetTo);
    const [source] = segmentsBetween(store, alignment.sourceId, start.sourceTo, sourceTo);
    return target
      ? { segmentId: target.id, side: 'target' as const }
      : { segmentId: source!.id, side: 'source' as const };
  });
  const { documentId, lang, columnRank } = alignment.target;
  return store.transaction(() =>
    insertSample(store, {
      documentId,
      lang,
      columnRank,
      seed,
      population: beads.length,
      anchors,
      drawnBy: by,
      drawnAt: at,
    }),
  );
}

/** Newest first. A group that was rejected since is an error, one that was confirmed or reviewed since is right. */
export function readSamples(store: Store, index: DocumentIndex): ReviewSample[] {
  const beadsById = new Map<number, Map<number, ReviewedBead>>();
  const reviewed = (alignmentId: number): Map<number, ReviewedBead> => {
    const known =
      beadsById.get(alignmentId) ?? new Map(reviewedBeads(store, alignmentId).map((bead) => [bead.id, bead]));
    beadsById.set(alignmentId, known);
    return known;
  };
  return samplesOf(store, index.document.id).flatMap((sample) => {
    const alignment = index.alignments.find(({ target }) => target.columnRank === sample.columnRank);
    if (!alignment) return [];
    const beads = sample.anchors.flatMap(({ segmentId, side }) => {
      const segment = getSegment(store, segmentId);
      if (!segment) return [];
      const found = (side === 'source' ? beadOfSource : beadOfTarget)(store, alignment.id, segment.rank);
      const bead = found && reviewed(alignment.id).get(found.id);
      return bead ? [bead] : [];
    });
    const since = beads.filter(({ reviewedAt }) => reviewedAt !== null && reviewedAt >= sample.drawnAt);
    const errors = since.filter(({ status }) => status === 'rejected').length;
    const right = since.filter(({ status }) => status === 'reviewed' || status === 'confirmed').length;
    const judged = errors + right;
    return [
      {
        sampleId: sample.id,
        alignmentId: alignment.id,
        lang: sample.lang,
        seed: sample.seed,
        population: sample.population,
        size: sample.anchors.length,
        judged,
        errors,
        rate: judged === 0 ? null : errors / judged,
        interval: wilsonInterval(errors, judged),
        drawnBy: sample.drawnBy,
        drawnAt: sample.drawnAt,
        beads: beads.map(({ id }) => ({ alignmentId: alignment.id, beadId: id })),
      },
    ];
  });
}
