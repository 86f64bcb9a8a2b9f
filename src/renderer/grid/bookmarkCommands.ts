/** Bookmarks: rows that the reader wants to come back to. They hang on sentences, so that they stay when rows move. */
import type { Command } from '../keys/commands.ts';
import { api } from '../state/api.ts';
import { changeSettings, useSettings } from '../state/settings.ts';
import { moveCursor, useCursor } from './cursor.ts';
import { refuse, say } from './said.ts';
import type { GridSession } from './session.ts';

const NONE: readonly number[] = [];
const MOST = 2000;

/** The sentence that stands for a row: the original's, or the first one of an addition. */
const sentenceOf = (session: GridSession, row: number): number | undefined =>
  session.store.row(row)?.source?.id ?? session.cellsOfRow(row)[0]?.segments[0]?.id;

const bookmarksOf = (session: GridSession): readonly number[] =>
  useSettings.getState().bookmarks[session.file] ?? NONE;

export const useIsBookmarked = (session: GridSession, row: number): boolean =>
  useSettings((settings) => {
    const all = settings.bookmarks[session.file];
    if (all === undefined || all.length === 0) return false;
    const sentence = sentenceOf(session, row);
    return sentence !== undefined && all.includes(sentence);
  });

const toggle = (session: GridSession): void => {
  const sentence = sentenceOf(session, useCursor.getState().row);
  if (sentence === undefined) {
    refuse('refuse.no-sentence');
    return;
  }
  const { bookmarks } = useSettings.getState();
  const all = bookmarksOf(session);
  const isThere = all.includes(sentence);
  const next = isThere ? all.filter((one) => one !== sentence) : [...all, sentence].slice(-MOST);
  changeSettings({ bookmarks: { ...bookmarks, [session.file]: next } });
  say(isThere ? 'say.bookmark-gone' : 'say.bookmarked');
};

/** The next bookmark in this direction; after the last it begins again at the other end. */
const goOn = async (session: GridSession, step: 1 | -1): Promise<void> => {
  const segmentIds = [...bookmarksOf(session)];
  const places = segmentIds.length
    ? await api.grid.places({ ...session.place, furniture: session.furniture, segmentIds })
    : [];
  const rows = places
    .flatMap(({ row }) => (row === null || !session.shown.has(row) ? [] : [row]))
    .sort((a, b) => (a - b) * step);
  const { row } = useCursor.getState();
  const next = rows.find((one) => (one - row) * step > 0) ?? rows[0];
  if (next === undefined) {
    refuse('refuse.no-bookmark');
    return;
  }
  await session.store.load(next);
  moveCursor({ row: next });
};

export const createBookmarkCommands = (session: GridSession): readonly Command[] => [
  { id: 'row.bookmark', group: 'go', run: () => toggle(session) },
  { id: 'go.next-bookmark', group: 'go', run: () => session.inTurn(() => goOn(session, 1)) },
  { id: 'go.previous-bookmark', group: 'go', run: () => session.inTurn(() => goOn(session, -1)) },
];
