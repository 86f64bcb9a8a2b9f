/** Where the reader is on the Prepare screen: a place in one of the lists, with the other end of a selection. */
import { create } from 'zustand';
import type { PreparedSentence } from '../../../contract/index.ts';
import type { SegmentKind } from '../../../core/model.ts';

export interface PrepareCursor {
  /** Position of the text among the columns. */
  readonly column: number;
  /** Position in the page of the list. */
  readonly at: number;
  /** The other end of a selection; null where one sentence is meant. */
  readonly anchor: number | null;
  /** The sentence whose text is being cut or changed. */
  readonly editing: PreparedSentence | null;
  /** Grows when the focus has to go to the cursor's sentence. */
  readonly focusRequests: number;
}

const START: PrepareCursor = { column: 0, at: 0, anchor: null, editing: null, focusRequests: 0 };

export const usePrepare = create<PrepareCursor>(() => START);
export const resetPrepare = (): void => usePrepare.setState({ ...START, focusRequests: 1 }, true);

export const movePrepare = (to: { column?: number; at?: number }, extend = false): void =>
  usePrepare.setState((state) => ({
    column: to.column ?? state.column,
    at: Math.max(0, to.at ?? state.at),
    anchor: extend ? (state.anchor ?? state.at) : null,
    editing: null,
    focusRequests: state.focusRequests + 1,
  }));

/** First and last place of the selection. */
export const selectionOf = ({
  at,
  anchor,
}: Pick<PrepareCursor, 'at' | 'anchor'>): readonly [number, number] =>
  anchor === null ? [at, at] : [Math.min(at, anchor), Math.max(at, anchor)];

export const LEFT_OUT: readonly SegmentKind[] = ['furniture', 'metadata'];
export const isLeftOut = (kind: SegmentKind): boolean => LEFT_OUT.includes(kind);

/** What the lists show, by the word in the address. */
export const SHOWN = {
  all: null,
  body: ['text', 'heading', 'caption', 'list'],
  'left-out': ['furniture', 'metadata'],
  headings: ['heading', 'caption'],
} as const satisfies Readonly<Record<string, readonly SegmentKind[] | null>>;
export type Shown = keyof typeof SHOWN;
export const isShown = (word: string | undefined): word is Shown => word !== undefined && word in SHOWN;
