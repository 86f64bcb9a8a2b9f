/** Projects and documents in figures. */
import { basename } from 'node:path';
import type { Column, DocumentSummary, ProjectSummary } from '../contract/index.ts';
import {
  type BeadRow,
  beadOfSource,
  beadOfTarget,
  countFlags,
  countSegments,
  furnitureRanks,
  getProject,
  isWall,
  listDocuments,
  type Store,
} from '../store/index.ts';
import { hasBody, startOf } from './additions.ts';
import type { IndexedAlignment } from './documentIndex.ts';
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
  const { store } = project;
  const index = project.index(documentId);
  const columns = index.versions.map((version): Column => {
    const alignment = index.alignments.find((one) => one.targetId === version.id);
    return {
      versionId: version.id,
      alignmentId: alignment?.id ?? null,
      role: version.role,
      lang: version.lang,
      label: version.label,
      sentences: countSegments(store, version.id),
      ...(alignment ? countBeads(store, alignment) : { beads: 0, confirmed: 0 }),
      aligned: alignment !== undefined && alignment.engine !== 'none',
      verdict: alignment?.verdict ? { ...alignment.verdict, reasons: [...alignment.verdict.reasons] } : null,
    };
  });
  const openFlags = countFlags(store, documentId)
    .filter((count) => count.severity !== 'note')
    .reduce((sum, count) => sum + count.open, 0);
  return { id: documentId, title: index.document.title, columns, openFlags };
}

/** Beads with body text in them, and how many of these are confirmed or reviewed. */
function countBeads(store: Store, alignment: IndexedAlignment): { beads: number; confirmed: number } {
  const count = (where: string): number =>
    store
      .sql(`SELECT count(*) FROM bead WHERE alignment_id = ? ${where}`)
      .pluck()
      .get(alignment.id) as unknown as number;
  let beads = count('');
  let confirmed = count("AND status IN ('confirmed', 'reviewed')");
  for (const bead of furnitureBeads(store, alignment)) {
    beads -= 1;
    if (isWall(bead)) confirmed -= 1;
  }
  return { beads, confirmed };
}

/** Beads that hold nothing but page furniture and metadata. */
export function* furnitureBeads(
  store: Store,
  alignment: Pick<IndexedAlignment, 'id' | 'sourceId' | 'targetId'>,
): Generator<BeadRow> {
  const seen = new Set<number>();
  const sides = [
    [alignment.sourceId, beadOfSource],
    [alignment.targetId, beadOfTarget],
  ] as const;
  for (const [versionId, find] of sides)
    for (const rank of furnitureRanks(store, versionId)) {
      const bead = find(store, alignment.id, rank);
      if (!bead || seen.has(bead.id)) continue;
      seen.add(bead.id);
      if (!hasBodyText(store, alignment, bead)) yield bead;
    }
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
