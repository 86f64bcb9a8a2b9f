/** The beads of an alignment as columns of numbers, kept up with edits: what stays is copied in stretches. */
import { type BeadStatus, beadStatus } from '../contract/index.ts';
import { type BeadRow, type Cut, getBead, type Store } from '../store/index.ts';

/** Beads in order; each begins where the one before ends. */
export interface BeadTable {
  readonly ids: Float64Array;
  readonly sourceTo: Float64Array;
  readonly targetTo: Float64Array;
  /** Places in `STATUSES`. */
  readonly status: Uint8Array;
  /** NaN where there is none. */
  readonly score: Float64Array;
}
export const STATUSES: readonly BeadStatus[] = beadStatus.options;

/** The first place in an ascending array whose value is `value` or more. */
export function firstAtLeast(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const before = (table: BeadTable, at: number, { sourceTo, targetTo }: Cut): boolean =>
  table.sourceTo[at]! < sourceTo || (table.sourceTo[at] === sourceTo && table.targetTo[at]! < targetTo);

/** The first bead that does not end before a cut. */
function placeOfCut(table: BeadTable, cut: Cut): number {
  let low = 0;
  let high = table.ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(table, middle, cut)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const write = (table: BeadTable, at: number, bead: BeadRow): void => {
  table.ids[at] = bead.id;
  table.sourceTo[at] = bead.sourceTo;
  table.targetTo[at] = bead.targetTo;
  table.status[at] = STATUSES.indexOf(bead.status);
  table.score[at] = bead.score ?? Number.NaN;
};

const emptyTable = (length: number): BeadTable => ({
  ids: new Float64Array(length),
  sourceTo: new Float64Array(length),
  targetTo: new Float64Array(length),
  status: new Uint8Array(length),
  score: new Float64Array(length),
});

/** Beads that came, went or changed, by id, with the cuts at which each ended before or after one of the changes. */
export type BeadChanges = ReadonlyMap<number, readonly Cut[]>;

/** Takes in what changed: the rows of the store decide. The same table where no bead moved. */
export function renewBeads(store: Store, table: BeadTable, changes: BeadChanges): BeadTable {
  const fresh = [...changes.keys()]
    .map((id) => getBead(store, id))
    .filter((bead) => bead !== undefined)
    .sort((a, b) => a.sourceTo - b.sourceTo || a.targetTo - b.targetTo);
  // Where the table has a bead, one of its former cuts says; beads that an edit made have none there.
  const old = [...changes]
    .flatMap(
      ([id, cuts]) => cuts.map((cut) => placeOfCut(table, cut)).find((at) => table.ids[at] === id) ?? [],
    )
    .sort((a, b) => a - b);
  const isThere = (bead: BeadRow, at: number): boolean =>
    table.ids[at] === bead.id && table.sourceTo[at] === bead.sourceTo && table.targetTo[at] === bead.targetTo;
  if (old.length === fresh.length && fresh.every((bead, k) => isThere(bead, old[k]!))) {
    fresh.forEach((bead, k) => {
      write(table, old[k]!, bead);
    });
    return table;
  }
  const made = emptyTable(table.ids.length - old.length + fresh.length);
  let from = 0;
  let at = 0;
  const copyUpTo = (to: number): void => {
    for (const column of ['ids', 'sourceTo', 'targetTo', 'status', 'score'] as const)
      made[column].set(table[column].subarray(from, to), at);
    at += to - from;
    from = to;
  };
  let gone = 0;
  for (const bead of fresh) {
    const place = placeOfCut(table, bead);
    for (; gone < old.length && old[gone]! < place; gone++) {
      copyUpTo(old[gone]!);
      from++;
    }
    copyUpTo(Math.max(from, place));
    write(made, at++, bead);
  }
  for (; gone < old.length; gone++) {
    copyUpTo(old[gone]!);
    from++;
  }
  copyUpTo(table.ids.length);
  return made;
}
