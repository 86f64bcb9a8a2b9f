/** Groups are merged by the stretch: between two cuts that all three states have, one side's groups hold as they are. */
import { cutAtCommon, decideThreeWay } from '../../core/compare/index.ts';
import { dropRow, getAlignment, type Image, putImage, segmentUpTo } from '../../store/index.ts';
import { type MergeState, settle } from './mergeRows.ts';

type Rows = ReadonlyMap<number, Image>;

const keyOf = (image: Image): string => `${image['source_to']}/${image['target_to']}`;
const inOrder = (rows: Rows): Image[] =>
  [...rows.values()].sort(
    (a, b) =>
      Number(a['source_to']) - Number(b['source_to']) || Number(a['target_to']) - Number(b['target_to']),
  );
/** What a group is, by whichever id. */
const print = (images: readonly Image[]): string =>
  JSON.stringify(images.map(({ id: _, ...image }) => Object.entries(image)));
/** The same without the scores of groups that nobody looked at: aligning again changes those, and that is nobody's work. */
const printWork = (images: readonly Image[]): string =>
  print(images.map((image) => (image['status'] === 'auto' ? { ...image, score: null } : image)));
const say = (images: readonly Image[]): string => images.map((image) => image['status']).join(', ');

/** By which sentence a person finds the group: the last one of its rendering, or of the original where it renders nothing. */
function placeOf({ store }: MergeState, alignmentId: number, group: Image) {
  const { sourceId, targetId } = getAlignment(store, alignmentId)!;
  const segment =
    segmentUpTo(store, targetId, Number(group['target_to'])) ??
    segmentUpTo(store, sourceId, Number(group['source_to']));
  return { segmentId: segment?.id ?? null, before: segment?.text ?? null };
}

export function mergeBeads(
  state: MergeState,
  { base, ours, theirs }: { readonly base: Rows; readonly ours: Rows; readonly theirs: Rows },
  alignmentId: number,
): void {
  const lists = { base: inOrder(base), ours: inOrder(ours), theirs: inOrder(theirs) };
  for (const stretch of cutAtCommon(lists, keyOf)) {
    const decide = (said: typeof print) =>
      decideThreeWay(said(stretch.base), said(stretch.ours), said(stretch.theirs));
    const whole = decide(print);
    const outcome = whole === 'conflict' ? decide(printWork) : whole;
    const settled = settle(state, outcome, () => ({
      key: `group/${alignmentId}/${keyOf(stretch.base[0] ?? stretch.ours[0]!)}`,
      what: 'group',
      alignmentId,
      ...placeOf(state, alignmentId, stretch.ours[0] ?? stretch.base[0]!),
      ours: say(stretch.ours),
      theirs: say(stretch.theirs),
    }));
    if (settled !== 'take') continue;
    const mine = new Map(stretch.ours.map((image) => [keyOf(image), image]));
    const wanted = new Set(stretch.theirs.map(keyOf));
    for (const image of stretch.ours)
      if (!wanted.has(keyOf(image))) dropRow(state.store, 'bead', Number(image['id']));
    for (const image of stretch.theirs) {
      const there = mine.get(keyOf(image));
      putImage(state.store, 'bead', there ? { ...image, id: there['id'] ?? null } : image, !there);
    }
    state.taken += 1;
  }
}
