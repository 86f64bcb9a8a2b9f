/** All units of a text as arrays: which unit types stand in which segment, and where each type occurs. */
import type { WordEvidence } from './model.ts';

export interface UnitTable {
  readonly segments: number;
  /** Of each type: its key, its evidence (index into the list the table was read with) and its meanings. */
  readonly keys: readonly string[];
  readonly evidence: Uint8Array;
  readonly meanings: readonly (readonly (number | string)[])[];
  readonly recall: Float32Array;
  /** Types in segment i: `types[starts[i]] … types[starts[i + 1] - 1]`, each type once. */
  readonly starts: Int32Array;
  readonly types: Int32Array;
  /** Segments of type t, increasing: `places[placeStarts[t]] …`. */
  readonly placeStarts: Int32Array;
  readonly places: Int32Array;
}

const grow = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
};

/** Reads the units of one segment in the order of the evidence; a claimed stretch is not read again. */
export const readUnits = function* (text: string, lang: string, list: readonly WordEvidence[]) {
  const taken = new Uint8Array(text.length);
  const isFree = (start: number, end: number): boolean => {
    for (let at = start; at < end; at++) if (taken[at] === 1) return false;
    return true;
  };
  for (let at = 0; at < list.length; at++) {
    const evidence = list[at]!;
    const units = evidence.read(text, lang, isFree);
    if (evidence.claims) for (const unit of units) taken.fill(1, unit.start, unit.end);
    for (const unit of units) yield { evidence: at, unit };
  }
};

export const readTable = (
  texts: readonly string[],
  langOf: (segment: number) => string,
  list: readonly WordEvidence[],
  step?: (done: number) => void,
): UnitTable => {
  const byKey: Map<string, number>[] = list.map(() => new Map());
  const keys: string[] = [];
  const evidence: number[] = [];
  const meanings: (readonly (number | string)[])[] = [];
  const recall: number[] = [];
  const starts = new Int32Array(texts.length + 1);
  let types: Int32Array<ArrayBuffer> = new Int32Array(Math.max(16, texts.length * 16));
  let used = 0;
  const lastSeen: number[] = [];
  for (let segment = 0; segment < texts.length; segment++) {
    if (step && segment % 512 === 0) step(segment / texts.length);
    starts[segment] = used;
    for (const { evidence: at, unit } of readUnits(texts[segment]!, langOf(segment), list)) {
      let type = byKey[at]!.get(unit.key);
      if (type === undefined) {
        type = keys.length;
        byKey[at]!.set(unit.key, type);
        keys.push(unit.key);
        evidence.push(at);
        meanings.push(unit.meanings);
        recall.push(unit.recall);
        lastSeen.push(-1);
      }
      if (lastSeen[type] === segment) continue;
      lastSeen[type] = segment;
      if (used === types.length) types = grow(types);
      types[used++] = type;
    }
  }
  starts[texts.length] = used;
  return {
    segments: texts.length,
    keys,
    evidence: Uint8Array.from(evidence),
    meanings,
    recall: Float32Array.from(recall),
    ...placesOf(starts, types.slice(0, used), keys.length),
  };
};

/** The segments of each type, from the types of each segment. */
const placesOf = (starts: Int32Array, types: Int32Array, size: number) => {
  const placeStarts = new Int32Array(size + 1);
  for (const type of types) placeStarts[type + 1]! += 1;
  for (let type = 0; type < size; type++) placeStarts[type + 1]! += placeStarts[type]!;
  const next = placeStarts.slice();
  const places = new Int32Array(types.length);
  for (let segment = 0; segment + 1 < starts.length; segment++)
    for (let at = starts[segment]!; at < starts[segment + 1]!; at++) places[next[types[at]!]!++] = segment;
  return { starts, types, placeStarts, places };
};

/** The table without the types of one evidence that stand in fewer than `least` segments; those with `keys` stay. */
export const dropRare = (
  table: UnitTable,
  evidence: number,
  least: number,
  keys: ReadonlySet<string>,
): UnitTable => {
  const kept: number[] = [];
  const numberOf = new Int32Array(table.keys.length).fill(-1);
  for (let type = 0; type < table.keys.length; type++) {
    const isRare = table.evidence[type] === evidence && frequency(table, type) < least;
    if (isRare && !keys.has(table.keys[type]!)) continue;
    numberOf[type] = kept.length;
    kept.push(type);
  }
  const starts = new Int32Array(table.starts.length);
  const types = new Int32Array(table.types.length);
  let used = 0;
  for (let segment = 0; segment < table.segments; segment++) {
    for (let at = table.starts[segment]!; at < table.starts[segment + 1]!; at++) {
      const number = numberOf[table.types[at]!]!;
      if (number >= 0) types[used++] = number;
    }
    starts[segment + 1] = used;
  }
  return {
    segments: table.segments,
    keys: kept.map((type) => table.keys[type]!),
    evidence: Uint8Array.from(kept, (type) => table.evidence[type]!),
    meanings: kept.map((type) => table.meanings[type]!),
    recall: Float32Array.from(kept, (type) => table.recall[type]!),
    ...placesOf(starts, types.slice(0, used), kept.length),
  };
};

export interface PlacedUnit {
  readonly segment: number;
  readonly key: string;
  readonly meanings: readonly string[];
  readonly recall: number;
}

/** The table with further types of one evidence, each in one segment. */
export const withUnits = (table: UnitTable, units: readonly PlacedUnit[], evidence: number): UnitTable => {
  if (units.length === 0) return table;
  const bySegment = new Map<number, number[]>();
  units.forEach(({ segment }, at) => {
    const list = bySegment.get(segment);
    if (list) list.push(table.keys.length + at);
    else bySegment.set(segment, [table.keys.length + at]);
  });
  const starts = new Int32Array(table.starts.length);
  const types: number[] = [];
  for (let segment = 0; segment < table.segments; segment++) {
    types.push(...table.types.subarray(table.starts[segment]!, table.starts[segment + 1]!));
    types.push(...(bySegment.get(segment) ?? []));
    starts[segment + 1] = types.length;
  }
  return {
    segments: table.segments,
    keys: [...table.keys, ...units.map(({ key }) => key)],
    evidence: Uint8Array.from([...table.evidence, ...units.map(() => evidence)]),
    meanings: [...table.meanings, ...units.map(({ meanings }) => meanings)],
    recall: Float32Array.from([...table.recall, ...units.map(({ recall }) => recall)]),
    ...placesOf(starts, Int32Array.from(types), table.keys.length + units.length),
  };
};

export const frequency = (table: UnitTable, type: number): number =>
  table.placeStarts[type + 1]! - table.placeStarts[type]!;
