/**
 * Beads that need a row of their own in the grid, because no visible original sentence stands in them: additions, and target
 * text beside page furniture that is hidden.
 */
import {
  type AlignmentRow,
  type BeadRow,
  beadOfSource,
  type Cut,
  furnitureRanks,
  type Store,
} from '../store/index.ts';

export interface Addition extends Cut {
  readonly beadId: number;
  /** Nothing but furniture in it: shown only with the furniture. */
  readonly hidden: boolean;
  /** It has original text, all of it furniture: a row of its own only while furniture is hidden. */
  readonly besideFurniture: boolean;
}

/** Beads at source ranks where another bead ends too, or that begin before all of the original, in order. */
const CROWDED = `SELECT id, source_to AS sourceTo, target_to AS targetTo FROM bead
  WHERE alignment_id = @id AND source_to IN (
    SELECT source_to FROM bead WHERE alignment_id = @id AND source_to BETWEEN @from AND @to
    GROUP BY source_to HAVING count(*) > 1 OR source_to = 0)
  ORDER BY source_to, target_to`;

/** Additions whose cut lies at source ranks `from` to `to`, in order. */
export function findAdditions(store: Store, alignment: AlignmentRow, from: number, to: number): Addition[] {
  const found: Addition[] = [];
  const crowded = store.sql(CROWDED).all({ id: alignment.id, from, to }) as readonly ({ id: number } & Cut)[];
  const furniture = furnitureRanks(store, alignment.targetId);
  let next = 0;
  crowded.forEach(({ id, sourceTo, targetTo }, i) => {
    const before = crowded[i - 1];
    const isFirst = before?.sourceTo !== sourceTo;
    if (isFirst && sourceTo > 0) return;
    const start = isFirst ? 0 : before.targetTo;
    while (next < furniture.length && furniture[next]! <= start) next++;
    // Only where there is furniture among the sentences can it be all there is.
    const doubtful = next < furniture.length && furniture[next]! <= targetTo;
    const hidden = doubtful && !hasBody(store, alignment.targetId, start, targetTo);
    found.push({ beadId: id, sourceTo, targetTo, hidden, besideFurniture: false });
  });
  for (const bead of furnitureBeads(store, alignment, from, to)) found.push(bead);
  return found.sort((a, b) => a.sourceTo - b.sourceTo || a.targetTo - b.targetTo);
}

const cutOf = (bead: BeadRow): { beadId: number } & Cut => ({
  beadId: bead.id,
  sourceTo: bead.sourceTo,
  targetTo: bead.targetTo,
});

/** Whether there is body text after `after`, up to `upTo`. */
export const hasBody = (store: Store, versionId: number, after: number, upTo: number): boolean =>
  upTo > after &&
  (store
    .sql(
      `SELECT EXISTS (SELECT 1 FROM segment WHERE version_id = ? AND rank > ? AND rank <= ?
        AND kind NOT IN ('furniture', 'metadata'))`,
    )
    .pluck()
    .get(versionId, after, upTo) as unknown as number) === 1;

const CUT_BEFORE = `SELECT source_to AS sourceTo, target_to AS targetTo FROM bead
  WHERE alignment_id = ? AND (source_to, target_to) < (?, ?) ORDER BY source_to DESC, target_to DESC LIMIT 1`;

/** The cut at which a bead begins. */
export const startOf = (store: Store, bead: Cut & Pick<BeadRow, 'alignmentId'>): Cut =>
  (store.sql(CUT_BEFORE).get(bead.alignmentId, bead.sourceTo, bead.targetTo) as Cut | undefined) ?? {
    sourceTo: 0,
    targetTo: 0,
  };

const FIRST_BEAD = `SELECT id, alignment_id AS alignmentId, source_to AS sourceTo, target_to AS targetTo, status, score FROM bead
  WHERE alignment_id = ? AND source_to >= ? ORDER BY source_to, target_to LIMIT 1`;

/** Beads of original furniture with target text: the text must be seen although the furniture is not. */
function* furnitureBeads(
  store: Store,
  alignment: AlignmentRow,
  from: number,
  to: number,
): Generator<Addition> {
  const first = store.sql(FIRST_BEAD).get(alignment.id, from) as BeadRow | undefined;
  if (!first) return;
  const lowest = startOf(store, first).sourceTo;
  let last = 0;
  for (const rank of furnitureRanks(store, alignment.sourceId)) {
    if (rank <= lowest || rank > to) continue;
    const bead = beadOfSource(store, alignment.id, rank);
    if (!bead || bead.id === last) continue;
    last = bead.id;
    if (bead.sourceTo < from || bead.sourceTo > to) continue;
    const start = startOf(store, bead);
    if (start.targetTo === bead.targetTo || hasBody(store, alignment.sourceId, start.sourceTo, bead.sourceTo))
      continue;
    if (hasBody(store, alignment.targetId, start.targetTo, bead.targetTo))
      yield { ...cutOf(bead), hidden: false, besideFurniture: true };
  }
}
