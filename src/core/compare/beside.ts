/** Several states of one text side by side, row by row beside the original. */
import { compareSentences, type SentenceChange } from './sentences.ts';

export interface BesidePiece {
  /** Which text the words are of: that of the cell, or for a removed sentence the base. */
  readonly sentence: number;
  /** From the base to this text; in the base itself all are `same`. */
  readonly kind: SentenceChange['kind'];
  /** The sentence of the base that it was, or null. */
  readonly base: number | null;
  /** The sentence of the pivot that it stands for, or null. */
  readonly pivot: number | null;
}
export interface BesideRow {
  readonly source: readonly number[];
  /** One cell for each text. */
  readonly cells: readonly (readonly BesidePiece[])[];
  readonly changed: boolean;
}

export interface BesideInput {
  /** Rows: the beads of the pivot; each number stands for a sentence of the original or of the pivot. */
  readonly beads: readonly { readonly source: readonly number[]; readonly target: readonly number[] }[];
  readonly pivot: readonly string[];
  /** The states to compare, the base first. */
  readonly texts: readonly (readonly string[])[];
  readonly lang: string;
}

/** Every sentence of every text stands in one row; a sentence that is not in the pivot stands behind the one before it. */
export function layBeside({ beads, pivot, texts, lang }: BesideInput): {
  readonly rows: BesideRow[];
  /** From the base to each other text. */
  readonly changes: readonly (readonly SentenceChange[])[];
} {
  const rowOfPivot = new Int32Array(pivot.length);
  beads.forEach((bead, row) => {
    for (const sentence of bead.target) rowOfPivot[sentence] = row;
  });
  const base = texts[0] ?? [];
  const places = texts.map((text) =>
    placeOnPivot(compareSentences(pivot, text, lang), text.length, rowOfPivot),
  );
  const cells = beads.map(() => texts.map((): BesidePiece[] => []));
  const put = (row: number, text: number, piece: BesidePiece): void => {
    cells[row]?.[text]?.push(piece);
  };
  base.forEach((_, sentence) => {
    const { row, pivot: of } = places[0]![sentence]!;
    put(row, 0, { sentence, kind: 'same', base: sentence, pivot: of });
  });
  const changes = texts.slice(1).map((text) => compareSentences(base, text, lang));
  changes.forEach((list, i) => {
    for (const { kind, before, after } of list) {
      if (after === null) {
        const { row, pivot: of } = places[0]![before!]!;
        put(row, i + 1, { sentence: before!, kind, base: before, pivot: of });
      } else {
        const { row, pivot: of } = places[i + 1]![after]!;
        put(row, i + 1, { sentence: after, kind, base: before, pivot: of });
      }
    }
  });
  const rows = beads.map((bead, row) => ({
    source: bead.source,
    cells: cells[row]!,
    changed: cells[row]!.some((cell) => cell.some(({ kind }) => kind !== 'same')),
  }));
  return { rows, changes };
}

interface PlaceOnPivot {
  readonly row: number;
  readonly pivot: number | null;
}
function placeOnPivot(
  changes: readonly SentenceChange[],
  count: number,
  rowOfPivot: Int32Array,
): PlaceOnPivot[] {
  const places: PlaceOnPivot[] = new Array<PlaceOnPivot>(count);
  const pivotOf = new Map<number, number>();
  for (const { before, after } of changes) if (before !== null && after !== null) pivotOf.set(after, before);
  let row = 0;
  for (let sentence = 0; sentence < count; sentence++) {
    const pivot = pivotOf.get(sentence) ?? null;
    if (pivot !== null) row = rowOfPivot[pivot]!;
    places[sentence] = { row, pivot };
  }
  return places;
}
