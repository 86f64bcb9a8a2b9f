/** The rows that the filter of the address leaves, with the counts for its controls. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { create } from 'zustand';
import type { GridSession } from '../../grid/session.ts';
import { useAddress } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import { readFilter } from './filterAddress.ts';

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
  const asked = useQuery({
    ...queries.filters.apply.queryOptions({
      input:
        filter === null && !open
          ? skipToken
          : { ...session.place, filter: filter ?? {}, furniture: session.furniture },
    }),
    placeholderData: (former) => former,
  });
  const result = filter === null && !open ? undefined : asked.data;
  return {
    filter,
    result,
    error: asked.error,
    ranges: filter === null ? null : (result?.ranges ?? null),
  };
};
export type FilterView = ReturnType<typeof useFilter>;
