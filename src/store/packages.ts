/** Packages: a project file with a part of the work, which remembers the rows it started from. */
import type { Store } from './open.ts';

/** What is merged back, in the order in which rows refer to one another. */
export const PACKAGE_TABLES = [
  'version',
  'alignment',
  'segment',
  'bead',
  'link',
  'note',
  'decision',
] as const;
export type PackageTable = (typeof PACKAGE_TABLES)[number];
export type Image = Readonly<Record<string, string | number | null>>;

const columnsOf = (store: Store, table: PackageTable): string[] =>
  (store.db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);

const imageOf = (store: Store, table: PackageTable): string =>
  `json_object(${columnsOf(store, table)
    .map((column) => `'${column}', ${column}`)
    .join(', ')})`;

/** A whole copy in one file. */
export function copyStore(store: Store, path: string): void {
  store.sql('VACUUM INTO ?').run(path);
}

/** Takes out of a copy what does not go with the package: other documents and languages, older versions, the history. */
export function reduceToPackage(
  store: Store,
  documentIds: readonly number[],
  langs: readonly string[] | null,
  made: { readonly by: string; readonly at: number },
): void {
  const documents = JSON.stringify(documentIds);
  const chosen = langs === null ? null : JSON.stringify(langs);
  store.transaction(() => {
    store.db.pragma('defer_foreign_keys = ON');
    store.db.exec(
      'DELETE FROM row_change; DELETE FROM edit; DELETE FROM sign_off; DELETE FROM review_sample',
    );
    store.sql('DELETE FROM document WHERE id NOT IN (SELECT value FROM json_each(?))').run(documents);
    store.db.exec('UPDATE version SET parent_id = NULL');
    store
      .sql(
        `DELETE FROM version WHERE is_current = 0
          OR (role = 'rendering' AND @chosen IS NOT NULL AND lang NOT IN (SELECT value FROM json_each(@chosen)))`,
      )
      .run({ chosen });
    store.db.exec('DELETE FROM alignment WHERE is_current = 0');
    store.db.exec('DELETE FROM package; DELETE FROM package_base');
    for (const table of PACKAGE_TABLES)
      store
        .sql(
          `INSERT INTO package_base (table_name, row_id, image) SELECT ?, id, ${imageOf(store, table)} FROM ${table}`,
        )
        .run(table);
    store.sql('INSERT INTO package (id, made_at, made_by) VALUES (1, ?, ?)').run(made.at, made.by);
  });
  store.db.exec('VACUUM');
}

export const isPackage = (store: Store): boolean =>
  store.sql('SELECT count(*) FROM package').pluck().get() === (1 as never);

const parse = (rows: { id: number; image: string }[]): Map<number, Image> =>
  new Map(rows.map(({ id, image }) => [id, JSON.parse(image) as Image]));

/** Rows as they were when the package was made; columns that came later were empty then. */
export function baseImages(store: Store, table: PackageTable): Map<number, Image> {
  const blank = Object.fromEntries(columnsOf(store, table).map((column) => [column, null]));
  const rows = store
    .sql('SELECT row_id AS id, image FROM package_base WHERE table_name = ? ORDER BY row_id')
    .all(table) as { id: number; image: string }[];
  return new Map([...parse(rows)].map(([id, image]) => [id, { ...blank, ...image }]));
}

/** Rows as they are; `where` narrows them by a column to a list of values. */
export function rowImages(
  store: Store,
  table: PackageTable,
  where?: { readonly column: string; readonly values: readonly number[] },
): Map<number, Image> {
  const condition = where ? `WHERE ${where.column} IN (SELECT value FROM json_each(?))` : '';
  const rows = store.sql(
    `SELECT id, ${imageOf(store, table)} AS image FROM ${table} ${condition} ORDER BY id`,
  );
  return parse(where ? rows.all(JSON.stringify(where.values)) : rows.all());
}

/** Adds a row under a new id, or puts a row in the place of the one that has its id. */
export function putImage(store: Store, table: PackageTable, image: Image, fresh: boolean): number {
  const columns = columnsOf(store, table).filter((column) => column !== 'id');
  if (!fresh) {
    store
      .sql(
        `UPDATE ${table} SET ${columns.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`,
      )
      .run(image);
    return Number(image['id']);
  }
  const made = store
    .sql(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
    )
    .run(image);
  return Number(made.lastInsertRowid);
}

export function dropRow(store: Store, table: PackageTable, id: number): void {
  store.sql(`DELETE FROM ${table} WHERE id = ?`).run(id);
}
