import { expect, test } from 'vitest';
import { temporaryProject } from './temporary.ts';

/** After a new migration: `npx vitest run tests/store/schema.test.ts -u`. */
test('db/schema.sql is what the migrations make', async () => {
  const store = temporaryProject();
  const tables = store.db
    .prepare(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'segment_search_%' AND name <> 'sqlite_sequence' ORDER BY rowid",
    )
    .pluck()
    .all() as string[];
  const version = store.db.pragma('user_version', { simple: true });
  await expect(
    `-- Generated from db/migrations; format ${version}. Change nothing here.\n${tables.map((sql) => `${sql};\n`).join('')}`,
  ).toMatchFileSnapshot('../../db/schema.sql');
});
