import {
  type Cut,
  furnitureRanks,
  loadBeadColumns,
  type RowChange,
  type Store,
  sentenceIds,
} from '../store/index.ts';
import { type BeadTable, renewBeads, STATUSES } from './beadTable.ts';
import { type DocumentIndex, isOtherText, isSameCut, type Rows } from './documentIndex.ts';

/** Where beads stand in the grid, and how many visible sentences they have. */
export interface BeadPlaces {
  /** -1 where nothing of the bead is visible. */
  readonly firstRow: Int32Array;
  readonly rowSpan: Int32Array;
  readonly sources: Int32Array;
  readonly targets: Int32Array;
  /** Visible sentences before the bead, on either side. */
  readonly sourceFrom: Int32Array;
  readonly targetFrom: Int32Array;
}

/** Tables on which open flags depend. An edit that says nothing of what it changed may have changed all. */
const OF_FLAGS: ReadonlySet<string> = new Set(['flag', 'decision', 'alignment', 'version', 'document']);
export const touchesFlags = (changes: readonly RowChange[]): boolean =>
  changes.length === 0 || changes.some(({ table }) => OF_FLAGS.has(table));

/** Edits that change more beads than this have their table read anew. */
const FEW = 500;

export { type BeadTable, firstAtLeast, STATUSES } from './beadTable.ts';

export class DocumentTables {
  readonly index: DocumentIndex;
  private readonly store: Store;
  private readonly beadTables = new Map<number, BeadTable>();
  private readonly idTables = new Map<number, Float64Array>();
  /** What depends on where rows stand; gone with the next edit that moves one. */
  private readonly laid = new Map<string, unknown>();
  /** What depends on which sentences there are; gone with the next edit that moves, hides or shows one. */
  private readonly read = new Map<string, unknown>();
  /** What depends on flags and the sentences they stand in; gone with the next edit of either. */
  private readonly flagged = new Map<string, unknown>();
  /** What depends on statuses and texts too; gone with the next edit. */
  private readonly said = new Map<string, unknown>();

  constructor(store: Store, index: DocumentIndex) {
    this.store = store;
    this.index = index;
  }

  /** Computes once until the next edit. */
  remember<T>(name: string, compute: () => T): T {
    return recall(this.said, name, compute);
  }

  /** Computes once until rows or sentences move. */
  rememberPlaces<T>(name: string, compute: () => T): T {
    return recall(this.laid, name, compute);
  }

  /** Computes once until sentences come, go, are hidden or shown. */
  rememberSentences<T>(name: string, compute: () => T): T {
    return recall(this.read, name, compute);
  }

  /** Computes once until flags or what people decided on them change, or sentences come and go. */
  rememberFlags<T>(name: string, compute: () => T): T {
    return recall(this.flagged, name, compute);
  }

  /** The beads of an alignment, where they were read already. */
  loadedBeads(alignmentId: number): BeadTable | undefined {
    return this.beadTables.get(alignmentId);
  }

  beads(alignmentId: number): BeadTable {
    let table = this.beadTables.get(alignmentId);
    if (!table) {
      table = loadBeadColumns(this.store, alignmentId, STATUSES);
      this.beadTables.set(alignmentId, table);
    }
    return table;
  }

  /** Ids of all sentences of a version, in reading order. */
  ids(versionId: number): Float64Array {
    let ids = this.idTables.get(versionId);
    if (!ids) {
      ids = sentenceIds(this.store, versionId);
      this.idTables.set(versionId, ids);
    }
    return ids;
  }

  /** Ids ascending, and the place of each in reading order. */
  byId(versionId: number): { readonly sorted: Float64Array; readonly order: Int32Array } {
    return this.rememberSentences(`by id ${versionId}`, () => {
      const ids = this.ids(versionId);
      const order = Int32Array.from(ids, (_, i) => i);
      let isSorted = true;
      for (let i = 1; i < ids.length && isSorted; i++) isSorted = ids[i - 1]! < ids[i]!;
      if (isSorted) return { sorted: ids, order };
      order.sort((a, b) => ids[a]! - ids[b]!);
      return { sorted: Float64Array.from(order, (i) => ids[i]!), order };
    });
  }

  /** Ranks of the sentences that are visible with or without furniture. */
  visible(versionId: number, furniture: boolean): Float64Array {
    const ranks = this.index.ranksOf(versionId);
    if (furniture) return ranks;
    return this.rememberSentences(`visible ${versionId}`, () => {
      const hidden = furnitureRanks(this.store, versionId);
      if (hidden.length === 0) return ranks;
      let next = 0;
      return ranks.filter((rank) => {
        while (next < hidden.length && hidden[next]! < rank) next++;
        return hidden[next] !== rank;
      });
    });
  }

  places(alignmentId: number, furniture: boolean): BeadPlaces {
    return this.rememberPlaces(`places ${alignmentId} ${furniture}`, () => {
      const number = this.index.alignments.findIndex(({ id }) => id === alignmentId) + 1;
      const targets = this.visible(this.index.alignment(alignmentId).targetId, furniture);
      return placeBeads(this.beads(alignmentId), this.index.rowsWith(furniture), number, targets);
    });
  }

  /**
   * For each sentence of a version, in reading order, its row; where it is hidden the complement (`~row`, below 0) of the row it would
   * stand in. Never falls but for the complement.
   */
  rowsOfSentences(versionId: number, furniture: boolean): Int32Array {
    return this.rememberPlaces(`rows ${versionId} ${furniture}`, () => {
      const ranks = this.index.ranksOf(versionId);
      const rows = new Int32Array(ranks.length).fill(-1);
      const visible = this.visible(versionId, furniture);
      const alignment = this.index.alignments.find(({ targetId }) => targetId === versionId);
      const laid = this.index.rowsWith(furniture);
      let last = 0;
      let next = 0;
      const put = (i: number, row: number): void => {
        while (next < visible.length && visible[next]! < ranks[i]!) next++;
        const shown = row >= 0 && visible[next] === ranks[i];
        last = Math.max(last, row);
        rows[i] = shown ? row : ~last;
      };
      if (versionId === this.index.original.id) {
        let at = 0;
        for (let i = 0; i < ranks.length; i++) {
          while (at < laid.sentence.length && laid.sentence[at]! < ranks[i]!) at++;
          put(i, laid.sentence[at] === ranks[i] ? laid.rowOfSentence[at]! : -1);
        }
      } else if (alignment) {
        const { targetTo } = this.beads(alignment.id);
        const { firstRow } = this.places(alignment.id, furniture);
        let bead = 0;
        for (let i = 0; i < ranks.length; i++) {
          while (bead < targetTo.length && targetTo[bead]! < ranks[i]!) bead++;
          put(i, firstRow[bead] ?? -1);
        }
      }
      return rows;
    });
  }

  /** Takes in what an edit, an undo or a redo changed: the rows of the store decide. */
  update(changes: readonly RowChange[]): void {
    this.said.clear();
    const isRead = changes.some(
      ({ table, before, after }) => table === 'segment' && !isOtherText(before, after),
    );
    const isLaid =
      isRead || changes.some(({ table, before, after }) => table === 'bead' && !isSameCut(before, after));
    if (isRead) this.read.clear();
    if (isLaid) this.laid.clear();
    if (isRead || touchesFlags(changes)) this.flagged.clear();
    const touched = new Map<number, Map<number, Cut[]>>();
    for (const { table, rowId, before, after } of changes) {
      if (table === 'segment' && (before === null || after === null))
        this.idTables.delete((before ?? after)!['version_id'] as number);
      if (table !== 'bead') continue;
      const alignmentId = (before ?? after)!['alignment_id'] as number;
      const beads = touched.get(alignmentId) ?? new Map<number, Cut[]>();
      const cuts = beads.get(rowId) ?? [];
      // The table has one of the two: that before an edit, that after one that is undone.
      for (const image of [before, after])
        if (image)
          cuts.push({ sourceTo: image['source_to'] as number, targetTo: image['target_to'] as number });
      touched.set(alignmentId, beads.set(rowId, cuts));
    }
    for (const [alignmentId, beads] of touched) {
      const table = this.beadTables.get(alignmentId);
      if (!table) continue;
      if (beads.size > FEW) this.beadTables.delete(alignmentId);
      else this.beadTables.set(alignmentId, renewBeads(this.store, table, beads));
    }
  }
}

function recall<T>(known: Map<string, unknown>, name: string, compute: () => T): T {
  if (!known.has(name)) known.set(name, compute());
  return known.get(name) as T;
}

/** One walk over beads, rows and visible target sentences. */
function placeBeads(table: BeadTable, rows: Rows, number: number, targets: Float64Array): BeadPlaces {
  const count = table.ids.length;
  const places = {
    firstRow: new Int32Array(count).fill(-1),
    rowSpan: new Int32Array(count),
    sources: new Int32Array(count),
    targets: new Int32Array(count),
    sourceFrom: new Int32Array(count),
    targetFrom: new Int32Array(count),
  };
  const additions: number[] = [];
  for (let row = 0; row < rows.total; row++) if (rows.column[row] === number) additions.push(row);
  let [s, t, a] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [s0, t0] = [s, t];
    const [sourceTo, targetTo] = [table.sourceTo[i]!, table.targetTo[i]!];
    while (s < rows.sentence.length && rows.sentence[s]! <= sourceTo) s++;
    while (t < targets.length && targets[t]! <= targetTo) t++;
    places.sourceFrom[i] = s0;
    places.targetFrom[i] = t0;
    places.sources[i] = s - s0;
    places.targets[i] = t - t0;
    const row = additions[a];
    const isAddition = row !== undefined && rows.rank[row] === sourceTo && rows.targetTo[row] === targetTo;
    if (isAddition) a++;
    if (s > s0) {
      places.firstRow[i] = rows.rowOfSentence[s0]!;
      places.rowSpan[i] = rows.rowOfSentence[s - 1]! - rows.rowOfSentence[s0]! + 1;
    } else if (isAddition) {
      places.firstRow[i] = row;
      places.rowSpan[i] = 1;
    }
  }
  return places;
}
