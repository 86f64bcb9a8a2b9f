/** Looks a whole project through: the file, its references, and the algebra of the cuts. */
import { allBeads, currentAlignments } from './alignments.ts';
import { listDocuments } from './documents.ts';
import type { Store } from './open.ts';
import { allRanks } from './segments.ts';

/** What is wrong, in English for logs; empty where all is well. */
export function findFaults(store: Store): readonly string[] {
  const faults: string[] = [];
  for (const { quick_check } of store.db.pragma('quick_check(10)') as { quick_check: string }[])
    if (quick_check !== 'ok') faults.push(quick_check);
  for (const orphan of store.db.pragma('foreign_key_check') as { table: string; rowid: number }[])
    faults.push(`${orphan.table} ${orphan.rowid} refers to a row that is not there`);
  store.sql("INSERT INTO segment_search (segment_search) VALUES ('integrity-check')").run();
  for (const document of listDocuments(store))
    for (const alignment of currentAlignments(store, document.id))
      for (const fault of cutFaults(store, alignment)) faults.push(`alignment ${alignment.id}: ${fault}`);
  return faults;
}

/** What is wrong with the cuts of one alignment. */
export function* cutFaults(
  store: Store,
  alignment: {
    readonly id: number;
    readonly sourceId: number;
    readonly targetId: number;
    readonly engine: string;
  },
): Generator<string> {
  const sources = allRanks(store, alignment.sourceId);
  const targets = allRanks(store, alignment.targetId);
  const isRank = { source: new Set([0, ...sources]), target: new Set([0, ...targets]) };
  let source = 0;
  let target = 0;
  const beads = allBeads(store, alignment.id);
  if (beads.length === 0 && alignment.engine === 'none') return;
  for (const bead of beads) {
    if (bead.sourceTo < source || bead.targetTo < target || bead.sourceTo + bead.targetTo === source + target)
      yield `bead ${bead.id} does not advance`;
    if (!isRank.source.has(bead.sourceTo) || !isRank.target.has(bead.targetTo))
      yield `bead ${bead.id} ends where no sentence ends`;
    source = bead.sourceTo;
    target = bead.targetTo;
  }
  if (source !== (sources.at(-1) ?? 0) || target !== (targets.at(-1) ?? 0))
    yield 'the last bead ends too early';
  for (const link of store
    .sql(
      `SELECT id FROM link WHERE alignment_id = ? AND (source_segment_id NOT IN (SELECT id FROM segment)
        OR target_segment_id NOT IN (SELECT id FROM segment))`,
    )
    .pluck()
    .all(alignment.id))
    yield `link ${String(link)} refers to a sentence that is not there`;
}
