/** Units, currencies and counted things of one language, as read from data/units.txt. */

import file from './data/units.txt?raw';
import { lazy, PhraseTable, parseForms, parseRows, perLanguage } from './tables.ts';

export interface Unit {
  readonly id: string;
  /** `currency`, `length`, `time`, `count` … Units of one class convert into each other by their factors. */
  readonly unitClass: string;
  readonly factor: number;
}

const COLUMNS = ['vi', 'de', 'ru', 'zh'];

const rows = lazy(() =>
  parseRows(file).map((columns) => {
    const [id = '', unitClass = '', factor = '1'] = (columns[0] ?? '').split(/\s+/);
    return { unit: { id, unitClass, factor: Number(factor) }, columns };
  }),
);

const byId = lazy(() => new Map<string, Unit>(rows().map(({ unit }) => [unit.id, unit])));

export const unitOf = (id: string): Unit | null => byId().get(id) ?? null;

export const unitTable = perLanguage((lang): PhraseTable<Unit> => {
  const table = new PhraseTable<Unit>();
  const column = COLUMNS.indexOf(lang) + 1;
  for (const { unit, columns } of rows()) {
    if (column > 0) for (const form of parseForms(columns[column])) table.add(form, lang, unit);
  }
  return table;
});
