/**
 * Vertical text for Sketch Engine: one token a line, `<g/>` where no space stands between two. A parallel corpus is one file for each
 * language; the n-th `<align>` of each belong together, so a unit without a text in a language leaves an empty one there.
 */
import { splitWords } from '../../text/index.ts';
import type { UnitFormat } from './model.ts';
import { cleanSegment, xmlText } from './xml.ts';

/** Words and single marks, with whether a space stands before each. */
function* tokensOf(text: string, lang: string): Generator<{ token: string; spaced: boolean }> {
  let at = 0;
  let spaced = true;
  const between = function* (to: number): Generator<{ token: string; spaced: boolean }> {
    for (const token of text.slice(at, to).match(/\s+|\S/gu) ?? []) {
      if (/^\s/u.test(token)) spaced = true;
      else {
        yield { token, spaced };
        spaced = false;
      }
    }
  };
  for (const word of splitWords(text, lang)) {
    yield* between(word.start);
    yield { token: text.slice(word.start, word.end).replace(/\s+/gu, ' '), spaced };
    spaced = false;
    at = word.end;
  }
  yield* between(text.length);
}

function printSentence(text: string, lang: string): string {
  let lines = '<s>\n';
  let first = true;
  for (const { token, spaced } of tokensOf(cleanSegment(text), lang)) {
    if (!first && !spaced) lines += '<g/>\n';
    first = false;
    lines += `${xmlText(token)}\n`;
  }
  return `${lines}</s>\n`;
}

export const vertical: UnitFormat = {
  name: 'Vertical text (Sketch Engine)',
  extension: 'vert',
  mediaType: 'text/plain',
  eachColumn: true,
  losses: ['one-sided', 'notes', 'flags', 'scores', 'dates', 'history'],
  print: ({ columns }, column = 0) => {
    const { lang } = columns[column]!;
    let document: string | null = null;
    return {
      start: () => '',
      unit: (unit) => {
        const variant = unit.variants.find((one) => one.column === column);
        const texts = variant ? (variant.sentences?.map(({ text }) => text) ?? [variant.text]) : [];
        const status = variant?.statuses.length ? ` status="${xmlText(variant.statuses.join(' '))}"` : '';
        const close = document === null ? '' : '</doc>\n';
        const open =
          unit.document === document
            ? ''
            : `${close}<doc title="${xmlText(unit.document)}" lang="${xmlText(lang)}">\n`;
        document = unit.document;
        const sentences = texts.map((text) => printSentence(text, lang)).join('');
        return `${open}<align id="${xmlText(unit.id)}"${status}>\n${sentences}</align>\n`;
      },
      end: () => (document === null ? '' : '</doc>\n'),
    };
  },
};
