/** Waiting texts become documents of a project, one after the other; what was taken in waits no longer. */
import { go } from '../../state/address.ts';
import { api, queries, queryClient } from '../../state/api.ts';
import { labelsOf, languageOf, type PendingDocument } from './grouping.ts';
import { readingOf, removeSlots } from './pending.ts';

export interface TitledDocument extends PendingDocument {
  readonly title: string;
}

/** Without a project, makes one with the title of the first document. Ends where the first document is seen; `prepare`: before it is aligned. */
export async function importDocuments(
  project: string | null,
  documents: readonly TitledDocument[],
  prepare = false,
): Promise<void> {
  const [first] = documents;
  if (!first) return;
  const sourceLang = (first.original && languageOf(first.original)) ?? 'vi';
  const key = project ?? (await api.projects.create({ name: first.title, sourceLang })).key;
  let shown: { documentId: number; jobId: string | null } | null = null;
  try {
    for (const document of documents) {
      const stored = await importOne(key, document, prepare);
      removeSlots(document.slots.map(({ file }) => file));
      shown ??= stored;
    }
  } finally {
    await queryClient.invalidateQueries({ queryKey: queries.projects.key() });
    if (shown) {
      const { documentId, jobId } = shown;
      // What was aligned already has nothing to wait for.
      if (jobId === null) go({ screen: prepare ? 'prepare' : 'grid', project: key, documentId });
      else go({ screen: 'align', project: key, documentId }, { job: jobId });
    }
  }
}

async function importOne(
  project: string,
  { title, slots, original, aligned }: TitledDocument,
  prepare: boolean,
): Promise<{ documentId: number; jobId: string | null }> {
  if (aligned) {
    const { file, encoding, columns } = readingOf(aligned);
    const { id } = await api.documents.importTmx({ project, title, file, encoding, columns });
    return { documentId: id, jobId: null };
  }
  const labels = labelsOf(slots, original);
  const { id: documentId } = await api.documents.add({
    project,
    title,
    slots: slots.map((slot) => ({
      ...readingOf(slot),
      label: labels.get(slot.file),
      role: slot === original ? ('original' as const) : ('rendering' as const),
    })),
  });
  if (prepare) return { documentId, jobId: null };
  const { jobId } = await api.jobs.align({ project, documentId });
  return { documentId, jobId };
}
