/** The formats that can be read. A new one is a file of this folder and an entry here. */
import type { Format, Sniff } from './model.ts';
import { extensionOf } from './names.ts';
import {
  looksLikeHtml,
  looksLikeMarkdown,
  looksLikePo,
  looksLikeSubtitles,
  looksLikeTmx,
  looksLikeXliff,
} from './signs.ts';
import { findDivider } from './table.ts';

const holds = ({ entries }: Sniff, name: string): boolean => entries?.includes(name) ?? false;
const inHead = ({ head }: Sniff, sign: (head: string) => boolean): boolean => head !== null && sign(head);

export const FORMATS: readonly Format[] = [
  {
    id: 'docx',
    name: 'Word (DOCX)',
    from: 'bytes',
    extensions: ['docx', 'docm', 'dotx'],
    recognise: (sniff) => (holds(sniff, 'word/document.xml') ? 0.8 : 0),
    load: async () => (await import('./docx.ts')).docxReader,
  },
  {
    id: 'xlsx',
    name: 'Excel (XLSX)',
    from: 'bytes',
    extensions: ['xlsx', 'xlsm'],
    recognise: (sniff) => (holds(sniff, 'xl/workbook.xml') ? 0.8 : 0),
    load: async () => (await import('./xlsx.ts')).xlsxReader,
  },
  {
    id: 'odt',
    name: 'OpenDocument (ODT)',
    from: 'bytes',
    extensions: ['odt', 'ott'],
    recognise: (sniff) => (holds(sniff, 'content.xml') ? 0.7 : 0),
    load: async () => (await import('./odt.ts')).odtReader,
  },
  {
    id: 'rtf',
    name: 'rich text (RTF)',
    from: 'bytes',
    extensions: ['rtf'],
    recognise: ({ bytes }) => (startsWithin(bytes, '{\\rtf', 0) ? 0.8 : 0),
    load: async () => (await import('./rtf.ts')).rtfReader,
  },
  {
    id: 'pdf',
    name: 'PDF',
    from: 'bytes',
    extensions: ['pdf'],
    recognise: ({ bytes }) => (startsWithin(bytes, '%PDF-', 1024) ? 0.8 : 0),
    load: async () => (await import('./pdf.ts')).pdfReader,
  },
  {
    id: 'tmx',
    name: 'TMX',
    from: 'text',
    extensions: ['tmx'],
    recognise: (sniff) => (inHead(sniff, looksLikeTmx) ? 0.8 : 0),
    load: async () => (await import('./tmxFormat.ts')).tmxFormatReader,
  },
  {
    id: 'xliff',
    name: 'XLIFF',
    from: 'text',
    extensions: ['xlf', 'xliff', 'sdlxliff', 'mqxliff', 'mxliff'],
    recognise: (sniff) => (inHead(sniff, looksLikeXliff) ? 0.8 : 0),
    load: async () => (await import('./xliff.ts')).xliffReader,
  },
  {
    id: 'html',
    name: 'web page (HTML)',
    from: 'text',
    extensions: ['html', 'htm', 'xhtml'],
    recognise: (sniff) => (inHead(sniff, looksLikeHtml) ? 0.7 : 0),
    load: async () => (await import('./html.ts')).htmlReader,
  },
  {
    id: 'subtitles',
    name: 'subtitles (SRT, VTT)',
    from: 'text',
    extensions: ['srt', 'vtt'],
    recognise: (sniff) => (inHead(sniff, looksLikeSubtitles) ? 0.8 : 0),
    load: async () => (await import('./subtitles.ts')).subtitlesReader,
  },
  {
    id: 'po',
    name: 'message catalogue (PO)',
    from: 'text',
    extensions: ['po', 'pot'],
    recognise: (sniff) => (inHead(sniff, looksLikePo) ? 0.8 : 0),
    load: async () => (await import('./po.ts')).poReader,
  },
  {
    id: 'table',
    name: 'table (CSV, TSV)',
    from: 'text',
    extensions: ['csv', 'tsv', 'tab'],
    // Prose has commas too: the name of the file decides.
    recognise: (sniff) => (inHead(sniff, (head) => findDivider(head) !== null) ? 0.2 : 0),
    load: async () => (await import('./table.ts')).tableReader,
  },
  {
    id: 'markdown',
    name: 'Markdown',
    from: 'text',
    extensions: ['md', 'markdown', 'mdown', 'mkd'],
    recognise: (sniff) => (inHead(sniff, looksLikeMarkdown) ? 0.35 : inHead(sniff, () => true) ? 0.11 : 0),
    load: async () => (await import('./markdown.ts')).markdownReader,
  },
  {
    id: 'text',
    name: 'plain text',
    from: 'text',
    extensions: ['txt', 'text', 'log'],
    recognise: (sniff) => (inHead(sniff, () => true) ? 0.3 : 0),
    load: async () => (await import('./text.ts')).textReader,
  },
];

function startsWithin(bytes: Uint8Array, sign: string, within: number): boolean {
  const last = Math.min(within, bytes.length - sign.length);
  for (let at = 0; at <= last; at++)
    if ([...sign].every((character, i) => bytes[at + i] === character.charCodeAt(0))) return true;
  return false;
}

/** What a name adds to a sign in the content: it decides between signs, and alone says nothing. */
const NAMED = 0.25;

/** The format that speaks most for itself, by its content first and then by the file's name; null where none does. */
export function recogniseFormat(sniff: Sniff): Format | null {
  const extension = extensionOf(sniff.file);
  let best: Format | null = null;
  let most = 0;
  for (const format of FORMATS) {
    const content = format.recognise(sniff);
    const certainty = content > 0 && format.extensions.includes(extension) ? content + NAMED : content;
    if (certainty > most) [best, most] = [format, certainty];
  }
  return best;
}

/** Whether the name of a file speaks for another format than its content. */
export function isMisnamed(file: string, format: Format): boolean {
  const extension = extensionOf(file);
  return (
    !format.extensions.includes(extension) && FORMATS.some((other) => other.extensions.includes(extension))
  );
}
