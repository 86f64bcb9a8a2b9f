/** All facts of a text in one pass. */

import { datesOf } from './dates.ts';
import type { DateMention, Facts, NameMention } from './model.ts';
import { extractNames } from './names/extract.ts';
import { quantitiesOf } from './quantities.ts';
import { prepareText } from './tokens.ts';

/** `Frau Mai Khanh Vy`, `bà Tháng Năm`: a month's name inside a person's. */
const isPartOfName = (date: DateMention, names: readonly NameMention[]): boolean =>
  date.day === null &&
  date.year === null &&
  date.month !== null &&
  names.some(
    (name) =>
      name.kind === 'person' &&
      name.start <= date.start &&
      date.end <= name.end &&
      name.end - name.start > date.end - date.start,
  );

export const extractFacts = (text: string, lang: string): Facts => {
  const prepared = prepareText(text);
  const names = extractNames(text, lang);
  const dates = datesOf(prepared, lang).filter((date) => !isPartOfName(date, names));
  const spell = <T extends { readonly start: number; readonly end: number }>(mention: T): T => ({
    ...mention,
    text: text.slice(mention.start, mention.end),
  });
  return {
    quantities: quantitiesOf(prepared, lang, dates).map(spell),
    dates: dates.map(spell),
    names,
  };
};
