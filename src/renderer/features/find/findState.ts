/** What is looked for in the workbench; it stays while the reader is on other screens. */
import { create } from 'zustand';
import type { TextQuery } from '../../../contract/index.ts';
import { useCursor } from '../../grid/cursor.ts';

export interface Wanted {
  readonly text: string;
  readonly mode: 'exact' | 'loose' | 'regex';
  readonly at: 'word' | 'start' | 'anywhere';
  readonly matchCase: boolean;
}

export const NOTHING_WANTED: Wanted = { text: '', mode: 'loose', at: 'start', matchCase: false };

interface FindState {
  readonly open: boolean;
  readonly replacing: boolean;
  readonly wanted: Wanted;
  /** Empty for all languages. */
  readonly langs: readonly string[];
  readonly replacement: string;
  /** Place of the hit in the list; null before the first step. */
  readonly current: number | null;
  /** Where the cursor was when the search began: the first hit from there on is the next one. */
  readonly nearRow: number;
  /** Grows when the field has to get the focus. */
  readonly fieldRequests: number;
}

export const useFind = create<FindState>(() => ({
  open: false,
  replacing: false,
  wanted: NOTHING_WANTED,
  langs: [],
  replacement: '',
  current: null,
  nearRow: 0,
  fieldRequests: 0,
}));

/** Other words or languages begin a new search. */
export const changeSearch = (change: Partial<Pick<FindState, 'wanted' | 'langs'>>): void =>
  useFind.setState({ ...change, current: null, nearRow: useCursor.getState().row });

/** Opens the panel; words that are selected in the grid are looked for. */
export const openFind = (replacing: boolean): void => {
  const selected = window.getSelection()?.toString().trim() ?? '';
  const { wanted, fieldRequests } = useFind.getState();
  if (selected !== '' && selected.length <= 200 && !selected.includes('\n'))
    changeSearch({ wanted: { ...wanted, text: selected } });
  useFind.setState({ open: true, replacing, fieldRequests: fieldRequests + 1 });
};

/** Null where nothing is looked for yet. */
export const readQuery = (wanted: Wanted): TextQuery | null => (wanted.text.trim() === '' ? null : wanted);
