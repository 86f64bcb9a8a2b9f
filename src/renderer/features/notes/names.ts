import { useQuery } from '@tanstack/react-query';
import { queries } from '../../state/api.ts';

const NOBODY: readonly string[] = [];

/** Names that notes of a project can call. */
export const useNames = (project: string): readonly string[] =>
  useQuery(queries.review.names.queryOptions({ input: { project } })).data ?? NOBODY;
