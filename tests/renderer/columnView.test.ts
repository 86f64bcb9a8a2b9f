import { expect, test } from 'vitest';
import type { Column } from '../../src/contract/index.ts';
import {
  evenWidths,
  hideColumn,
  NO_VIEW,
  nameColumn,
  orderColumns,
  placeColumn,
  setWidth,
  showColumn,
  showColumns,
  templateOf,
} from '../../src/renderer/grid/columnView.ts';

const column = (lang: string, role: Column['role'] = 'rendering', label = ''): Column => ({
  versionId: lang.length + label.length,
  alignmentId: role === 'original' ? null : 1,
  role,
  lang,
  label,
  sentences: 1,
  beads: 1,
  confirmed: 0,
  aligned: false,
  verdict: null,
});
const all = [column('vi', 'original'), column('de'), column('de', 'rendering', 'second'), column('ru')];
const names = (columns: readonly Column[]) => columns.map(nameColumn);

test('columns stand as in the document until the reader moves one', () => {
  expect(names(showColumns(all, NO_VIEW))).toEqual(['original', 'de', 'de second', 'ru']);
  const moved = placeColumn(NO_VIEW, all, 'ru', 'original');
  expect(names(orderColumns(all, moved))).toEqual(['ru', 'original', 'de', 'de second']);
  expect(names(orderColumns(all, placeColumn(moved, all, 'ru', 'de')))).toEqual([
    'original',
    'de',
    'ru',
    'de second',
  ]);
});

test('a column that the order does not know stands at the end', () => {
  const moved = placeColumn(NO_VIEW, all, 'ru', 'original');
  const more = [...all, column('zh')];
  expect(names(orderColumns(more, moved)).at(-1)).toBe('zh');
});

test('a hidden column keeps its place; the original is never hidden', () => {
  const hidden = hideColumn(hideColumn(NO_VIEW, 'de'), 'original');
  expect(names(showColumns(all, hidden))).toEqual(['original', 'de second', 'ru']);
  expect(names(showColumns(all, { ...hidden, hidden: ['original', 'de'] }))).toContain('original');
  expect(names(showColumns(all, showColumn(hidden, 'de')))).toEqual(names(all));
});

test('widths have bounds; the last column takes what is left where all have one', () => {
  const two = [all[0]!, all[1]!];
  const one = setWidth(NO_VIEW, 'de', 20);
  expect(templateOf(two, one)).toBe('44px minmax(170px, 1fr) 120px');
  expect(templateOf(two, setWidth(one, 'original', 300.4))).toBe('44px 300px minmax(120px, 1fr)');
  expect(templateOf(two, evenWidths(one))).toBe(templateOf(two, NO_VIEW));
});
