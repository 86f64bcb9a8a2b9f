/** Projects and documents in figures. */
import { basename } from 'node:path';
import type { Column, DocumentSummary, ProjectSummary } from '../contract/index.ts';
import {
  type BeadRow,
  countAllBeads,
  countWalls,
  getProject,
  isWall,
  listDocuments,
  type Store,
} from '../store/index.ts';
import { hasBody, startOf } from './additions.ts';
import type { IndexedAlignment } from './documentIndex.ts';
import { type BeadTable, STATUSES } from './documentTables.ts';
import type { OpenProject } from './openProjects.ts';

export function summariseProject(project: OpenProject): ProjectSummary {
  const { name, sourceLang } = getProject(project.store);
  return {
    key: project.key,
    name,
    file: basename(project.store.path),
    sourceLang,
    documents: listDocuments(project.store).map(({ id }) => summariseDocument(project, id)),
  };
}

export function summariseDocument(project: OpenProject, documentId: number): DocumentSummary {
  const index = project.index(documentId);
  const columns = index.versions.map((version): Column => {
    const alignment = index.alignments.find((one) => one.targetId === version.id);
    return {
      versionId: version.id,
      alignmentId: alignment?.id ?? null,
      role: version.role,
      lang: version.lang,
      label: version.label,
      sentences: index.ranksOf(version.id).length,
      ...(alignment ? countBeads(project, documentId, alignment) : { beads: 0, confirmed: 0 }),
      aligned: alignment !== undefined && alignment.engine !== 'none',
      verdict: alignment?.verdict ? { ...alignment.verdict, reasons: [...alignment.verdict.reasons] } : null,
    };
  });
  return {
    id: documentId,
    title: index.document.title,
    columns,
    openFlags: project.openFlags(documentId),
    revision: project.revision(documentId),
  };
}

/** Beads with body text in them, and how many of these are confirmed or reviewed. */
function countBeads(
  project: OpenProject,
  documentId: number,
  alignment: IndexedAlignment,
): { beads: number; confirmed: number } {
  const { store } = project;
  const table = project.knownTables(documentId)?.loadedBeads(alignment.id);
  const all = table ? countIn(table) : countAllBeads(store, alignment.id);
  const bare = countWalls(store, project.index(documentId).bareBeads(alignment.id));
  return { beads: all.beads - bare.beads, confirmed: all.confirmed - bare.confirmed };
}

const IS_WALL = STATUSES.map((status) => isWall({ status }));
function countIn({ status }: BeadTable): { beads: number; confirmed: number } {
  let confirmed = 0;
  for (const one of status) if (IS_WALL[one]) confirmed += 1;
  return { beads: status.length, confirmed };
}

export function hasBodyText(
  store: Store,
  alignment: Pick<IndexedAlignment, 'sourceId' | 'targetId'>,
  bead: BeadRow,
): boolean {
  const start = startOf(store, bead);
  return (
    hasBody(store, alignment.sourceId, start.sourceTo, bead.sourceTo) ||
    hasBody(store, alignment.targetId, start.targetTo, bead.targetTo)
  );
}
