/** Which columns are shown, in which order and how wide; kept for each project by the names of its columns. */
import type { Column } from '../../contract/index.ts';
import { type ColumnView, changeSettings, useSettings } from '../state/settings.ts';

export const NO_VIEW: ColumnView = { order: [], hidden: [], widths: {} };
export const NARROWEST = 120;
export const WIDEST = 1600;
/** Below this a column that nobody resized is scrolled, not squeezed. */
const USUAL_LEAST = 170;

/** The same in every document of a project: a language, and which of its versions. */
export const nameColumn = ({ role, lang, label }: Pick<Column, 'role' | 'lang' | 'label'>): string =>
  role === 'original' ? 'original' : label === '' ? lang : `${lang} ${label}`;

/** All columns in the reader's order; those that the order does not know keep their place at the end. */
export const orderColumns = (columns: readonly Column[], { order }: ColumnView): readonly Column[] => {
  const placeOf = (column: Column): number => {
    const at = order.indexOf(nameColumn(column));
    return at < 0 ? order.length : at;
  };
  return [...columns].sort((a, b) => placeOf(a) - placeOf(b));
};

/** The columns on screen. The original is always among them: its sentences are the rows. */
export const showColumns = (columns: readonly Column[], view: ColumnView): readonly Column[] =>
  orderColumns(columns, view).filter(
    (column) => column.role === 'original' || !view.hidden.includes(nameColumn(column)),
  );

export const hideColumn = (view: ColumnView, name: string): ColumnView =>
  name === 'original' || view.hidden.includes(name) ? view : { ...view, hidden: [...view.hidden, name] };

export const showColumn = (view: ColumnView, name: string): ColumnView => ({
  ...view,
  hidden: view.hidden.filter((one) => one !== name),
});

/** Puts a column where another one stands, among those that are shown. */
export const placeColumn = (
  view: ColumnView,
  columns: readonly Column[],
  name: string,
  target: string,
): ColumnView => {
  const names = orderColumns(columns, view).map(nameColumn);
  const [from, to] = [names.indexOf(name), names.indexOf(target)];
  if (from < 0 || to < 0 || from === to) return view;
  names.splice(from, 1);
  names.splice(to, 0, name);
  return { ...view, order: names };
};

export const setWidth = (view: ColumnView, name: string, width: number): ColumnView => ({
  ...view,
  widths: { ...view.widths, [name]: Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))) },
});

export const evenWidths = (view: ColumnView): ColumnView => ({ ...view, widths: {} });

/** The widths as CSS has them; where all have one, the last takes what is left. */
export const templateOf = (columns: readonly Column[], { widths }: ColumnView): string => {
  const all = columns.every((column) => widths[nameColumn(column)] !== undefined);
  const tracks = columns.map((column, at) => {
    const width = widths[nameColumn(column)];
    if (width === undefined) return `minmax(${USUAL_LEAST}px, 1fr)`;
    return all && at === columns.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`;
  });
  return `44px ${tracks.join(' ')}`;
};

export const viewOf = (project: string): ColumnView => useSettings.getState().columns[project] ?? NO_VIEW;
export const useColumnView = (project: string): ColumnView =>
  useSettings((settings) => settings.columns[project] ?? NO_VIEW);

export const changeView = (project: string, change: (view: ColumnView) => ColumnView): void => {
  const { columns } = useSettings.getState();
  const before = columns[project] ?? NO_VIEW;
  const after = change(before);
  if (after !== before) changeSettings({ columns: { ...columns, [project]: after } });
};
