/** All facts of a text in one pass. */

import { datesOf } from './dates.ts';
import type { Facts } from './model.ts';
import { extractNames } from './names/extract.ts';
import { quantitiesOf } from './quantities.ts';
import { prepareText } from './tokens.ts';

export const extractFacts = (text: string, lang: string): Facts => {
  const prepared = prepareText(text);
  const dates = datesOf(prepared, lang);
  const spell = <T extends { readonly start: number; readonly end: number }>(mention: T): T => ({
    ...mention,
    text: text.slice(mention.start, mention.end),
  });
  return {
    quantities: quantitiesOf(prepared, lang, dates).map(spell),
    dates: dates.map(spell),
    names: extractNames(text, lang),
  };
};
