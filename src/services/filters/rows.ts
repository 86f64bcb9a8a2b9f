/** The grid and its seeking under a filter. */
import type { GridFilter, RowWindow } from '../../contract/index.ts';
import { getBead } from '../../store/index.ts';
import { STATUSES } from '../documentTables.ts';
import { flagsOfBead } from '../flagViews.ts';
import { readFilteredWindow } from '../grid.ts';
import type { OpenProject } from '../openProjects.ts';
import type { Found, SeekInput } from '../seek.ts';
import { applyFilter } from './apply.ts';
import { type Facets, readFacets, typeOf } from './facets.ts';

interface InFilter {
  readonly documentId: number;
  readonly filter: GridFilter;
  readonly furniture: boolean;
}

export async function windowOfFilter(
  project: OpenProject,
  asked: InFilter & { readonly from: number; readonly to: number },
): Promise<RowWindow> {
  const { documentId, filter, furniture } = asked;
  const { rows } = await applyFilter(project, documentId, filter, furniture);
  const revision = project.revision(documentId);
  return readFilteredWindow(project.store, project.index(documentId), revision, asked, rows);
}

/** The next row that needs a person among those that the filter leaves; itself included. */
export async function seekInFilter(project: OpenProject, asked: InFilter & SeekInput): Promise<Found> {
  const { documentId, filter, furniture, direction } = asked;
  const { rows } = await applyFilter(project, documentId, filter, furniture);
  const { index } = project.tables(documentId);
  const best: { row: number; alignmentId: number; beadId: number }[] = [];
  for (const alignment of index.alignments) {
    if (asked.alignmentId !== undefined && alignment.id !== asked.alignmentId) continue;
    const facets = readFacets(project, documentId, alignment, furniture);
    const wanted = wantedIn(facets, asked.what);
    const { firstRow, rowSpan } = facets.places;
    const count = facets.table.ids.length;
    for (let i = 0; i < count; i++) {
      const bead = direction === 'next' ? i : count - 1 - i;
      if (firstRow[bead]! < 0 || !wanted(bead)) continue;
      const row = firstShown(rows, firstRow[bead]!, firstRow[bead]! + rowSpan[bead]!);
      if (row === null || (direction === 'next' ? row < asked.row : row > asked.row)) continue;
      best.push({ row, alignmentId: alignment.id, beadId: facets.table.ids[bead]! });
      break;
    }
  }
  if (best.length === 0) return { row: null, alignmentId: null, flagId: null };
  const found = best.reduce((a, b) => ((direction === 'next' ? b.row < a.row : b.row > a.row) ? b : a));
  const bead = asked.what === 'flag' ? getBead(project.store, found.beadId) : undefined;
  const flag =
    bead &&
    flagsOfBead(project.store, index, bead).find(
      ({ decision, severity }) => decision === null && severity !== 'note',
    );
  return { row: found.row, alignmentId: found.alignmentId, flagId: flag?.id ?? null };
}

const WALLS = new Set(['confirmed', 'reviewed'].map((status) => STATUSES.indexOf(status as never)));

function wantedIn({ flags, places, table }: Facets, what: SeekInput['what']): (bead: number) => boolean {
  if (what === 'flag') return (bead) => flags.get(bead)?.some(({ severity }) => severity !== 'note') ?? false;
  if (what === 'unconfirmed') return (bead) => !WALLS.has(table.status[bead]!);
  return (bead) => typeOf(places, bead) !== '1:1';
}

/** The first of the shown rows from `from` to (not including) `to`. */
function firstShown(rows: Int32Array, from: number, to: number): number | null {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < from) low = middle + 1;
    else high = middle;
  }
  const row = rows[low];
  return row !== undefined && row < to ? row : null;
}
