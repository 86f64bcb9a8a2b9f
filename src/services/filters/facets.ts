/** What filters ask about a bead, for all beads of an alignment at once. */
import type { BeadType } from '../../contract/index.ts';
import { beadType, segmentKind } from '../../contract/index.ts';
import { type FlagPlace, openFlagPlaces, openNotePlaces, specialKinds } from '../../store/index.ts';
import type { IndexedAlignment } from '../documentIndex.ts';
import { type BeadPlaces, type BeadTable, type DocumentTables, firstAtLeast } from '../documentTables.ts';
import type { RunningSearch } from '../find/search.ts';
import type { OpenProject } from '../openProjects.ts';

export const TYPES: readonly BeadType[] = beadType.options;
export const KINDS = segmentKind.options;
const TEXT_KIND = KINDS.indexOf('text');

export interface Facets {
  readonly alignment: IndexedAlignment;
  readonly table: BeadTable;
  readonly places: BeadPlaces;
  /** Open flags by bead. */
  readonly flags: ReadonlyMap<number, readonly FlagPlace[]>;
  /** Bit `1 << i` for each kind `KINDS[i]` that is in the bead. */
  readonly kinds: Uint8Array;
  /** 1 where a sentence of the bead has an open note. */
  readonly notes: Uint8Array;
}

export const typeOf = ({ sources, targets }: BeadPlaces, bead: number): BeadType => {
  const [s, t] = [sources[bead]!, targets[bead]!];
  if (t === 0) return 'omission';
  if (s === 0) return 'addition';
  if (s === 1) return t === 1 ? '1:1' : '1:n';
  return t === 1 ? 'n:1' : 'n:m';
};

/** The bead that holds the sentence of this rank. */
export const beadAt = (table: BeadTable, side: 'source' | 'target', rank: number): number =>
  firstAtLeast(side === 'source' ? table.sourceTo : table.targetTo, rank);

/** Open flags by the bead they stand in. */
export function flagsByBead(
  project: OpenProject,
  documentId: number,
  alignment: IndexedAlignment,
): ReadonlyMap<number, readonly FlagPlace[]> {
  const tables = project.tables(documentId);
  const table = tables.beads(alignment.id);
  return tables.remember(`flags by bead ${alignment.id}`, () => {
    const byBead = new Map<number, FlagPlace[]>();
    const flags = tables.rememberFlags(`flags ${alignment.id}`, () =>
      openFlagPlaces(project.store, alignment.id),
    );
    for (const flag of flags) {
      const bead = beadAt(table, flag.side, flag.rank);
      const list = byBead.get(bead);
      if (list) list.push(flag);
      else byBead.set(bead, [flag]);
    }
    return byBead;
  });
}

export function readFacets(
  project: OpenProject,
  documentId: number,
  alignment: IndexedAlignment,
  furniture: boolean,
): Facets {
  const { store } = project;
  const tables = project.tables(documentId);
  const table = tables.beads(alignment.id);
  const places = tables.places(alignment.id, furniture);
  return tables.remember(`facets ${alignment.id} ${furniture}`, () => {
    const flags = flagsByBead(project, documentId, alignment);
    const notes = new Uint8Array(table.ids.length);
    for (const { versionId, rank } of tables.remember('notes', () => openNotePlaces(store, documentId)))
      if (versionId === alignment.sourceId) notes[beadAt(table, 'source', rank)] = 1;
      else if (versionId === alignment.targetId) notes[beadAt(table, 'target', rank)] = 1;
    return {
      alignment,
      table,
      places,
      flags,
      kinds: tables.rememberPlaces(`kinds ${alignment.id} ${furniture}`, () =>
        kindsOf(project, tables, alignment, furniture),
      ),
      notes,
    };
  });
}

function kindsOf(
  project: OpenProject,
  tables: DocumentTables,
  alignment: IndexedAlignment,
  furniture: boolean,
): Uint8Array {
  const table = tables.beads(alignment.id);
  const places = tables.places(alignment.id, furniture);
  const kinds = new Uint8Array(table.ids.length);
  const special = new Int32Array(table.ids.length);
  for (const side of ['source', 'target'] as const) {
    const versionId = side === 'source' ? alignment.sourceId : alignment.targetId;
    const list = tables.rememberSentences(`kinds of ${versionId}`, () =>
      specialKinds(project.store, versionId),
    );
    for (const { rank, kind } of list) {
      if (!furniture && (kind === 'furniture' || kind === 'metadata')) continue;
      const bead = beadAt(table, side, rank);
      kinds[bead]! |= 1 << KINDS.indexOf(kind);
      special[bead]! += 1;
    }
  }
  for (let bead = 0; bead < kinds.length; bead++)
    if (places.sources[bead]! + places.targets[bead]! > special[bead]!) kinds[bead]! |= 1 << TEXT_KIND;
  return kinds;
}

/** 1 for each bead with a hit in one of its sentences. */
export function beadsWithHits(search: RunningSearch, tables: DocumentTables, facets: Facets): Uint8Array {
  const { alignment, table } = facets;
  const marks = new Uint8Array(table.ids.length);
  for (const { versionId, places } of search.texts) {
    const side =
      versionId === alignment.sourceId ? 'source' : versionId === alignment.targetId ? 'target' : null;
    if (side === null) continue;
    const ranks = tables.index.ranksOf(versionId);
    for (const place of places) marks[beadAt(table, side, ranks[place]!)] = 1;
  }
  return marks;
}
