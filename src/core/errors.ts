/**
 * Errors that a person can do something about. The code is for programs and for translation into the reader's
 * language; the English sentence says what happened and what to do next. Anything else is a fault of ours: `internal`.
 */

export const ERROR_CODES = {
  'file-missing': 'There is no file “{file}”. Check the name and the folder.',
  'file-empty': '“{file}” holds no text. Choose another file, or paste the text.',
  'file-binary': '“{file}” is not a text file. Save it as plain text (UTF-8) and try again.',
  'file-not-utf8':
    '“{file}” is not in UTF-8 (first bad byte at {offset}). Save it as UTF-8, or name its encoding.',
  'file-is-folder': '“{file}” is a folder. Name a file in it.',
  'file-no-permission': 'You may not read “{file}”. Change its permissions, or copy it to a folder of yours.',
  'file-unwritable': '“{file}” could not be written. Choose another folder, or change its permissions.',
  'file-too-large': '“{file}” is larger than {limit} MB. Cut it into parts.',
  'line-too-long':
    'Line {line} of “{file}” has more than {limit} characters. Check that it is a text with line breaks.',
  'disk-full': 'The disk is full: “{file}” was not changed. Make room and try again.',
  'language-wrong': '“{file}” looks like {found}, not {expected}. Name its language, or choose another file.',
  'language-unknown': 'The language of “{file}” could not be told. Name it.',
  'language-same': '“{file}” has the same language as the original ({lang}). Choose a rendering.',
  'project-locked': 'The project “{file}” is open elsewhere. Close it there first.',
  'project-busy': 'The project “{file}” is taking in a large file. Wait until that is done.',
  'project-newer':
    'The project “{file}” was made by a newer SongSong (format {found}, known up to {known}). Update SongSong.',
  'project-damaged':
    'The project “{file}” is damaged. A copy from before the last migration may lie beside it: {backup}.',
  'project-not-one': '“{file}” is not a SongSong project.',
  'project-exists': '“{file}” exists already. Choose another name, or open it.',
  'tmx-invalid':
    '“{file}” is not a valid TMX file: {reason} (line {line}). Export it again from the tool that made it.',
  'format-unknown':
    '“{file}” has a format that cannot be read. Save it as DOCX, ODT, PDF, HTML, plain text or a table.',
  'file-invalid': '“{file}” cannot be read as {format}: {reason}. Save or export it again.',
  'file-unpacks-too-large':
    '“{file}” would unpack to more than {limit} MB and is not opened. Cut it into parts, or ask who sent it.',
  'review-invalid':
    '“{file}” is no workbook that SongSong wrote for review: {reason}. Export one as Excel for review.',
  'lexicon-invalid': '“{file}” is no lexicon: {reason}. Correct it, or take it away.',
  'package-not-one':
    '“{file}” is a project, but no package. Make one with “Work in parts” or `songsong package`.',
  'package-foreign':
    '“{file}” is a package of another project. Merge it into the project that it was made from.',
  'package-outdated':
    '“{file}” was made from an older version of the original of “{title}”. Take over what is wanted in Compare.',
  'nothing-to-export': 'There is nothing to export: {reason}.',
  'not-found': 'This {what} no longer exists. Reload the project.',
  'edit-impossible': '{reason}',
  'pattern-invalid':
    'The pattern “{pattern}” is not valid: {reason}. Correct it, or search for the text as it is.',
  'pattern-slow':
    'The pattern “{pattern}” takes too long. Make it simpler: avoid repetitions inside repetitions.',
  'edit-conflict': 'Somebody changed this row meanwhile. Look at it again and repeat your edit.',
  'changed-meanwhile': 'The project changed while it was written. Export it again.',
  usage: '{reason}',
  cancelled: 'Cancelled.',
  internal: 'Something went wrong inside SongSong. Nothing was lost. Trace: {trace}.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;
export type ErrorParams = Readonly<Record<string, string | number>>;

/** Fills `{name}` places of a message. */
export const fillMessage = (template: string, params: ErrorParams): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => (name in params ? String(params[name]) : place));

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(fillMessage(ERROR_CODES[code], params), options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }
}
