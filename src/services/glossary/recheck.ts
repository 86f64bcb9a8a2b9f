/** After the glossary changed, documents that speak of what changed are checked again; a further change starts that anew. */
import { type GlossaryConcept, indexGlossary } from '../../core/check/index.ts';
import { AppError } from '../../core/errors.ts';
import { listDocuments, loadText } from '../../store/index.ts';
import type { Shared } from '../api/context.ts';
import { checkDocument } from '../checkDocument.ts';
import { breathe } from '../importTexts.ts';
import type { OpenProject } from '../openProjects.ts';

type Term = GlossaryConcept['terms'][number];
/** Milliseconds in which a further change joins. */
const PATIENCE = 250;

export interface GlossaryRechecks {
  /** Gives the job, or null where nothing is to check. */
  start(project: OpenProject, touched: readonly Term[]): string | null;
}

/** Whether a text of the document has one of the terms. */
function speaksOf(project: OpenProject, documentId: number, terms: readonly Term[]): boolean {
  const index = indexGlossary([{ id: '', terms }]);
  const { original, alignments } = project.index(documentId);
  return [original, ...alignments.map(({ target }) => target)].some((version) =>
    loadText(project.store, version).text.segments.some(
      ({ text }) => index.mentions(text, version.lang).length > 0,
    ),
  );
}

const isChecked = (project: OpenProject, documentId: number): boolean =>
  project.index(documentId).alignments.some(({ verdict }) => verdict !== null);

export function createGlossaryRechecks(
  shared: Pick<Shared, 'jobs' | 'pool' | 'author' | 'now'>,
): GlossaryRechecks {
  /** The job of a project that is under way, with the terms that it is about. */
  const running = new Map<string, { readonly jobId: string; readonly terms: readonly Term[] }>();
  return {
    start: (project, touched) => {
      const former = running.get(project.key);
      const terms = [...touched, ...(former?.terms ?? [])];
      const documents = listDocuments(project.store)
        .map(({ id }) => id)
        .filter((id) => isChecked(project, id));
      if (terms.length === 0 || documents.length === 0) return null;
      if (former) shared.jobs.cancel(former.jobId);
      const jobId = shared.jobs.start('check', async ({ signal, onProgress }) => {
        await new Promise((resolve) => setTimeout(resolve, PATIENCE));
        for (const [i, documentId] of documents.entries()) {
          if (signal.aborted || !project.store.db.open) throw new AppError('cancelled');
          await breathe();
          if (!speaksOf(project, documentId, terms)) continue;
          const part = (done: number): void => onProgress((i + done) / documents.length);
          const { pool, author, now } = shared;
          await checkDocument(
            { project, documentId, pool, author, now, signal, onProgress: part },
            'glossary-check',
          );
        }
        if (running.get(project.key)?.jobId === jobId) running.delete(project.key);
      });
      running.set(project.key, { jobId, terms });
      return jobId;
    },
  };
}
