/** A process for killed.test.ts: edits a project until it is killed, and says the number of each edit when it is committed. */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/index.ts';

const store = openStore(process.argv[2]!, { patience: 3000 });
const ids = store.db.prepare('SELECT id FROM segment ORDER BY id').pluck().all() as number[];
const beads = store.db.prepare('SELECT id FROM bead ORDER BY id').pluck().all() as number[];
const before = store.db.prepare('SELECT count(*) FROM edit').pluck().get() as number;
// Every edit writes what never stood there before, also in the next process: an update that changes nothing is not recorded.
for (let i = before; ; i++) {
  const { editId } = store.history.record(
    { documentId: 1, command: 'edit-text', params: {}, args: null, author: 'An', at: 0 },
    () => {
      const text = `Câu mới ${i} ${'dài '.repeat(200)}`;
      store.sql('UPDATE segment SET text = ? WHERE id = ?').run(text, ids[i % ids.length]);
      store.sql('UPDATE bead SET score = ? WHERE id = ?').run(1 / (i + 2), beads[i % beads.length]);
    },
  );
  writeSync(1, `${editId}\n`);
}
