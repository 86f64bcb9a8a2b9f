/**
 * TMX 1.4b, the exchange format of translation memories (LISA OSCAR, 2005), written as a stream of strings. Reading is in tmxReader.ts.
 */
import { xmlText as attribute, cleanSegment, escapeXml } from './write/xml.ts';

export { cleanSegment };

export interface TmxHeader {
  /** The code of the language that was translated from, as it stands on the variants. */
  readonly sourceLang: string;
  readonly toolVersion: string;
  /** Unix milliseconds. */
  readonly createdAt: number;
  /** Whether a unit is one sentence or may be several. */
  readonly segmentType?: 'sentence' | 'block';
}
export interface TmxVariant {
  /** BCP 47, as it shall stand in the file. */
  readonly lang: string;
  readonly text: string;
}
export interface TmxUnit {
  readonly id?: string;
  /** Unix milliseconds of the last change. */
  readonly changedAt?: number;
  /** Of our own, e.g. `x-songsong:status`; types come out in this order. */
  readonly properties?: readonly { readonly type: string; readonly value: string }[];
  /** The variant in the source language first. */
  readonly variants: readonly TmxVariant[];
}

/** `20260131T093000Z`, as TMX wants dates. */
export const tmxDate = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Units with fewer than two texts are left out: a memory has no use for them, and empty segments are invalid in many tools. */
export function* writeTmx(header: TmxHeader, units: Iterable<TmxUnit>): Generator<string> {
  yield printTmxHead(header);
  for (const unit of units) yield printTmxUnit(unit);
  yield TMX_END;
}

export const TMX_END = '  </body>\n</tmx>\n';

export const printTmxHead = ({
  sourceLang,
  toolVersion,
  createdAt,
  segmentType = 'block',
}: TmxHeader): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="SongSong" creationtoolversion="${attribute(toolVersion)}" segtype="${segmentType}" o-tmf="songsong" adminlang="en" srclang="${attribute(sourceLang)}" datatype="plaintext" creationdate="${tmxDate(createdAt)}"/>
  <body>
`;

export function printTmxUnit(unit: TmxUnit): string {
  const variants = unit.variants
    .map(({ lang, text }) => ({ lang: attribute(lang), text: escapeXml(cleanSegment(text)) }))
    .filter(({ text }) => text !== '');
  if (variants.length < 2) return '';
  const id = unit.id === undefined ? '' : ` tuid="${attribute(unit.id)}"`;
  const date = unit.changedAt === undefined ? '' : ` changedate="${tmxDate(unit.changedAt)}"`;
  const properties = (unit.properties ?? [])
    .map(
      ({ type, value }) => `      <prop type="${attribute(type)}">${escapeXml(cleanSegment(value))}</prop>\n`,
    )
    .join('');
  const texts = variants
    .map(({ lang, text }) => `      <tuv xml:lang="${lang}"><seg>${text}</seg></tuv>\n`)
    .join('');
  return `    <tu${id}${date}>\n${properties}${texts}    </tu>\n`;
}

export const STATUS_PROPERTY = 'x-songsong:status';
export const SCORE_PROPERTY = 'x-songsong:score';
export const DOCUMENT_PROPERTY = 'x-songsong:document';
