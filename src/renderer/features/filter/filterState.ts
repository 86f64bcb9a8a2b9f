/** The rows that the filter of the address leaves, with the counts for its controls. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { create } from 'zustand';
import type { GridSession } from '../../grid/session.ts';
import { useAddress } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import { narrowFilter, readFilter } from './filterAddress.ts';

interface FilterBarState {
  readonly open: boolean;
  /** Grows when the bar has to get the focus. */
  readonly focusRequests: number;
}

export const useFilterBar = create<FilterBarState>(() => ({ open: false, focusRequests: 0 }));

export const useFilter = (session: GridSession) => {
  const query = useAddress((address) => address.query);
  const open = useFilterBar((bar) => bar.open);
  const filter = useMemo(() => readFilter(query), [query]);
  const hidesSome = session.columns.length < session.allColumns.length;
  const shown = hidesSome
    ? session
        .renderings()
        .map(({ alignmentId }) => alignmentId)
        .join(' ')
    : '';
  const applied = useMemo(
    () => filter && narrowFilter(filter, shown === '' ? null : shown.split(' ').map(Number)),
    [filter, shown],
  );
  const asked = useQuery({
    ...queries.filters.apply.queryOptions({
      input:
        filter === null && !open
          ? skipToken
          : { ...session.place, filter: applied ?? {}, furniture: session.furniture },
    }),
    placeholderData: (former) => former,
  });
  const name = useRef('');
  if (!asked.isPlaceholderData) name.current = JSON.stringify(filter && applied);
  const result = filter === null && !open ? undefined : asked.data;
  return {
    filter,
    /** What is asked of the services: the same for the columns that are shown. */
    applied,
    /** Names the filter that the rows follow; that of the former one while they are on their way. */
    name: name.current,
    result,
    error: asked.error,
    ranges: filter === null ? null : (result?.ranges ?? null),
  };
};
export type FilterView = ReturnType<typeof useFilter>;
