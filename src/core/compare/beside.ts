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
  /** What would make the pivot's sentences of this row those of each text. */
  readonly takes: readonly (readonly BesideTake[])[];
  readonly changed: boolean;
}
/** Numbers of sentences: of the pivot, and of the text that is taken over from. */
export type BesideTake =
  | { readonly kind: 'replace'; readonly pivot: number; readonly sentence: number }
  | { readonly kind: 'remove'; readonly pivot: number }
  /** Behind or before a sentence of the pivot in this row; both null where the row has none. */
  | {
      readonly kind: 'insert';
      readonly after: number | null;
      readonly before: number | null;
      readonly sentences: readonly number[];
    };

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
    placeOnPivot(compareSentences(pivot, text, lang), text.length, beads, rowOfPivot),
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
    takes: cells[row]!.map((cell, text) => listTakes(bead.target, cell, pivot, texts[text]!)),
    changed: cells[row]!.some((cell) => cell.some(({ kind }) => kind !== 'same')),
  }));
  return { rows, changes };
}

function listTakes(
  here: readonly number[],
  cell: readonly BesidePiece[],
  pivot: readonly string[],
  text: readonly string[],
): BesideTake[] {
  const own = cell.filter(({ kind }) => kind !== 'removed');
  const found = new Set(own.map((piece) => piece.pivot));
  const takes: BesideTake[] = here.flatMap((one) =>
    found.has(one) ? [] : [{ kind: 'remove' as const, pivot: one }],
  );
  let after: number | null = null;
  let run: number[] = [];
  const flush = (next: number | null): void => {
    if (run.length > 0)
      takes.push({ kind: 'insert', after, before: after === null ? next : null, sentences: run });
    run = [];
  };
  for (const { pivot: stands, sentence } of own) {
    if (stands === null) {
      run.push(sentence);
      continue;
    }
    flush(stands);
    after = stands;
    if (pivot[stands] !== text[sentence]) takes.push({ kind: 'replace', pivot: stands, sentence });
  }
  // Nothing of the text is in the pivot: a sentence that goes out still tells the place.
  if (after === null) after = here.at(-1) ?? null;
  flush(null);
  return takes;
}

interface PlaceOnPivot {
  readonly row: number;
  readonly pivot: number | null;
}
function placeOnPivot(
  changes: readonly SentenceChange[],
  count: number,
  beads: BesideInput['beads'],
  rowOfPivot: Int32Array,
): PlaceOnPivot[] {
  const pivotOf = new Map<number, number>();
  for (const { before, after } of changes) if (before !== null && after !== null) pivotOf.set(after, before);
  const places: PlaceOnPivot[] = new Array<PlaceOnPivot>(count);
  let row = 0;
  for (let sentence = 0; sentence < count; ) {
    const pivot = pivotOf.get(sentence);
    if (pivot !== undefined) {
      row = rowOfPivot[pivot]!;
      places[sentence++] = { row, pivot };
      continue;
    }
    const from = sentence;
    while (sentence < count && !pivotOf.has(sentence)) sentence++;
    const next = pivotOf.get(sentence);
    const gaps = emptyRows(
      beads,
      from === 0 ? -1 : row,
      next === undefined ? beads.length : rowOfPivot[next]!,
    );
    // The sentence of an original that the pivot does not render is what it stands for, as far as there are such.
    for (let i = from; i < sentence; i++)
      places[i] = { row: gaps[Math.min(i - from, gaps.length - 1)] ?? row, pivot: null };
    row = places[sentence - 1]!.row;
  }
  return places;
}

/** Rows between two others in which the pivot has nothing. */
function emptyRows(beads: BesideInput['beads'], after: number, before: number): number[] {
  const rows: number[] = [];
  for (let row = after + 1; row < before; row++)
    if (beads[row]!.target.length === 0 && beads[row]!.source.length > 0) rows.push(row);
  return rows;
}
