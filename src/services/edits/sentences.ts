/** Edits of sentences: text, boundaries, kind. Cuts lie at ranks, so a split or a join moves no bead of another language. */
import { isBody } from '../../core/model.ts';
import {
  adoptBeginning,
  type BeadRow,
  beadOfSource,
  beadOfTarget,
  deleteBead,
  deleteFlagsOfSegment,
  deleteLink,
  deleteSegment,
  insertBefore,
  insertLink,
  layBeads,
  linksOfSegment,
  rankBefore,
  type SegmentRow,
  segmentAfter,
  touchBead,
  updateKind,
  updateText,
} from '../../store/index.ts';
import type { IndexedAlignment } from '../documentIndex.ts';
import { changeText, followJoin, followSplit } from './noteSpans.ts';
import {
  type CommandOf,
  type EditContext,
  type Focus,
  impossible,
  openRow,
  openSegment,
  type Plan,
  possible,
} from './plan.ts';

/** As the pipeline gives segments: NFC, one line, trimmed. */
export const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .trim();

export const focusOnSegment = ({ index }: EditContext, segment: SegmentRow): Focus => {
  const alignment = index.alignments.find((one) => one.targetId === segment.versionId);
  return {
    alignmentId: alignment?.id ?? null,
    side: segment.versionId === index.original.id ? 'source' : 'target',
    rank: segment.rank,
  };
};

/** The beads that hold a sentence: one for each rendering of an original sentence, one for a rendering's sentence. */
export function beadsOf(
  { store, index }: EditContext,
  segment: SegmentRow,
): { alignment: IndexedAlignment; bead: BeadRow }[] {
  return index.alignments.flatMap((alignment) => {
    const bead =
      alignment.sourceId === segment.versionId
        ? beadOfSource(store, alignment.id, segment.rank)
        : alignment.targetId === segment.versionId
          ? beadOfTarget(store, alignment.id, segment.rank)
          : undefined;
    return bead ? [{ alignment, bead }] : [];
  });
}

const languageOf = ({ index }: EditContext, segment: SegmentRow): string =>
  index.versions.find(({ id }) => id === segment.versionId)!.lang;

export function editText(context: EditContext, command: CommandOf<'edit-text'>): Plan {
  const { store } = context;
  const segment = openSegment(context, command.segmentId);
  const text = clean(command.text);
  if (text === '') return impossible('edit.text-empty');
  if (text === segment.text) return impossible('edit.already');
  return possible(
    'edit.text-changed',
    () => {
      deleteFlagsOfSegment(store, segment.id);
      changeText(store, segment, text, languageOf(context, segment));
      for (const { bead } of beadsOf(context, segment)) touchBead(store, bead);
    },
    { focus: focusOnSegment(context, segment) },
  );
}

/** `at`: UTF-16 offset in the text. The second part keeps the id, the rank and the cuts; the first is new. */
export function splitSegment(context: EditContext, command: CommandOf<'split-segment'>): Plan {
  const { store } = context;
  const segment = openSegment(context, command.segmentId);
  const first = clean(segment.text.slice(0, command.at));
  const second = clean(segment.text.slice(command.at));
  const insideLetter = /^[\p{M}\udc00-\udfff]/u.test(segment.text.slice(command.at));
  if (first === '' || second === '' || insideLetter) return impossible('edit.split-at-edge');
  if (segment.rank - rankBefore(store, segment.versionId, segment.rank) < 2)
    return impossible('edit.no-room');
  return possible(
    'edit.segment-split',
    () => {
      deleteFlagsOfSegment(store, segment.id);
      const firstId = insertBefore(store, segment, first)!;
      const secondFrom = segment.text.indexOf(second, command.at);
      followSplit(store, segment, firstId, first.length, secondFrom);
      updateText(store, segment.id, second);
      for (const { bead } of beadsOf(context, segment)) touchBead(store, bead);
    },
    { focus: focusOnSegment(context, segment) },
  );
}

/** Chinese is written without spaces between sentences. */
const separator = (lang: string): string => (/^(zh|ja)\b/.test(lang) ? '' : ' ');

/** The second sentence takes in the first; beads that were divided between the two become one. */
export function joinSegment(context: EditContext, command: CommandOf<'join-segment'>): Plan {
  const { store, index } = context;
  const first = openSegment(context, command.segmentId);
  const second = segmentAfter(store, first);
  if (!second) return impossible('edit.no-sentence-after');
  const beginning = `${first.text}${separator(languageOf(context, first))}`;
  return possible(
    'edit.segments-joined',
    () => {
      for (const { id } of [first, second]) deleteFlagsOfSegment(store, id);
      for (const alignment of index.alignments) removeCutsAt(context, alignment, first);
      for (const one of linksOfSegment(store, first.id)) {
        deleteLink(store, one.id);
        if (first.versionId === index.original.id)
          insertLink(store, one.alignmentId, second.id, one.targetSegmentId);
        else insertLink(store, one.alignmentId, one.sourceSegmentId, second.id);
      }
      followJoin(store, first.id, second.id, beginning.length);
      deleteSegment(store, first.id);
      adoptBeginning(store, second.id, first, `${beginning}${second.text}`);
      for (const { bead } of beadsOf(context, second)) touchBead(store, bead);
    },
    { focus: focusOnSegment(context, second) },
  );
}

function removeCutsAt({ store }: EditContext, alignment: IndexedAlignment, segment: SegmentRow): void {
  const column =
    alignment.sourceId === segment.versionId
      ? 'source_to'
      : alignment.targetId === segment.versionId
        ? 'target_to'
        : null;
  if (column === null) return;
  const ids = store
    .sql(`SELECT id FROM bead WHERE alignment_id = ? AND ${column} = ?`)
    .pluck()
    .all(alignment.id, segment.rank) as number[];
  for (const id of ids) deleteBead(store, id);
}

/** Page furniture stands in beads of its own: a sentence that becomes furniture and is all there is of its side is unlinked. */
export function segmentKind(context: EditContext, command: CommandOf<'segment-kind'>): Plan {
  const { store } = context;
  const segments = command.segmentIds.map((id) => openSegment(context, id));
  const work = segments.filter((segment) => segment.kind !== command.kind);
  if (work.length === 0) return impossible('edit.already');
  return possible(
    'edit.kind-changed',
    () => {
      for (const segment of work) {
        deleteFlagsOfSegment(store, segment.id);
        updateKind(store, segment.id, command.kind);
      }
      if (!isBody({ kind: command.kind }))
        for (const segment of work)
          for (const { alignment, bead } of beadsOf(context, segment)) setApart(context, alignment, bead);
    },
    { params: { count: work.length, kind: command.kind }, focus: focusOnSegment(context, work[0]!) },
  );
}

function setApart({ store }: EditContext, alignment: IndexedAlignment, bead: BeadRow): void {
  const { start, sources, targets } = openRow(store, alignment, bead);
  if (sources.length === 0 || targets.length === 0) return;
  const allFurniture = (versionId: number, after: number, upTo: number): boolean =>
    store
      .sql(
        `SELECT NOT EXISTS (SELECT 1 FROM segment WHERE version_id = ? AND rank > ? AND rank <= ?
           AND kind NOT IN ('furniture', 'metadata'))`,
      )
      .pluck()
      .get(versionId, after, upTo) === (1 as never);
  const source = allFurniture(alignment.sourceId, start.sourceTo, bead.sourceTo);
  const target = allFurniture(alignment.targetId, start.targetTo, bead.targetTo);
  if (source === target) return;
  const omission = { id: null, sourceTo: bead.sourceTo, targetTo: start.targetTo };
  layBeads(store, alignment.id, start, [bead], [omission, bead]);
}
