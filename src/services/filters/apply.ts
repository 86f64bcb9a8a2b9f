/** Which rows a filter leaves, and how many groups each of its values would fit. */
import type { BeadStatus, FilterCounts, GridFilter } from '../../contract/index.ts';
import { SEVERITIES } from '../../core/model.ts';
import type { FlagPlace } from '../../store/index.ts';
import { STATUSES } from '../documentTables.ts';
import type { RunningSearch } from '../find/search.ts';
import type { OpenProject } from '../openProjects.ts';
import { beadsWithHits, type Facets, KINDS, readFacets, TYPES, typeOf } from './facets.ts';

export interface Filtered {
  /** Rows that fit, ascending. */
  readonly rows: Int32Array;
  readonly total: number;
  readonly groups: number;
  readonly counts: FilterCounts;
}
export const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** A text that is being looked for may take long: then rows are there only when all is found. */
const PATIENCE = 60_000;

export const isEmptyFilter = (filter: GridFilter): boolean =>
  Object.values(filter).every((value) => value === undefined);

export async function applyFilter(
  project: OpenProject,
  documentId: number,
  filter: GridFilter,
  furniture: boolean,
): Promise<Filtered> {
  const search = filter.text
    ? await project.searches.look({ documentId, query: filter.text }, PATIENCE)
    : null;
  return project
    .tables(documentId)
    .remember(`filter ${furniture} ${JSON.stringify(filter)}`, () =>
      selectRows(project, documentId, filter, furniture, search),
    );
}

/** Counts by value, in the order in which values were named. */
class Counter {
  private readonly counts: Map<string, number>;
  constructor(values: readonly string[]) {
    this.counts = new Map(values.map((value) => [value, 0]));
  }
  add(value: string): void {
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
  }
  list(): { value: string; count: number }[] {
    return [...this.counts].map(([value, count]) => ({ value, count }));
  }
}

function selectRows(
  project: OpenProject,
  documentId: number,
  filter: GridFilter,
  furniture: boolean,
  search: RunningSearch | null,
): Filtered {
  const tables = project.tables(documentId);
  const rows = tables.index.rowsWith(furniture);
  const fits = new Uint8Array(rows.total);
  const counters = {
    statuses: new Counter(STATUSES),
    severities: new Counter(SEVERITIES),
    checks: new Counter([]),
    types: new Counter(TYPES),
    kinds: new Counter(KINDS),
    scoreBelow: new Counter(THRESHOLDS.map(String)),
  };
  let groups = 0;
  let openNotes = 0;
  for (const alignment of tables.index.alignments) {
    if (filter.alignmentIds && !filter.alignmentIds.includes(alignment.id)) continue;
    const facets = readFacets(project, documentId, alignment, furniture);
    const hits = search && beadsWithHits(search, tables, facets);
    const { firstRow, rowSpan } = facets.places;
    const test = testOf(filter, facets, hits);
    for (let bead = 0; bead < facets.table.ids.length; bead++) {
      if (firstRow[bead]! < 0) continue;
      const fails = test(bead);
      if (fails === 0) {
        groups++;
        fits.fill(1, firstRow[bead]!, firstRow[bead]! + rowSpan[bead]!);
      }
      if (isCounted(fails, FAILS.status)) counters.statuses.add(STATUSES[facets.table.status[bead]!]!);
      if (isCounted(fails, FAILS.type)) counters.types.add(typeOf(facets.places, bead));
      if (isCounted(fails, FAILS.flags)) countFlags(facets.flags.get(bead), filter, counters);
      if (isCounted(fails, FAILS.kind))
        KINDS.forEach((kind, i) => {
          if (facets.kinds[bead]! & (1 << i)) counters.kinds.add(kind);
        });
      if (isCounted(fails, FAILS.score))
        for (const threshold of THRESHOLDS)
          if (facets.table.score[bead]! < threshold) counters.scoreBelow.add(String(threshold));
      if (isCounted(fails, FAILS.notes) && facets.notes[bead]) openNotes++;
    }
  }
  if (tables.index.alignments.length === 0)
    markUnaligned(project, documentId, filter, furniture, search, fits);
  let count = 0;
  for (const fit of fits) count += fit;
  const found = new Int32Array(count);
  for (let row = 0, at = 0; row < fits.length; row++) if (fits[row]) found[at++] = row;
  return {
    rows: found,
    total: rows.total,
    groups,
    counts: {
      statuses: counters.statuses.list(),
      severities: counters.severities.list(),
      checks: counters.checks.list().sort((a, b) => b.count - a.count || a.value.localeCompare(b.value)),
      types: counters.types.list(),
      kinds: counters.kinds.list(),
      scoreBelow: counters.scoreBelow.list(),
      openNotes,
    },
  };
}

/** One bit for each list of a filter that a bead does not fit. */
const FAILS = { status: 1, flags: 2, score: 4, type: 8, kind: 16, notes: 32, text: 64 } as const;
/** Whether a bead counts for the values of a list: all the others hold. */
const isCounted = (fails: number, list: number): boolean => (fails & ~list) === 0;

const fitsFlags = (flag: FlagPlace, { severities, checks }: GridFilter): boolean =>
  (severities?.includes(flag.severity) ?? true) && (checks?.includes(flag.check) ?? true);

function testOf(filter: GridFilter, facets: Facets, hits: Uint8Array | null): (bead: number) => number {
  const statuses = filter.statuses && new Set<BeadStatus>(filter.statuses);
  const types = filter.types && new Set(filter.types);
  const kinds = filter.kinds?.reduce((bits, kind) => bits | (1 << KINDS.indexOf(kind)), 0);
  const wantsFlags = filter.severities !== undefined || filter.checks !== undefined;
  const { table, places } = facets;
  return (bead) => {
    let fails = 0;
    if (statuses && !statuses.has(STATUSES[table.status[bead]!]!)) fails |= FAILS.status;
    if (wantsFlags && !facets.flags.get(bead)?.some((flag) => fitsFlags(flag, filter))) fails |= FAILS.flags;
    if (filter.scoreBelow !== undefined && !(table.score[bead]! < filter.scoreBelow)) fails |= FAILS.score;
    if (types && !types.has(typeOf(places, bead))) fails |= FAILS.type;
    if (kinds !== undefined && (facets.kinds[bead]! & kinds) === 0) fails |= FAILS.kind;
    if (filter.openNotes && !facets.notes[bead]) fails |= FAILS.notes;
    if (hits && !hits[bead]) fails |= FAILS.text;
    return fails;
  };
}

/** Within severities and checks each counts while the other holds for the same flag. */
function countFlags(
  flags: readonly FlagPlace[] | undefined,
  { severities, checks }: GridFilter,
  counters: { readonly severities: Counter; readonly checks: Counter },
): void {
  if (!flags) return;
  const found = { severities: new Set<string>(), checks: new Set<string>() };
  for (const flag of flags) {
    if (checks?.includes(flag.check) ?? true) found.severities.add(flag.severity);
    if (severities?.includes(flag.severity) ?? true) found.checks.add(flag.check);
  }
  for (const value of found.severities) counters.severities.add(value);
  for (const value of found.checks) counters.checks.add(value);
}

/** Before anything is aligned, only the text of the original can be asked about. */
function markUnaligned(
  project: OpenProject,
  documentId: number,
  filter: GridFilter,
  furniture: boolean,
  search: RunningSearch | null,
  fits: Uint8Array,
): void {
  const { text: _, alignmentIds: __, ...others } = filter;
  if (!isEmptyFilter(others)) return;
  const tables = project.tables(documentId);
  const { original } = tables.index;
  if (!search) {
    fits.fill(1);
    return;
  }
  const rows = tables.rowsOfSentences(original.id, furniture);
  for (const text of search.texts)
    if (text.versionId === original.id)
      for (const place of text.places) if (rows[place]! >= 0) fits[rows[place]!] = 1;
}

/** Rows as [first, after the last, …] pairs, `most` pairs at most. */
export function toRanges(rows: Int32Array, most: number): number[] {
  const ranges: number[] = [];
  for (const row of rows)
    if (ranges.at(-1) === row) ranges[ranges.length - 1] = row + 1;
    else {
      if (ranges.length === 2 * most) break;
      ranges.push(row, row + 1);
    }
  return ranges;
}
