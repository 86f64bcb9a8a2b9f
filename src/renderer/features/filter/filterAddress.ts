/** The filter of the grid as a part of the address: `?status=auto,edited&score=0.6&words=cà phê`. */
import type { GridFilter } from '../../../contract/index.ts';

type Query = Readonly<Record<string, string>>;
type Changes = Record<string, string | null>;

const LISTS = {
  status: 'statuses',
  severity: 'severities',
  check: 'checks',
  type: 'types',
  kind: 'kinds',
} as const;
export type ListName = keyof typeof LISTS;
const LIST_NAMES = Object.keys(LISTS) as ListName[];
const OTHERS = ['in', 'score', 'notes', 'words', 'words-mode'] as const;
const MODES = ['loose', 'exact', 'regex'] as const;

export const readList = (query: Query, name: string): readonly string[] =>
  (query[name] ?? '').split(',').filter((value) => value !== '');

export const readMode = (query: Query): (typeof MODES)[number] =>
  MODES.find((mode) => mode === query['words-mode']) ?? 'loose';

/** Null where no filter is set. Values that the services do not know are refused by them. */
export const readFilter = (query: Query): GridFilter | null => {
  const filter: Record<string, unknown> = {};
  for (const name of LIST_NAMES) {
    const values = readList(query, name);
    if (values.length > 0) filter[LISTS[name]] = values;
  }
  const columns = readList(query, 'in').map(Number).filter(Number.isInteger);
  const score = Number(query['score'] ?? Number.NaN);
  const words = query['words'] ?? '';
  if (score > 0 && score <= 1) filter['scoreBelow'] = score;
  if (query['notes'] === '1') filter['openNotes'] = true;
  if (words.trim() !== '')
    filter['text'] = { text: words, mode: readMode(query), at: 'start', matchCase: false };
  // Columns alone leave nothing out: they say where the rest has to hold.
  if (Object.keys(filter).length === 0) return null;
  if (columns.length > 0) filter['alignmentIds'] = columns;
  return filter as GridFilter;
};

/** Adds a value to a list, or takes it away. */
export const toggleValue = (query: Query, name: string, value: string): Changes => {
  const values = readList(query, name);
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { [name]: next.length === 0 ? null : next.join(',') };
};

export const clearedFilter = (): Changes =>
  Object.fromEntries([...LIST_NAMES, ...OTHERS].map((name) => [name, null]));

/** A filter looks at the columns that are shown: what nobody sees keeps no row. Null stands for all columns. */
export const narrowFilter = (filter: GridFilter, shown: readonly number[] | null): GridFilter => {
  if (shown === null || shown.length === 0) return filter;
  const wanted = filter.alignmentIds?.filter((id) => shown.includes(id)) ?? shown;
  return wanted.length === 0 ? filter : { ...filter, alignmentIds: [...wanted] };
};
