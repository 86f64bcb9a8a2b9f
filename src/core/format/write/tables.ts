/** Tables: one unit a row, a column for each text, then what is known of the unit. */
import { commaRow, tableRow } from '../tables.ts';
import { columnNames } from './columns.ts';
import type { Loss, OutHead, OutUnit, OutVariant, UnitFormat } from './model.ts';
import { cleanSegment, isoDate } from './xml.ts';

const LOSSES: readonly Loss[] = ['one-sided', 'notes', 'flags', 'history'];

/** Heads of the columns after the texts. */
export const TABLE_EXTRAS = ['status', 'score', 'document', 'changed'] as const;

/** `confirmed` of the only rendering, `de=confirmed zh=auto` of several. */
function aboutRenderings(
  names: readonly string[],
  variants: readonly OutVariant[],
  say: (variant: OutVariant) => string,
): string {
  const renderings = variants.filter(({ column }) => column > 0);
  if (names.length === 2) return renderings.map(say).join('');
  return renderings.flatMap((one) => (say(one) === '' ? [] : [`${names[one.column]}=${say(one)}`])).join(' ');
}

function cellsOf(names: readonly string[], unit: OutUnit): (string | number)[] {
  const texts = new Array<string>(names.length).fill('');
  for (const { column, text } of unit.variants) texts[column] = cleanSegment(text);
  return [
    unit.id,
    ...texts,
    aboutRenderings(names, unit.variants, ({ statuses }) => statuses.join('+')),
    aboutRenderings(names, unit.variants, ({ score }) => (score === null ? '' : score.toFixed(3))),
    cleanSegment(unit.document),
    unit.changedAt === null ? '' : isoDate(unit.changedAt),
  ];
}

const printWith = (row: (cells: readonly (string | number)[]) => string, mark: string) => (head: OutHead) => {
  const names = columnNames(head.columns);
  return {
    start: () => mark + row(['unit', ...names, ...TABLE_EXTRAS]),
    unit: (unit: OutUnit) => row(cellsOf(names, unit)),
    end: () => '',
  };
};

export const tsv: UnitFormat = {
  name: 'TSV',
  extension: 'tsv',
  mediaType: 'text/tab-separated-values',
  losses: LOSSES,
  print: printWith(tableRow, ''),
};

/** With a byte order mark, without which Excel takes UTF-8 for something else. */
export const csv: UnitFormat = {
  name: 'CSV',
  extension: 'csv',
  mediaType: 'text/csv',
  losses: LOSSES,
  print: printWith(commaRow, '\ufeff'),
};
