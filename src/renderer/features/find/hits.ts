/** Hits of the search, page by page, and the way to them. */
import { skipToken, useQuery } from '@tanstack/react-query';
import type { FindHit, FindPage } from '../../../contract/index.ts';
import { showPlace } from '../../grid/cursor.ts';
import { refuse, say } from '../../grid/said.ts';
import type { GridSession } from '../../grid/session.ts';
import { queries, queryClient } from '../../state/api.ts';
import { openFind, readQuery, useFind } from './findState.ts';

export const PAGE = 100;
/** The services answer early with what they found so far. */
export const ASK_AGAIN_MS = 250;

const searchInput = (session: GridSession, from: number) => {
  const { wanted, langs, nearRow } = useFind.getState();
  const query = readQuery(wanted);
  if (!query) return null;
  return {
    ...session.place,
    query,
    from,
    limit: PAGE,
    furniture: session.furniture,
    nearRow,
    ...(langs.length > 0 && { langs: [...langs] }),
  };
};

const fetchPage = async (session: GridSession, from: number): Promise<FindPage | null> => {
  const input = searchInput(session, from);
  return input && queryClient.fetchQuery(queries.find.search.queryOptions({ input }));
};

const pageOf = (current: number | null): number => Math.floor((current ?? 0) / PAGE) * PAGE;

/** The page of hits that holds the current one. */
export const useHits = (session: GridSession) => {
  const current = useFind((find) => find.current);
  useFind((find) => find.wanted);
  useFind((find) => find.langs);
  const input = searchInput(session, pageOf(current));
  return useQuery({
    ...queries.find.search.queryOptions({ input: input ?? skipToken }),
    placeholderData: (former) => (input === null ? undefined : former),
    refetchInterval: ({ state }) => (state.data && !state.data.complete ? ASK_AGAIN_MS : false),
  });
};

/** Shows the place of a hit in the grid; the focus stays in the panel. */
export const showHit = async (
  session: GridSession,
  hit: Pick<FindHit, 'row' | 'versionId' | 'segmentId'>,
): Promise<void> => {
  const { row } = hit;
  if (row === null) return refuse('refuse.hit-in-furniture');
  if (session.shown.filtered && !session.shown.has(row)) return refuse('refuse.hidden-by-filter');
  await session.store.load(row);
  const column = Math.max(
    0,
    session.columns.findIndex(({ versionId }) => versionId === hit.versionId),
  );
  const alignmentId = session.columns[column]?.alignmentId ?? null;
  const segments = alignmentId === null ? [] : (session.store.cellAt(row, alignmentId)?.segments ?? []);
  const chip = segments.findIndex(({ id }) => id === hit.segmentId);
  showPlace({ row, column, chip: Math.max(0, chip) });
};

/** Goes to the next or previous hit; after the last it begins again. */
export const stepHit = async (session: GridSession, step: 1 | -1): Promise<void> => {
  const before = useFind.getState();
  const page = await fetchPage(session, pageOf(before.current));
  if (!page) return openFind(before.replacing);
  if (page.total === 0) return refuse('refuse.no-hits');
  const from = before.current ?? (page.near ?? 0) - (step === 1 ? 1 : 0);
  const current = (from + step + page.total) % page.total;
  useFind.setState({ current });
  const there = await fetchPage(session, pageOf(current));
  const hit = there?.hits[current - pageOf(current)];
  if (!hit) return;
  say('say.hit', { number: current + 1, count: page.total });
  await showHit(session, hit);
};
