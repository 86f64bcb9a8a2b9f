/** The minimap: for each rendering one letter a stretch of rows. */
import { isWall } from '../store/index.ts';
import { STATUSES } from './documentTables.ts';
import { type Facets, flagsByBead } from './filters/facets.ts';
import { breathe } from './importTexts.ts';
import type { OpenProject } from './openProjects.ts';

/** Marks, weightiest last. */
const WEIGHT = 'caergf';

/**
 * Marks of `buckets` equal stretches; the weightiest of the groups that begin in a stretch is shown. Edits go first: they come in
 * between two renderings.
 */
export async function drawOverview(
  project: OpenProject,
  documentId: number,
  buckets: number,
  furniture: boolean,
): Promise<{ alignmentId: number; marks: string }[]> {
  const drawn: { alignmentId: number; marks: string }[] = [];
  for (const { id } of project.index(documentId).alignments) {
    await breathe();
    const { index } = project.tables(documentId);
    const alignment = index.alignments.find((one) => one.id === id);
    if (!alignment) continue;
    const { total } = index.rowsWith(furniture);
    const count = Math.min(buckets, Math.max(1, total));
    const tables = project.tables(documentId);
    const facets = {
      table: tables.beads(id),
      places: tables.places(id, furniture),
      flags: flagsByBead(project, documentId, alignment),
    };
    const { firstRow } = facets.places;
    const weights = new Int8Array(count).fill(WEIGHT.indexOf('a'));
    const isSeen = new Uint8Array(count);
    for (let bead = 0; bead < firstRow.length; bead++) {
      if (firstRow[bead]! < 0) continue;
      const bucket = Math.min(count - 1, Math.floor((firstRow[bead]! * count) / total));
      const weight = WEIGHT.indexOf(markOf(facets, bead));
      if (isSeen[bucket] && weight <= weights[bucket]!) continue;
      isSeen[bucket] = 1;
      weights[bucket] = weight;
    }
    drawn.push({ alignmentId: id, marks: Array.from(weights, (weight) => WEIGHT[weight]).join('') });
  }
  return drawn;
}

function markOf({ flags, places, table }: Pick<Facets, 'flags' | 'places' | 'table'>, bead: number): string {
  if (flags.get(bead)?.some(({ severity }) => severity !== 'note')) return 'f';
  const status = STATUSES[table.status[bead]!]!;
  if (isWall({ status })) return 'c';
  if (places.sources[bead] === 0 || places.targets[bead] === 0) return 'g';
  if (status === 'edited') return 'e';
  return status === 'auto' ? 'a' : 'r';
}
