/** What a person should know about a file that was read, in English; the codes are for translation. */
import { fillMessage } from '../../errors.ts';
import type { ReadWarning } from './model.ts';

export const WARNINGS = {
  'pdf-quality':
    'A PDF holds lines and no paragraphs: look through the sentences, or ask for the DOCX it was made from.',
  'pdf-no-text': 'This PDF holds pictures of pages and no text. It has to go through text recognition first.',
  'encoding-guessed': 'The text was taken for {encoding}. If letters look wrong, choose another encoding.',
  'encoding-doubtful': 'The encoding could not be told for sure: {encoding} fits best. Look at the letters.',
  mojibake: 'The letters were damaged before: the text was once read as {encoding}. It is repaired here.',
  'mojibake-lost':
    'Some letters were damaged before ({example}) and cannot be repaired. Ask for the original file.',
  'wrong-extension': 'The name says .{extension}, the content is {format}.',
  'tracked-changes': 'The file has tracked changes: insertions were taken, deletions left out.',
  'parts-left-out': '{count} {what} were left out.',
  'columns-guessed': 'Which column holds which language was guessed. Check it.',
  'replacement-characters': '{count} characters could not be decoded.',
  'scripts-left-out': 'Scripts and other active content were left out.',
  'rows-uneven': '{count} rows have fewer or more cells than the first.',
  'article-uncertain': 'Where the article begins and ends could not be told for sure.',
} as const;
export type WarningCode = keyof typeof WARNINGS;

export const warn = (code: WarningCode, params: ReadWarning['params'] = {}): ReadWarning => ({
  code,
  params,
});

/** In English; an unknown code stands for itself. */
export const sayWarning = ({ code, params }: ReadWarning): string =>
  code in WARNINGS ? fillMessage(WARNINGS[code as WarningCode], params) : code;
