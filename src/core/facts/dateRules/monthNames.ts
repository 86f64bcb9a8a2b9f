/** Month and weekday names of data/months.txt and data/weekdays.txt as alternatives of a pattern. */

import months from '../data/months.txt?raw';
import weekdays from '../data/weekdays.txt?raw';
import { parseForms, parseRows } from '../tables.ts';

const COLUMNS = ['vi', 'de', 'ru', 'zh'];

/** Forms (without `~`) to numbers, longest first. */
const readNames = (file: string, lang: string): ReadonlyMap<string, number> => {
  const column = COLUMNS.indexOf(lang) + 1;
  const entries: [string, number][] = [];
  for (const columns of parseRows(file)) {
    for (const form of parseForms(columns[column])) entries.push([form.replace('~', ''), Number(columns[0])]);
  }
  return new Map(entries.sort((a, b) => b[0].length - a[0].length));
};

export const monthNames = (lang: string): ReadonlyMap<string, number> => readNames(months, lang);
export const weekdayNames = (lang: string): ReadonlyMap<string, number> => readNames(weekdays, lang);

export const alternatives = (names: ReadonlyMap<string, number>): string => [...names.keys()].join('|');
