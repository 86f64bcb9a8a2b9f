/** Decisions about flags hang on the project: taking them back is an edit of the project and shows in every document. */
import { AppError } from '../core/errors.ts';
import {
  type DecisionScope,
  decisionKey,
  flagsOf,
  listDecisions,
  listDocuments,
  undecide,
} from '../store/index.ts';
import type { GlossaryWork } from './glossary/change.ts';
import type { OpenProject } from './openProjects.ts';
import { frozenAlignments, signedOff } from './review/frozen.ts';

/** Gives how many there were. Throws AppError `not-found` where none of them is there any more. */
export function revokeDecisions({ project, author, now }: GlossaryWork, ids: readonly number[]): number {
  const { store } = project;
  const wanted = new Set(ids);
  const there = listDecisions(store).filter(({ id }) => wanted.has(id));
  const documents = listDocuments(store);
  for (const document of documents) refuseUnderSignature(project, document.id, there);
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
  for (const { id } of documents) project.changed(id, []);
  return there.length;
}

/** What was decided about flags of a signed rendering belongs to what was signed. */
function refuseUnderSignature(
  project: OpenProject,
  documentId: number,
  decisions: readonly { readonly scope: DecisionScope; readonly key: string }[],
): void {
  const names = new Set(decisions.map(({ scope, key }) => `${scope}/${key}`));
  const index = project.index(documentId);
  for (const [alignmentId, lang] of frozenAlignments(project.store, index))
    for (const flag of flagsOf(project.store, alignmentId))
      for (const scope of ['here', 'pair', 'check'] as const)
        for (const everywhere of [false, true])
          if (names.has(`${scope}/${decisionKey(flag, scope, everywhere)}`)) throw signedOff(lang);
}
