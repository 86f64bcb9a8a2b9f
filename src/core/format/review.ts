/**
 * Workbooks that went out for review and come back: how rows name their sentences, and what a person changed in a cell. Nothing is
 * taken on trust but the ids, which are never used again for another sentence; whether a text changed is told by its digest.
 */
import { hashText } from './hash.ts';
import { columnNames } from './write/columns.ts';
import type { OutColumn, OutVariant } from './write/model.ts';
import { cleanSegment } from './write/xml.ts';

/** What a reviewer may choose. */
export const REVIEW_STATUSES = ['confirmed', 'reviewed', 'needs-review', 'rejected'] as const;

export interface ReviewHeads {
  readonly id: string;
  readonly key: string;
  readonly texts: readonly string[];
  readonly statuses: readonly string[];
  readonly comment: string;
  readonly score: string;
  readonly document: string;
}
/** Heads of the columns; they are how columns are found again after others were put between. */
export function reviewHeads(columns: readonly OutColumn[]): ReviewHeads {
  const names = columnNames(columns);
  return {
    id: 'Row',
    key: `songsong-review-1 ${names.join('|')}`,
    texts: names,
    statuses: names.slice(1).map((name) => `Status (${name})`),
    comment: 'Comment',
    score: 'Score',
    document: 'Document',
  };
}
/** Heads by what stands in the hidden column's head; null where the sheet is none of ours. */
export function readHeads(key: string): ReviewHeads | null {
  const names = /^songsong-review-1 (.+)$/.exec(key)?.[1]?.split('|');
  return names ? reviewHeads(names.map((lang) => ({ lang, label: '' }))) : null;
}

export interface KeyedSentence {
  readonly id: number;
  readonly hash: string;
}
export const digestOf = (text: string): string => hashText(cleanSegment(text)).toString(36);

export interface KeyedCell {
  readonly sentences: readonly KeyedSentence[];
  /** As the status cell read; empty for the original. */
  readonly status: string;
}

/** `0=12:3f9a,13:77b2;1=40:aa01@auto`: column, id and digest of each sentence, status. */
export const printKey = (variants: readonly OutVariant[]): string =>
  variants
    .filter(({ sentences }) => sentences && sentences.length > 0)
    .map(({ column, sentences, statuses }) => {
      const named = sentences!.map(({ id, text }) => `${id}:${digestOf(text)}`).join(',');
      return `${column}=${named}${statuses.length > 0 ? `@${statuses.join('+')}` : ''}`;
    })
    .join(';');

/** null where the key was damaged. */
export function readKey(key: string): ReadonlyMap<number, KeyedCell> | null {
  const columns = new Map<number, KeyedCell>();
  for (const part of key.split(';')) {
    const match =
      /^(\d{1,3})=(\d{1,16}:[0-9a-z]{1,12}(?:,\d{1,16}:[0-9a-z]{1,12})*)(?:@([a-z+-]{1,100}))?$/.exec(
        part.trim(),
      );
    if (!match) return null;
    const sentences = match[2]!.split(',').map((one) => {
      const [id, hash] = one.split(':');
      return { id: Number(id), hash: hash! };
    });
    columns.set(Number(match[1]), { sentences, status: (match[3] ?? '').replaceAll('+', ' ') });
  }
  return columns;
}

/** What spreadsheets make of characters that XML cannot hold, and of our own escape for it. */
export const readCell = (cell: string): string =>
  cell.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

export interface CellChange {
  /** Place of the sentence in its cell. */
  readonly sentence: number;
  readonly text: string;
}
/**
 * What a cell says against the sentences it was made of. Lines are sentences; where their number changed, those that are as they were
 * at both ends stay, and what is between them must be one sentence on the old side. `unclear`: it is not, or the cell is empty.
 */
export function compareCell(
  cell: string,
  sentences: readonly KeyedSentence[],
): readonly CellChange[] | 'unclear' {
  const lines = cell
    .split('\n')
    .map(cleanSegment)
    .filter((line) => line !== '');
  if (lines.length === 0) return 'unclear';
  const digests = lines.map(digestOf);
  if (lines.length === sentences.length)
    return lines.flatMap((text, i) => (digests[i] === sentences[i]!.hash ? [] : [{ sentence: i, text }]));
  let head = 0;
  while (head < Math.min(lines.length, sentences.length) && digests[head] === sentences[head]!.hash) head++;
  let tail = 0;
  while (
    tail < Math.min(lines.length, sentences.length) - head &&
    digests[lines.length - 1 - tail] === sentences[sentences.length - 1 - tail]!.hash
  )
    tail++;
  const changed = lines.slice(head, lines.length - tail);
  if (sentences.length - head - tail !== 1 || changed.length === 0) return 'unclear';
  return [{ sentence: head, text: changed.join(' ') }];
}
