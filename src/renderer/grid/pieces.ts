/** Cuts a sentence where tints and flags begin and end, so that each piece has one look. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Class names for the piece. */
  readonly look: string;
  readonly hint?: string;
  /** What somebody says of it, as it is. */
  readonly said?: string;
}

export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly looks: readonly string[];
  readonly hint?: string;
  readonly said?: string;
}

/** Marks may overlap and may reach beyond the text; the pieces put together are the text. */
export const cutPieces = (text: string, marks: readonly Mark[]): readonly Piece[] => {
  const inside = marks.filter((mark) => mark.start < mark.end && mark.start < text.length && mark.end > 0);
  if (inside.length === 0) return [{ text, start: 0, looks: [] }];
  const edges = new Set([0, text.length]);
  for (const mark of inside) {
    edges.add(Math.max(0, mark.start));
    edges.add(Math.min(text.length, mark.end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const [index, start] of sorted.slice(0, -1).entries()) {
    const over = inside.filter((mark) => mark.start <= start && mark.end > start);
    const hint = over.find((mark) => mark.hint !== undefined)?.hint;
    const said = over.flatMap((mark) => mark.said ?? []).join('\n');
    pieces.push({
      text: text.slice(start, sorted[index + 1]),
      start,
      looks: over.map((mark) => mark.look),
      ...(hint !== undefined && { hint }),
      ...(said !== '' && { said }),
    });
  }
  return pieces;
};
