import { cutPieces } from '../grid/pieces.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text with marked stretches; far from the first of them it is cut at its beginning where `around` says how far. */
export const MarkedText = ({
  text,
  spans,
  around,
}: {
  readonly text: string;
  readonly spans: readonly Span[];
  /** Characters shown before the first mark; all where it is left out. */
  readonly around?: number;
}) => {
  const first = spans[0]?.start ?? 0;
  const from = around === undefined || first <= around ? 0 : text.indexOf(' ', first - around) + 1 || first;
  const skipped = Math.min(from, first);
  const marks = spans.map(({ start, end }) => ({
    start: start - skipped,
    end: end - skipped,
    look: 'mark',
  }));
  return (
    <>
      {skipped > 0 && '… '}
      {cutPieces(text.slice(skipped), marks).map((piece) =>
        piece.looks.length > 0 ? <mark key={piece.start}>{piece.text}</mark> : piece.text,
      )}
    </>
  );
};
