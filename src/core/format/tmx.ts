/**
 * TMX 1.4b, the exchange format of translation memories (LISA OSCAR, 2005), written as a stream of strings. Reading is in tmxReader.ts.
 */
import type { Unit } from './units.ts';

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

/** What XML 1.0 cannot hold, not even as a reference; and C1 controls, which no text means. */
const FORBIDDEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const BREAKS = /\s*[\t\n\v\f\r\u0085\u2028\u2029]\s*/g;

/** A text as it can stand in a segment: without control characters and line breaks, trimmed, NFC. */
export const cleanSegment = (text: string): string =>
  text.replace(BREAKS, ' ').replace(FORBIDDEN, '').trim().normalize('NFC');

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
const attribute = (value: string): string => escapeXml(cleanSegment(value));

/** `20260131T093000Z`, as TMX wants dates. */
export const tmxDate = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Units with fewer than two texts are left out: a memory has no use for them, and empty segments are invalid in many tools. */
export function* writeTmx(header: TmxHeader, units: Iterable<TmxUnit>): Generator<string> {
  const { sourceLang, toolVersion, createdAt, segmentType = 'block' } = header;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="SongSong" creationtoolversion="${attribute(toolVersion)}" segtype="${segmentType}" o-tmf="songsong" adminlang="en" srclang="${attribute(sourceLang)}" datatype="plaintext" creationdate="${tmxDate(createdAt)}"/>
  <body>
`;
  for (const unit of units) yield printUnit(unit);
  yield '  </body>\n</tmx>\n';
}

function printUnit(unit: TmxUnit): string {
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

/** The code to write for a language: the chosen one, else its own. */
export type LanguageCodes = Readonly<Record<string, string>>;

/** Units of an alignment as TMX takes them. `prefix` makes ids unique over the documents of one file. */
export function* toTmxUnits(
  units: Iterable<Unit>,
  options: { readonly codes?: LanguageCodes; readonly prefix?: string; readonly changedAt?: number } = {},
): Generator<TmxUnit> {
  const { codes = {}, prefix = '', changedAt } = options;
  for (const { first, variants } of units) {
    const statuses = variants.flatMap((one) => one.statuses.map((status) => ({ lang: one.lang, status })));
    const several = variants.length > 2;
    yield {
      id: `${prefix}${first + 1}`,
      changedAt,
      properties: [
        ...statuses.map(({ lang, status }) => ({
          type: STATUS_PROPERTY,
          value: several ? `${codes[lang] ?? lang} ${status}` : status,
        })),
        ...variants
          .filter((one) => one.score !== null)
          .map(({ lang, score }) => ({
            type: SCORE_PROPERTY,
            value: several ? `${codes[lang] ?? lang} ${score!.toFixed(3)}` : score!.toFixed(3),
          })),
      ],
      variants: variants.map(({ lang, text }) => ({ lang: codes[lang] ?? lang, text })),
    };
  }
}
