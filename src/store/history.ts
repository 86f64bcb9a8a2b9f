/**
 * The history: triggers write the row before and after each change while an edit is open, so no use case can forget to
 * record; undo and redo put the rows back. Everything is in the file and survives a restart. Each document has its own
 * stack; edits of the whole project (import, removal) have the stack of document null.
 */
import type Database from 'better-sqlite3';

/** Tables whose rows belong to the history. Flags and beads of bulk runs are written with no edit open. */
export const RECORDED_TABLES = [
  'project',
  'document',
  'version',
  'segment',
  'alignment',
  'bead',
  'link',
  'flag',
  'decision',
  'note',
  'concept',
  'term',
] as const;
type RecordedTable = (typeof RECORDED_TABLES)[number];

export interface EditHead {
  readonly documentId: number | null;
  /** What was done, as a code with parameters for the History screen. */
  readonly command: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** The command as it was given, for the record. */
  readonly args: unknown;
  readonly author: string;
  readonly at: number;
}
export interface EditRecord extends EditHead {
  readonly editId: number;
  readonly state: 'done' | 'undone';
}
export interface RowChange {
  readonly table: RecordedTable;
  readonly rowId: number;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

export interface History {
  /** Runs `work` as one edit in one transaction; undone edits of the same document are given up. */
  record<T>(head: EditHead, work: () => T): { readonly editId: number; readonly result: T };
  /** Adds changes to an edit that is still the last one done in its document; false where it is not. */
  amend(editId: number, work: () => void): boolean;
  /** The edit that was undone, or null where there is none. */
  undo(documentId: number | null): EditRecord | null;
  redo(documentId: number | null): EditRecord | null;
  /** The edit that the next undo or redo would take. */
  peek(documentId: number | null, direction: 'undo' | 'redo'): EditRecord | null;
  /** Ids of all edits of a document that are done, ascending: its state. */
  done(documentId: number | null): readonly number[];
  /** Inside `record`: applies one side of earlier edits, one after the other, so that all of it becomes part of the new edit. */
  replayInto(path: readonly { readonly editId: number; readonly side: 'before' | 'after' }[]): void;
  /** Newest first; those of one document and of the whole project, or all. */
  list(limit: number, documentId?: number): readonly EditRecord[];
  /** Newest first: edits that changed this row. */
  ofRow(table: RecordedTable, rowId: number, limit: number): readonly EditRecord[];
  changes(editId: number): readonly RowChange[];
}

interface EditRow {
  readonly id: number;
  readonly document_id: number | null;
  readonly command: string;
  readonly params: string;
  readonly args: string;
  readonly author: string;
  readonly made_at: number;
  readonly state: 'done' | 'undone';
}
interface ChangeRow {
  readonly table_name: RecordedTable;
  readonly row_id: number;
  readonly before: string | null;
  readonly after: string | null;
}

const toRecord = (row: EditRow): EditRecord => ({
  editId: row.id,
  documentId: row.document_id,
  command: row.command,
  params: JSON.parse(row.params) as Record<string, string | number>,
  args: JSON.parse(row.args) as unknown,
  author: row.author,
  at: row.made_at,
  state: row.state,
});

const columnsOf = (db: Database.Database, table: string): string[] =>
  (db.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name);

/** What a column holds where nobody said anything. */
const defaultsOf = (db: Database.Database, table: string): Record<string, unknown> =>
  Object.fromEntries(
    (db.pragma(`table_info(${table})`) as { name: string; dflt_value: string | null }[]).map(
      ({ name, dflt_value }) => [
        name,
        dflt_value === null ? null : db.prepare(`SELECT ${dflt_value}`).pluck().get(),
      ],
    ),
  );

/** Which edit is open stands in a temporary table, so that a killed process leaves none open. */
function makeTriggers(db: Database.Database): void {
  db.exec('CREATE TEMP TABLE recorder (edit_id INTEGER); INSERT INTO recorder VALUES (NULL)');
  const open = '(SELECT edit_id FROM temp.recorder)';
  for (const table of RECORDED_TABLES) {
    const columns = columnsOf(db, table);
    const image = (row: 'old' | 'new'): string =>
      `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;
    for (const [event, id, before, after] of [
      ['INSERT', 'new.id', 'NULL', image('new')],
      ['UPDATE', 'old.id', image('old'), image('new')],
      ['DELETE', 'old.id', image('old'), 'NULL'],
    ])
      db.exec(`CREATE TEMP TRIGGER record_${table}_${event} AFTER ${event} ON main.${table} WHEN ${open} IS NOT NULL BEGIN
        INSERT INTO row_change (edit_id, table_name, row_id, before, after)
        VALUES (${open}, '${table}', ${id}, ${before}, ${after}); END`);
  }
}

/** Puts a row into the state of an image; null takes it away. */
function makeRestorer(
  db: Database.Database,
): (table: RecordedTable, id: number, image: string | null) => void {
  const statements = new Map(
    RECORDED_TABLES.map((table) => {
      const columns = columnsOf(db, table);
      const others = columns.filter((column) => column !== 'id');
      return [
        table,
        {
          // Images from before a migration lack its columns.
          blank: defaultsOf(db, table),
          remove: db.prepare(`DELETE FROM ${table} WHERE id = ?`),
          put: db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((c) => `@${c}`).join(', ')})
            ON CONFLICT (id) DO UPDATE SET ${others.map((c) => `${c} = excluded.${c}`).join(', ')}`),
        },
      ];
    }),
  );
  // Decisions are shared by documents, whose stacks are undone apart: the row that comes back wins.
  const makeRoom = db.prepare('DELETE FROM decision WHERE scope = @scope AND key = @key AND id <> @id');
  return (table, id, image) => {
    const { blank, put, remove } = statements.get(table)!;
    if (image === null) {
      remove.run(id);
      return;
    }
    const row: Record<string, unknown> = { ...blank, ...(JSON.parse(image) as Record<string, unknown>) };
    if (table === 'decision') makeRoom.run({ scope: row['scope'], key: row['key'], id });
    put.run(row);
  };
}

export function createHistory(db: Database.Database, transaction: <T>(work: () => T) => T): History {
  makeTriggers(db);
  const restore = makeRestorer(db);
  const setOpen = db.prepare('UPDATE temp.recorder SET edit_id = ?');
  const giveUp = db.prepare(
    "UPDATE edit SET state = 'discarded' WHERE state = 'undone' AND document_id IS ?",
  );
  const insert = db.prepare(
    'INSERT INTO edit (document_id, command, params, args, author, made_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const lastDone = db.prepare(
    "SELECT * FROM edit WHERE document_id IS ? AND state = 'done' ORDER BY id DESC LIMIT 1",
  );
  const firstUndone = db.prepare(
    "SELECT * FROM edit WHERE document_id IS ? AND state = 'undone' ORDER BY id LIMIT 1",
  );
  const setState = db.prepare('UPDATE edit SET state = ? WHERE id = ?');
  const backwards = db.prepare('SELECT * FROM row_change WHERE edit_id = ? ORDER BY id DESC');
  const forwards = db.prepare('SELECT * FROM row_change WHERE edit_id = ? ORDER BY id');

  const recording = <T>(editId: number, work: () => T): T => {
    setOpen.run(editId);
    try {
      return work();
    } finally {
      setOpen.run(null);
    }
  };

  const replay = (
    edit: EditRow | undefined,
    changes: Database.Statement,
    side: 'before' | 'after',
    state: 'done' | 'undone',
  ): EditRecord | null => {
    if (!edit) return null;
    // Rows come back one after the other: references may dangle until the last is there.
    db.pragma('defer_foreign_keys = ON');
    for (const change of changes.all(edit.id) as ChangeRow[])
      restore(change.table_name, change.row_id, change[side]);
    setState.run(state, edit.id);
    return toRecord({ ...edit, state });
  };

  return {
    record: (head, work) =>
      transaction(() => {
        giveUp.run(head.documentId);
        const params = JSON.stringify(head.params);
        const args = JSON.stringify(head.args ?? null);
        const made = insert.run(head.documentId, head.command, params, args, head.author, head.at);
        const editId = Number(made.lastInsertRowid);
        return { editId, result: recording(editId, work) };
      }),
    amend: (editId, work) =>
      transaction(() => {
        const documentId = db.prepare('SELECT document_id FROM edit WHERE id = ?').pluck().get(editId);
        if ((lastDone.get(documentId ?? null) as EditRow | undefined)?.id !== editId) return false;
        recording(editId, work);
        return true;
      }),
    undo: (documentId) =>
      transaction(() =>
        replay(lastDone.get(documentId) as EditRow | undefined, backwards, 'before', 'undone'),
      ),
    redo: (documentId) =>
      transaction(() =>
        replay(firstUndone.get(documentId) as EditRow | undefined, forwards, 'after', 'done'),
      ),
    peek: (documentId, direction) => {
      const row = (direction === 'undo' ? lastDone : firstUndone).get(documentId) as EditRow | undefined;
      return row ? toRecord(row) : null;
    },
    done: (documentId) =>
      db
        .prepare("SELECT id FROM edit WHERE document_id IS ? AND state = 'done' ORDER BY id")
        .pluck()
        .all(documentId) as number[],
    replayInto: (path) => {
      db.pragma('defer_foreign_keys = ON');
      for (const { editId, side } of path)
        for (const change of (side === 'before' ? backwards : forwards).all(editId) as ChangeRow[])
          restore(change.table_name, change.row_id, change[side]);
    },
    list: (limit, documentId) =>
      (documentId === undefined
        ? db.prepare("SELECT * FROM edit WHERE state <> 'discarded' ORDER BY id DESC LIMIT ?").all(limit)
        : db
            .prepare(
              "SELECT * FROM edit WHERE state <> 'discarded' AND (document_id = ? OR document_id IS NULL) ORDER BY id DESC LIMIT ?",
            )
            .all(documentId, limit)
      ).map((row) => toRecord(row as EditRow)),
    ofRow: (table, rowId, limit) =>
      db
        .prepare(
          `SELECT * FROM edit WHERE state <> 'discarded' AND id IN
            (SELECT edit_id FROM row_change WHERE table_name = ? AND row_id = ?) ORDER BY id DESC LIMIT ?`,
        )
        .all(table, rowId, limit)
        .map((row) => toRecord(row as EditRow)),
    changes: (editId) =>
      (forwards.all(editId) as ChangeRow[]).map((row) => ({
        table: row.table_name,
        rowId: row.row_id,
        before: row.before === null ? null : (JSON.parse(row.before) as Record<string, unknown>),
        after: row.after === null ? null : (JSON.parse(row.after) as Record<string, unknown>),
      })),
  };
}
