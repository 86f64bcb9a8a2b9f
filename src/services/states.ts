/**
 * A state of a document as the edits that made it. Going back to a snapshot is an edit too, whose outcome is that snapshot's state:
 * what was done before it no longer counts, so two lists of edits that led to the same rows are seen to be the same state.
 */

/** The edits of the snapshot that an edit went back to; undefined for every other edit, and where that snapshot was removed. */
export type GoneBackTo = (editId: number) => readonly number[] | undefined;

interface Stretch {
  /** The state that the stretch begins with. */
  readonly base: readonly number[];
  /** Where its own edits begin and end in the list. */
  readonly from: number;
  readonly to: number;
}

/** The pieces between one going back and the next, last first. */
function* stretchesOf(edits: readonly number[], goneBackTo: GoneBackTo): Generator<Stretch> {
  let to = edits.length;
  for (let at = edits.length - 1; at >= 0; at--) {
    const target = goneBackTo(edits[at]!);
    if (!target) continue;
    yield { base: effectiveEdits(target, goneBackTo), from: at + 1, to };
    to = at;
  }
  yield { base: [], from: 0, to };
}

/** The edits whose doing, one after the other from the beginning, gives this state. */
export function effectiveEdits(edits: readonly number[], goneBackTo: GoneBackTo): readonly number[] {
  for (const { base, from } of stretchesOf(edits, goneBackTo)) return [...base, ...edits.slice(from)];
  return [];
}

/** How many edits two states have in common from the beginning. */
export function commonLength(a: readonly number[], b: readonly number[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/**
 * The latest place in `edits` at which the document was in the state of `effective`: that many edits of the list were done then.
 * Null where it never was.
 */
export function lastTimeIn(
  effective: readonly number[],
  edits: readonly number[],
  goneBackTo: GoneBackTo,
): number | null {
  for (const { base, from, to } of stretchesOf(edits, goneBackTo)) {
    const place = from + effective.length - base.length;
    if (place < from || place > to) continue;
    const then = [...base, ...edits.slice(from, place)];
    if (commonLength(then, effective) === effective.length) return place;
  }
  return null;
}
