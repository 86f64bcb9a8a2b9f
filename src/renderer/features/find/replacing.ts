/** What replacing would make of the sentences, and carrying it out for the chosen ones as one edit. */
import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReplacePreview, TextQuery } from '../../../contract/index.ts';
import type { GridSession } from '../../grid/session.ts';
import { api, queries } from '../../state/api.ts';
import { ASK_AGAIN_MS, PAGE } from './hits.ts';

const MOST_AT_ONCE = 500;

export interface Replacing {
  readonly query: TextQuery;
  readonly langs: readonly string[];
  readonly replacement: string;
}

const inputOf = (session: GridSession, { query, langs, replacement }: Replacing) => ({
  ...session.place,
  query,
  replacement,
  furniture: session.furniture,
  ...(langs.length > 0 && { langs: [...langs] }),
});

export const useReplacePreview = (session: GridSession, replacing: Replacing | null, from: number) =>
  useQuery({
    ...queries.find.replacePreview.queryOptions({
      input: replacing === null ? skipToken : { ...inputOf(session, replacing), from, limit: PAGE },
    }),
    placeholderData: (former) => (replacing === null ? undefined : former),
    refetchInterval: ({ state }) => (state.data && !state.data.complete ? ASK_AGAIN_MS : false),
  });

/** All sentences that would change but those left out. */
const gather = async (
  session: GridSession,
  replacing: Replacing,
  without: ReadonlySet<number>,
): Promise<readonly ReplacePreview[]> => {
  const sentences: ReplacePreview[] = [];
  for (let from = 0; ; ) {
    const page = await api.find.replacePreview({
      ...inputOf(session, replacing),
      from,
      limit: MOST_AT_ONCE,
    });
    sentences.push(...page.sentences);
    from += page.sentences.length;
    if (page.complete && (page.sentences.length === 0 || from >= page.total)) break;
  }
  return sentences.filter(({ segmentId }) => !without.has(segmentId));
};

/** Gives true where it was done. */
export const replaceChosen = (
  session: GridSession,
  replacing: Replacing,
  without: ReadonlySet<number>,
): Promise<boolean> =>
  session.inTurn(async () => {
    const chosen =
      without.size === 0
        ? ('all' as const)
        : (await gather(session, replacing, without)).map(({ segmentId, stamp }) => ({ segmentId, stamp }));
    const outcome = await session.follow(
      await api.find.replace({
        ...inputOf(session, replacing),
        chosen,
        revision: session.store.revision,
      }),
    );
    return outcome.possible;
  });
