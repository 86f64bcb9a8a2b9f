/** The services as functions, and the same as queries that are cached and refreshed. */
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import type { Contract } from '../../contract/index.ts';
import { openLink } from './link.ts';

export type Api = ContractRouterClient<Contract>;

export const api: Api = createORPCClient(openLink());
export const queries = createTanstackQueryUtils(api);

/** Services are on this machine and say themselves when something changed: nothing is fetched again by time or focus. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
});
