/** TMX 1.4b: one unit for each pair, or one over all languages. */
import {
  DOCUMENT_PROPERTY,
  printTmxHead,
  SCORE_PROPERTY,
  STATUS_PROPERTY,
  TMX_END,
  tmxDate,
} from '../tmx.ts';
import type { OutVariant, UnitFormat } from './model.ts';
import { xmlText } from './xml.ts';

export const tmx: UnitFormat = {
  name: 'TMX 1.4b',
  extension: 'tmx',
  mediaType: 'application/x-tmx+xml',
  losses: ['one-sided', 'notes', 'flags', 'history'],
  print: (head) => {
    const langs = head.columns.map(({ lang }) => xmlText(lang));
    const opening = langs.map((lang) => `      <tuv xml:lang="${lang}"><seg>`);
    const property = (type: string, value: string): string => `      <prop type="${type}">${value}</prop>\n`;
    const about = (variant: OutVariant, value: string, several: boolean): string =>
      several ? `${langs[variant.column]} ${value}` : value;
    let lastDocument = '';
    let documentProperty = '';
    return {
      start: () =>
        printTmxHead({
          sourceLang: head.columns[0]!.lang,
          toolVersion: head.toolVersion,
          createdAt: head.createdAt,
        }),
      unit: ({ id, document, changedAt, properties, variants }) => {
        let texts = '';
        let count = 0;
        for (const { column, text } of variants) {
          const clean = xmlText(text);
          if (clean === '') continue;
          texts += `${opening[column]}${clean}</seg></tuv>\n`;
          count += 1;
        }
        // A memory has no use for a unit with one text, and empty segments are invalid in many tools.
        if (count < 2) return '';
        if (document !== lastDocument) {
          lastDocument = document;
          documentProperty = property(DOCUMENT_PROPERTY, xmlText(document));
        }
        const several = count > 2;
        let props = document === '' ? '' : documentProperty;
        for (const { type, value } of properties ?? []) props += property(xmlText(type), xmlText(value));
        for (const variant of variants)
          for (const status of variant.statuses)
            props += property(STATUS_PROPERTY, about(variant, status, several));
        for (const variant of variants)
          if (variant.score !== null)
            props += property(SCORE_PROPERTY, about(variant, variant.score.toFixed(3), several));
        const date = changedAt === null ? '' : ` changedate="${dateOf(changedAt)}"`;
        return `    <tu tuid="${xmlText(id)}"${date}>\n${props}${texts}    </tu>\n`;
      },
      end: () => TMX_END,
    };
  },
};

/** Neighbours mostly have one time, that of their import or alignment. */
let lastDate: readonly [at: number, printed: string] = [-1, ''];
const dateOf = (at: number): string => {
  if (lastDate[0] !== at) lastDate = [at, tmxDate(at)];
  return lastDate[1];
};
