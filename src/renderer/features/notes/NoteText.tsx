import { findMentions } from '../../../core/review/index.ts';
import { cutPieces } from '../../grid/pieces.ts';

/** A note with the names that it calls set off: `@Hà`. */
export const NoteText = ({ text, names }: { readonly text: string; readonly names: readonly string[] }) => {
  const marks = findMentions(text, names).map(({ start, end }) => ({ start, end, look: 'mention' }));
  return (
    <>
      {cutPieces(text, marks).map((piece) =>
        piece.looks.length > 0 ? (
          <b key={piece.start} className="mention">
            {piece.text}
          </b>
        ) : (
          piece.text
        ),
      )}
    </>
  );
};
