/**
 * What every reader of a file format takes and gives. A reader yields one stream of blocks, with their places in the file; formats
 * that hold several languages side by side (tables, memories, catalogues) yield units instead. Adding a format is one file
 * in this folder and its line in registry.ts.
 */
import type { Block, BlockKind } from '../../text/index.ts';
import type { TmxUnit } from '../tmx.ts';

export const FORMAT_IDS = [
  'text',
  'docx',
  'odt',
  'rtf',
  'html',
  'pdf',
  'subtitles',
  'markdown',
  'table',
  'xlsx',
  'po',
  'xliff',
  'tmx',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export type { Block, BlockKind };

/** Something that a person should know about what was read; `code` is a key of WARNINGS in warnings.ts. */
export interface ReadWarning {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A column of a format that holds languages side by side. */
export interface ReadColumn {
  /** 0-based place in the file. */
  readonly index: number;
  /** As the file calls it; its letter or number where it has no name. */
  readonly name: string;
  /** BCP 47, named by the file or guessed; null for ids, notes and what cannot be told. */
  readonly lang: string | null;
  readonly sample: readonly string[];
}

export interface ReadDocument {
  readonly format: FormatId;
  readonly blocks: readonly Block[];
  /** Rows with their texts by language, original first; null where the file is one text. */
  readonly units: readonly TmxUnit[] | null;
  /** The columns that may be chosen; empty where the file is one text. */
  readonly columns: readonly ReadColumn[];
  /** Language of the text as the file names it. */
  readonly lang: string | null;
  readonly warnings: readonly ReadWarning[];
}

export interface ReadOptions {
  /** Which column of a table holds which language, by index; guessed from headings and content where left out. */
  readonly columns?: readonly { readonly index: number; readonly lang: string }[];
}

export interface ReadInput {
  /** What messages call the file. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Decoded, without byte order mark; empty for formats that are read from bytes. */
  readonly text: string;
  readonly options: ReadOptions;
}

/** What a format can be told by. */
export interface Sniff {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The first part of the text; null where the bytes are no text. */
  readonly head: string | null;
  /** Names in a zip archive; null where it is none. */
  readonly entries: readonly string[] | null;
}

export interface FormatReader {
  /** Throws AppError `file-invalid`, `file-unpacks-too-large` or `tmx-invalid`. */
  readonly read: (input: ReadInput) => ReadDocument | Promise<ReadDocument>;
}

export interface Format {
  readonly id: FormatId;
  /** For people. */
  readonly name: string;
  readonly from: 'text' | 'bytes';
  /** In lower case, without the dot. */
  readonly extensions: readonly string[];
  /** How much the content speaks for the format, 0 to 1; the name of the file is weighed by the registry. */
  readonly recognise: (sniff: Sniff) => number;
  /** Loaded at the first file of the format. */
  readonly load: () => Promise<FormatReader>;
}
