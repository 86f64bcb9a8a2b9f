/**
 * Reads TMX 1.1 to 1.4b as it streams in. Made for hostile files: no DTD is fetched, no entity but the five of XML is known (the
 * parser expands none that a document type declares), and depth and lengths have limits.
 */
import { SaxesParser } from 'saxes';
import { AppError } from '../errors.ts';
import { cleanSegment, type TmxUnit } from './tmx.ts';

export interface TmxFileHeader {
  /** `srclang`; null where the file says `*all*` or nothing. */
  readonly sourceLang: string | null;
  readonly tool: string;
}
export interface TmxHandlers {
  readonly onHeader?: (header: TmxFileHeader) => void;
  readonly onUnit: (unit: TmxUnit) => void;
}
export interface TmxReader {
  /** A piece of the decoded file. Throws AppError `tmx-invalid`. */
  write(chunk: string): void;
  /** The end of the file. */
  close(): void;
}

/** Native codes of inline tags are no text; `hi` only marks a stretch, and `sub` is a text of its own inside a code. */
const CODES = new Set(['bpt', 'ept', 'ph', 'it', 'ut', 'ude', 'map']);
const MAX_DEPTH = 64;
const MAX_SEGMENT = 1_000_000;

interface OpenUnit {
  id?: string;
  changedAt?: number;
  properties: { type: string; value: string }[];
  variants: { lang: string; text: string }[];
}

/** Neighbours mostly have one date, that of an import. */
let lastDate: readonly [date: string, at: number | undefined] = ['', undefined];

/** Unix milliseconds of `20260131T093000Z`; undefined for what is no such date. */
export function readTmxDate(date = ''): number | undefined {
  if (date !== lastDate[0]) lastDate = [date, parseTmxDate(date)];
  return lastDate[1];
}

function parseTmxDate(date: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** `file`: what messages call it. */
export function createTmxReader(file: string, handlers: TmxHandlers): TmxReader {
  const parser = new SaxesParser({ xmlns: false, fileName: file });
  const path: string[] = [];
  let failure: AppError | null = null;
  let unit: OpenUnit | null = null;
  let lang: string | null = null;
  let text: string | null = null;
  let property: { type: string; value: string } | null = null;
  let codeDepth = 0;
  let isTmx = false;

  const refuse = (reason: string): void => {
    failure ??= new AppError('tmx-invalid', { file, reason, line: parser.line });
  };
  const check = (): void => {
    if (failure) throw failure;
  };

  parser.on('error', (error) => refuse(error.message.replace(/^.*?\d+:\d+: /, '')));
  parser.on('opentag', ({ name, attributes }) => {
    if (failure) return;
    if (path.length === 0) {
      if (name !== 'tmx') refuse(`the root is <${name}>, not <tmx>`);
      isTmx = true;
    }
    path.push(name);
    if (path.length > MAX_DEPTH) refuse('it is nested too deeply');
    if (text !== null) {
      if (CODES.has(name)) codeDepth += 1;
      return;
    }
    if (name === 'header')
      handlers.onHeader?.({
        sourceLang: attributes['srclang'] && attributes['srclang'] !== '*all*' ? attributes['srclang'] : null,
        tool: attributes['creationtool'] ?? '',
      });
    else if (name === 'tu')
      unit = {
        id: attributes['tuid'],
        changedAt: readTmxDate(attributes['changedate'] ?? attributes['creationdate']),
        properties: [],
        variants: [],
      };
    else if (name === 'tuv') lang = attributes['xml:lang'] ?? attributes['lang'] ?? null;
    else if (name === 'seg' && path.at(-2) === 'tuv') text = '';
    else if (name === 'prop' && path.at(-2) === 'tu')
      property = { type: attributes['type'] ?? '', value: '' };
  });
  const onText = (piece: string): void => {
    if (failure) return;
    if (text !== null) {
      if (codeDepth === 0) text += piece;
      if (text.length > MAX_SEGMENT) refuse(`a segment has more than ${MAX_SEGMENT} characters`);
    } else if (property) {
      property.value += piece;
      if (property.value.length > MAX_SEGMENT) refuse('a property is too long');
    }
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', ({ name }) => {
    if (failure) return;
    path.pop();
    if (text !== null && name !== 'seg') {
      if (CODES.has(name)) codeDepth -= 1;
      return;
    }
    if (name === 'seg' && text !== null) {
      const clean = cleanSegment(text);
      if (lang === null) refuse('a variant has no language');
      else if (clean !== '') unit?.variants.push({ lang, text: clean });
      text = null;
      codeDepth = 0;
    } else if (name === 'tuv') lang = null;
    else if (name === 'prop' && property) {
      unit?.properties.push({ type: property.type, value: cleanSegment(property.value) });
      property = null;
    } else if (name === 'tu' && unit) {
      if (unit.variants.length > 0) handlers.onUnit(unit);
      unit = null;
    }
  });

  return {
    write: (chunk) => {
      parser.write(chunk);
      check();
    },
    close: () => {
      parser.close();
      check();
      if (!isTmx) throw new AppError('tmx-invalid', { file, reason: 'it is empty', line: 1 });
    },
  };
}

/** All units of a file that is in memory already. */
export function readTmx(file: string, text: string): { header: TmxFileHeader | null; units: TmxUnit[] } {
  const units: TmxUnit[] = [];
  let header: TmxFileHeader | null = null;
  const reader = createTmxReader(file, {
    onHeader: (one) => {
      header = one;
    },
    onUnit: (one) => units.push(one),
  });
  const SLICE = 1 << 16;
  for (let at = 0; at < text.length; at += SLICE) reader.write(text.slice(at, at + SLICE));
  reader.close();
  return { header, units };
}
