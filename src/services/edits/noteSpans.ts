/** Notes on words follow their words through every edit of the sentence. */
import { clipSpan, followSpan } from '../../core/review/index.ts';
import {
  moveNotes,
  type NoteRow,
  type NoteSpan,
  notesOn,
  placeNote,
  type SegmentRow,
  type Store,
  spanOf,
  updateText,
} from '../../store/index.ts';

const spanned = (store: Store, segmentId: number): { note: NoteRow; span: NoteSpan }[] =>
  notesOn(store, [segmentId]).flatMap((note) => {
    const span = spanOf(note);
    return span ? [{ note, span }] : [];
  });

/** Puts the notes on words of a sentence where these stand in its new text. */
export function followText(
  store: Store,
  segmentId: number,
  before: string,
  after: string,
  lang: string,
): void {
  for (const { note, span } of spanned(store, segmentId))
    placeNote(store, note.id, segmentId, followSpan(span, before, after, lang));
}

/** Gives a sentence another text; the notes on its words go along. */
export function changeText(
  store: Store,
  segment: Pick<SegmentRow, 'id' | 'text'>,
  text: string,
  lang: string,
): void {
  followText(store, segment.id, segment.text, text, lang);
  updateText(store, segment.id, text);
}

/**
 * The sentence was cut: the first part has a new id, the second keeps the old one and begins at `secondFrom` of the old text. A note on
 * words of both goes to the part with more of them.
 */
export function followSplit(
  store: Store,
  segment: Pick<SegmentRow, 'id' | 'text'>,
  firstId: number,
  firstTo: number,
  secondFrom: number,
): void {
  for (const { note, span } of spanned(store, segment.id)) {
    const first = clipSpan(span, 0, firstTo);
    const second = clipSpan(span, secondFrom, segment.text.length);
    const lengthOf = (one: NoteSpan | null): number => (one ? one.end - one.start : 0);
    if (lengthOf(first) > lengthOf(second)) placeNote(store, note.id, firstId, first);
    else placeNote(store, note.id, segment.id, second);
  }
}

/** The second sentence takes in the first, whose text stands before its own from now on; `secondFrom`: where its own begins. */
export function followJoin(store: Store, firstId: number, secondId: number, secondFrom: number): void {
  for (const { note, span } of spanned(store, secondId))
    placeNote(store, note.id, secondId, { start: span.start + secondFrom, end: span.end + secondFrom });
  moveNotes(store, firstId, secondId);
}
