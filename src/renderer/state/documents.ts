/** The project and the document that the address names. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import type { DocumentSummary, ProjectSummary } from '../../contract/index.ts';
import { type Place, useAddress } from './address.ts';
import { queries } from './api.ts';

export const projectOf = (place: Place): string | null => ('project' in place ? place.project : null);

/** The project of the address; undefined data while it is fetched or where no project is open. */
export const useProject = () => {
  const key = useAddress((address) => projectOf(address.place));
  return useQuery(queries.projects.get.queryOptions({ input: key === null ? skipToken : { project: key } }));
};

export interface OpenDocument {
  readonly project: ProjectSummary;
  readonly document: DocumentSummary;
}

export const OpenDocumentContext = createContext<OpenDocument | null>(null);

/** The document that the screen is about; only below a screen of a document. */
export const useOpenDocument = (): OpenDocument => {
  const open = useContext(OpenDocumentContext);
  if (!open) throw new Error('no document is open here');
  return open;
};

/** What procedures on the open document are called with; the same object as long as it is the same document. */
export const useOpenPlace = (): { readonly project: string; readonly documentId: number } => {
  const { project, document } = useOpenDocument();
  return useMemo(() => ({ project: project.key, documentId: document.id }), [project.key, document.id]);
};
