/** Takes sentences over from another version: in other words, where one was put in, and where one was taken out; all as one edit. */
import type { TakeChange } from '../../contract/index.ts';
import { AppError } from '../../core/errors.ts';
import {
  type BeadRow,
  beadOfSource,
  beadOfTarget,
  closeCuts,
  deleteFlagsOfSegment,
  deleteLink,
  deleteSegment,
  getBead,
  insertBeads,
  insertSentence,
  linksOfSegment,
  notesOn,
  otherSideAt,
  placeNote,
  rankBefore,
  ranksBehind,
  type SegmentRow,
  segmentAfter,
  segmentBefore,
  shiftCuts,
  touchBead,
} from '../../store/index.ts';
import type { IndexedAlignment } from '../documentIndex.ts';
import { type CommandOf, type EditContext, impossible, openSegment, type Plan, possible } from './plan.ts';
import { beadsOf, clean, editText, focusOnSegment } from './sentences.ts';

type Insertion = Extract<TakeChange, { kind: 'insert' }>;

export function takeOver(context: EditContext, { changes, label }: CommandOf<'take-over'>): Plan {
  const segments = changes.flatMap((change) =>
    change.kind === 'insert'
      ? [change.after, change.before, change.original].flatMap((id) => (id === null ? [] : id))
      : [change.segmentId],
  );
  const [first] = segments.map((id) => openSegment(context, id));
  // Places are named by sentences that stay: what goes out goes last.
  const order = [...changes].sort((a, b) => Number(a.kind === 'remove') - Number(b.kind === 'remove'));
  const isIdle = (change: TakeChange): boolean =>
    change.kind === 'replace' &&
    (clean(change.text) === '' || clean(change.text) === openSegment(context, change.segmentId).text);
  const work = order.filter((change) => !isIdle(change));
  if (!first || work.length === 0) return impossible('edit.already');
  return possible(
    work.length === 1 ? 'edit.taken-over' : 'edit.taken-over-many',
    () => {
      for (const change of work)
        if (change.kind === 'replace') replace(context, change);
        else if (change.kind === 'insert') insert(context, change);
        else remove(context, openSegment(context, change.segmentId));
    },
    { params: { label, count: work.length }, focus: focusOnSegment(context, first) },
  );
}

function replace(context: EditContext, { segmentId, text }: Extract<TakeChange, { kind: 'replace' }>): void {
  const plan = editText(context, { type: 'edit-text', segmentId, text });
  if (plan.possible) plan.apply();
}

/** Behind or before a sentence, in its group; or into the group of a sentence of the original. */
function insert(context: EditContext, insertion: Insertion): void {
  const { store, index } = context;
  const texts = insertion.texts.map(clean).filter((text) => text !== '');
  const place = placeOf(context, insertion);
  const ranks = ranksBehind(store, place.versionId, place.rank, texts.length);
  if (!ranks) throw new AppError('edit-impossible', { reason: 'There is no room for a sentence there.' });
  if (texts.length === 0) return;
  for (const [i, text] of texts.entries())
    insertSentence(store, place.versionId, ranks[i]!, text, place.neighbour);
  for (const alignment of index.alignments) {
    if (alignment.targetId === place.versionId) growBead(context, alignment, place, ranks.at(-1)!);
    if (alignment.sourceId === place.versionId) addBeads(context, alignment, place.rank, ranks);
  }
}

interface Place {
  readonly versionId: number;
  /** Of the sentence that it stands behind; 0 before all. */
  readonly rank: number;
  readonly neighbour: SegmentRow | undefined;
  /** The bead of a rendering that takes it in. */
  readonly bead: BeadRow | undefined;
}

function placeOf(context: EditContext, { after, before, original, versionId }: Insertion): Place {
  const { store, index } = context;
  const alignment = index.alignments.find(({ targetId }) => targetId === versionId);
  const beadAt = ({ rank }: SegmentRow): BeadRow | undefined =>
    alignment && beadOfTarget(store, alignment.id, rank);
  if (after !== null) {
    const neighbour = openSegment(context, after);
    return { versionId: neighbour.versionId, rank: neighbour.rank, neighbour, bead: beadAt(neighbour) };
  }
  if (before !== null) {
    const neighbour = openSegment(context, before);
    const rank = rankBefore(store, neighbour.versionId, neighbour.rank);
    return { versionId: neighbour.versionId, rank, neighbour, bead: undefined };
  }
  const bead =
    original === null || !alignment
      ? undefined
      : beadOfSource(store, alignment.id, openSegment(context, original).rank);
  if (!bead) throw new AppError('not-found', { what: 'row' });
  const last = { versionId, rank: bead.targetTo + 1 } as SegmentRow;
  return { versionId, rank: bead.targetTo, neighbour: segmentBefore(store, last), bead };
}

/** What stands behind the last sentence of a group belongs to it. */
function growBead({ store }: EditContext, alignment: IndexedAlignment, place: Place, last: number): void {
  const { bead, rank } = place;
  if (bead?.targetTo === rank)
    shiftCuts(store, alignment.id, 'target', { from: rank, to: last, first: bead });
  const grown = bead ? getBead(store, bead.id) : beadOfTarget(store, alignment.id, last);
  if (grown) touchBead(store, grown);
}

/** A sentence that comes into the original between two groups is one that the rendering lacks; inside a group it belongs to it. */
function addBeads(
  { store }: EditContext,
  alignment: IndexedAlignment,
  rank: number,
  ranks: readonly number[],
): void {
  const targetTo = otherSideAt(store, alignment.id, 'source', rank);
  if (targetTo === null) {
    const bead = beadOfSource(store, alignment.id, ranks[0]!);
    if (bead) touchBead(store, bead);
    return;
  }
  insertBeads(
    store,
    alignment.id,
    ranks.map((sourceTo) => ({ sourceTo, targetTo, status: 'edited', score: null })),
  );
}

function remove(context: EditContext, segment: SegmentRow): void {
  const { store, index } = context;
  const touched = beadsOf(context, segment);
  deleteFlagsOfSegment(store, segment.id);
  for (const { id } of linksOfSegment(store, segment.id)) deleteLink(store, id);
  for (const alignment of index.alignments) {
    if (alignment.targetId === segment.versionId) closeCuts(store, alignment.id, 'target', segment);
    if (alignment.sourceId === segment.versionId) closeCuts(store, alignment.id, 'source', segment);
  }
  // What was said of it is not lost: it goes to the sentence before, as a remark on the whole of it.
  const heir = segmentBefore(store, segment) ?? segmentAfter(store, segment);
  for (const { id, parentId } of notesOn(store, [segment.id]))
    if (heir && parentId === null) placeNote(store, id, heir.id, null);
  deleteSegment(store, segment.id);
  for (const { bead } of touched) {
    const still = getBead(store, bead.id);
    if (still) touchBead(store, still);
  }
}
