/** A state of a text that is kept under a name: a copy that stands beside the version people work on. */
import { AppError } from '../../core/errors.ts';
import {
  getVersion,
  insertRevision,
  insertSegments,
  listVersion,
  loadText,
  type VersionRow,
} from '../../store/index.ts';
import type { CutText } from '../importTexts.ts';
import type { OpenProject } from '../openProjects.ts';

export function keepVersion(
  project: OpenProject,
  of: VersionRow,
  label: string,
  author: string,
  at: number,
): number {
  const { store } = project;
  const { segments } = loadText(store, of).text;
  const versionId = store.transaction(() => {
    const made = insertRevision(store, of, {
      lang: of.lang,
      label,
      sourceName: of.sourceName,
      importedAt: at,
    });
    insertSegments(store, made, segments);
    return made;
  });
  store.history.record(
    {
      documentId: of.documentId,
      command: 'keep-version',
      params: { lang: of.lang, label },
      args: { of: of.id, versionId },
      author,
      at,
    },
    () => listVersion(store, versionId),
  );
  project.changed(of.documentId);
  project.indexInBackground();
  return versionId;
}

/** An older version as a text to import again: bringing it back is one more revision, and nothing is lost. */
export function textOfVersion(project: OpenProject, versionId: number, label: string): CutText {
  const version = getVersion(project.store, versionId);
  if (!version) throw new AppError('not-found', { what: 'version' });
  return {
    role: version.role,
    label,
    name: version.sourceName,
    text: loadText(project.store, version).text,
  };
}
