/** Decisions about flags hang on the project: taking them back is an edit of the project and shows in every document. */
import { AppError } from '../core/errors.ts';
import { listDecisions, listDocuments, undecide } from '../store/index.ts';
import type { GlossaryWork } from './glossary/change.ts';

/** Gives how many there were. Throws AppError `not-found` where none of them is there any more. */
export function revokeDecisions({ project, author, now }: GlossaryWork, ids: readonly number[]): number {
  const { store } = project;
  const wanted = new Set(ids);
  const there = listDecisions(store).filter(({ id }) => wanted.has(id));
  if (there.length === 0) throw new AppError('not-found', { what: 'decision' });
  store.history.record(
    {
      documentId: null,
      command: 'revoke-decisions',
      params: { count: there.length },
      args: null,
      author,
      at: now(),
    },
    () => {
      for (const { scope, key } of there) undecide(store, scope, key);
    },
  );
  for (const { id } of listDocuments(store)) project.changed(id, []);
  return there.length;
}
