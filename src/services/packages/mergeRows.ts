/** Rows of a document that are named by others: links by their sentences, notes by thread, decisions by scope and key. */
import type { MergeConflict } from '../../contract/index.ts';
import { decideThreeWay, type Outcome } from '../../core/compare/index.ts';
import { followSpan } from '../../core/review/index.ts';
import {
  countUpToRank,
  dropRow,
  getSegment,
  getVersion,
  type Image,
  putImage,
  type Store,
} from '../../store/index.ts';

export type Rows = Map<number, Image>;
export interface Sides {
  readonly base: Rows;
  readonly ours: Rows;
  readonly theirs: Rows;
}
/** How the merge of one document stands. */
export interface MergeState {
  readonly store: Store;
  readonly documentId: number;
  readonly conflicts: MergeConflict[];
  /** By the package's id of a row that is new in it, the id that it got here. */
  readonly ids: Readonly<Record<'segment' | 'note', Map<number, number>>>;
  /** Keys of the conflicts in which theirs is wanted. */
  readonly take: ReadonlySet<string>;
  taken: number;
}

/** What becomes of a row or stretch: a conflict is listed, and ours stays unless theirs was asked for. */
export function settle(state: MergeState, outcome: Outcome, conflict: () => Told): 'keep' | 'take' {
  if (outcome !== 'conflict') return outcome;
  const listed = conflict();
  if (state.take.has(listed.key)) return 'take';
  tell(state, listed);
  return 'keep';
}

type Told = Pick<MergeConflict, 'key' | 'what' | 'ours' | 'theirs'> & Partial<MergeConflict>;

/** Lists something for a person to look at, with the place where it is. */
export function tell({ store, documentId, conflicts }: MergeState, told: Told): void {
  const segment = told.segmentId ? getSegment(store, told.segmentId) : undefined;
  conflicts.push({
    documentId,
    alignmentId: null,
    segmentId: null,
    lang: segment ? (getVersion(store, segment.versionId)?.lang ?? null) : null,
    number: segment ? countUpToRank(store, segment.versionId, segment.rank) : null,
    before: null,
    ...told,
  });
}

export const print = (image: Image | undefined, without: readonly string[] = []): string | null =>
  image === undefined
    ? null
    : JSON.stringify(Object.entries(image).filter(([column]) => !without.includes(column)));

/** Rows that name sentences of the package, with the ids that these have here. */
function rename(state: MergeState, image: Image, columns: readonly string[]): Image {
  const renamed: Record<string, string | number | null> = { ...image };
  for (const column of columns) {
    const ids = column === 'parent_id' ? state.ids.note : state.ids.segment;
    const to = ids.get(Number(image[column]));
    if (to !== undefined) renamed[column] = to;
  }
  return renamed;
}

/** Links are named by their sentences: aligning again gives them other ids. */
export function mergeLinks(state: MergeState, sides: Sides): void {
  const columns = ['source_segment_id', 'target_segment_id'];
  const byName = (rows: Rows): Map<string, Image> =>
    new Map(
      [...rows.values()].map((image) => {
        const renamed = rename(state, image, columns);
        return [columns.map((column) => renamed[column]).join(), renamed];
      }),
    );
  const [base, ours, theirs] = [byName(sides.base), byName(sides.ours), byName(sides.theirs)];
  for (const [name, image] of ours)
    if (base.has(name) && !theirs.has(name)) {
      dropRow(state.store, 'link', Number(image['id']));
      state.taken += 1;
    }
  for (const [name, image] of theirs) {
    if (base.has(name) || ours.has(name)) continue;
    putImage(state.store, 'link', image, true);
    state.taken += 1;
  }
}

export const languageOf = (store: Store, segment: Image): string =>
  getVersion(store, Number(segment['version_id']))?.lang ?? 'und';

/** What a note says and whether it is resolved: where its words stand now follows from the sentence, and when it was resolved is no quarrel. */
const printNote = (image: Image | undefined): string | null =>
  image
    ? JSON.stringify([image['segment_id'], image['author'], image['text'], image['resolved_at'] === null])
    : null;

/** `segments`: the package's sentences. Notes of the package stand on words as they are there; here they go where these are here. */
export function mergeNotes(state: MergeState, { base, ours, theirs }: Sides, segments: Rows): void {
  const { store } = state;
  const placed = (image: Image): Image => {
    const there = segments.get(Number(image['segment_id']));
    const fresh = rename(state, image, ['segment_id', 'parent_id']);
    const here = getSegment(store, Number(fresh['segment_id']));
    if (!there || !here || image['span_start'] === null || image['span_start'] === undefined) return fresh;
    const span = { start: Number(image['span_start']), end: Number(image['span_end']) };
    const now = followSpan(span, String(there['text']), here.text, languageOf(store, there));
    return { ...fresh, span_start: now?.start ?? null, span_end: now?.end ?? null };
  };
  for (const [id, image] of base) {
    const outcome = decideThreeWay(printNote(image), printNote(ours.get(id)), printNote(theirs.get(id)));
    const [mine, other] = [String(ours.get(id)?.['text'] ?? ''), String(theirs.get(id)?.['text'] ?? '')];
    const settled = settle(state, outcome, () => ({
      key: `note/${id}`,
      what: 'note',
      segmentId: Number(image['segment_id']),
      before: String(image['text']),
      ours: mine,
      theirs: other,
    }));
    if (settled !== 'take') continue;
    const changed = theirs.get(id);
    if (changed) state.ids.note.set(id, putImage(store, 'note', placed(changed), !ours.has(id)));
    else dropRow(store, 'note', id);
    state.taken += 1;
  }
  const nameOf = (image: Image): string =>
    JSON.stringify(['segment_id', 'author', 'text', 'created_at'].map((column) => image[column]));
  const known = new Map([...ours].filter(([id]) => !base.has(id)).map(([id, image]) => [nameOf(image), id]));
  for (const [id, image] of theirs) {
    if (base.has(id)) continue;
    const fresh = placed(image);
    // A package may come back twice.
    const there = known.get(nameOf(fresh));
    if (there !== undefined) {
      state.ids.note.set(id, there);
      continue;
    }
    state.ids.note.set(id, putImage(store, 'note', fresh, true));
    state.taken += 1;
  }
}

const languageOfDecision = (image: Image): string =>
  typeof image['about'] === 'string'
    ? ((JSON.parse(image['about']) as { lang: string | null }).lang ?? '')
    : '';

/** `frozen`: languages whose flags keep the decisions that they have. Decisions are named by scope and key, wherever they were made. */
export function mergeDecisions(state: MergeState, sides: Sides, frozen: ReadonlySet<string>): void {
  const byName = (rows: Rows): Map<string, Image> =>
    new Map([...rows.values()].map((image) => [`${image['scope']}/${image['key']}`, image]));
  const [base, ours, theirs] = [byName(sides.base), byName(sides.ours), byName(sides.theirs)];
  for (const name of new Set([...base.keys(), ...theirs.keys()])) {
    const [mine, other] = [ours.get(name), theirs.get(name)];
    if (frozen.has(languageOfDecision(other ?? base.get(name)!))) continue;
    const outcome = decideThreeWay(print(base.get(name), ['id']), print(mine, ['id']), print(other, ['id']));
    const settled = settle(state, outcome, () => ({
      key: `decision/${name}`,
      what: 'decision',
      before: base.has(name) ? String(base.get(name)!['verdict']) : null,
      ours: String(mine?.['verdict'] ?? ''),
      theirs: String(other?.['verdict'] ?? ''),
    }));
    if (settled !== 'take') continue;
    if (!other) dropRow(state.store, 'decision', Number(mine!['id']));
    else putImage(state.store, 'decision', mine ? { ...other, id: mine['id'] ?? null } : other, !mine);
    state.taken += 1;
  }
}
