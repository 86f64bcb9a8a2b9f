/** Many rows in one statement: binding is cheap, running a statement is not, and taking JSON apart in SQL costs more than both. */
import type { Store } from './open.ts';

type Value = string | number | null;

const AT_ONCE = 64;

/** `insert` up to its VALUES, `tuple` with its `?`s; `values` are those of all rows in a row. */
export function insertMany(store: Store, insert: string, tuple: string, values: readonly Value[]): void {
  const width = tuple.split('?').length - 1;
  const step = width * AT_ONCE;
  let at = 0;
  if (values.length >= step) {
    const many = store.sql(`${insert} VALUES ${Array(AT_ONCE).fill(tuple).join(', ')}`);
    for (; at + step <= values.length; at += step) many.run(values.slice(at, at + step));
  }
  const one = store.sql(`${insert} VALUES ${tuple}`);
  for (; at < values.length; at += width) one.run(values.slice(at, at + width));
}
