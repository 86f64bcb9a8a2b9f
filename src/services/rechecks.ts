/**
 * After an edit the beads it touched are checked again, off the main thread. The flags that change become part of the edit, so that
 * undo takes them back too; where another edit came meanwhile, both are looked at together.
 */
import { CHECKS, type Learnt } from '../core/check/index.ts';
import { AppError } from '../core/errors.ts';
import {
  type BeadRow,
  beadOfSource,
  beadOfTarget,
  deleteFlags,
  flagsOn,
  getAlignment,
  insertFlags,
  type NewFlag,
  RANK_STEP,
  type RowChange,
  type Store,
} from '../store/index.ts';
import type { Pool } from '../workers/pool.ts';
import type { AfterEdits } from './afterEdits.ts';
import type { IndexedAlignment } from './documentIndex.ts';
import type { OpenProject } from './openProjects.ts';
import { loadStretch, toAlignment, toStoredFlags } from './pairTexts.ts';
import { weighStored } from './triangulation.ts';

/** Messages of the checks that look at a bead and its neighbours alone. */
const OF_BEADS = new Set(CHECKS.filter(({ scope }) => scope === 'bead').flatMap(({ explains }) => explains));
/** Beads around the touched ones that the checks may look at. */
const MARGIN = 3;
/**
 * Beads on either side that teach what a document renders how: all of most documents, and enough of a long one, whose texts are
 * not read as a whole for one edit.
 */
const TEACHERS = 1500;
/** After an edit its outcome goes out first, in ms. Short, so that each edit gets the flags that are its own. */
const PAUSE = 30;
/** Sentences between two touched beads that are checked together. */
const NEAR = 20;
/** A shift of a whole column touches more beads than is worth checking at once: that is for the next full run. */
const MOST = 2000;

/** Ranks of sentences whose beads are to be checked, by alignment. */
type Touched = Map<number, { source: Set<number>; target: Set<number> }>;

interface Waiting {
  readonly project: OpenProject;
  readonly documentId: number;
  editId: number;
  readonly touched: Touched;
}

export function createRechecks(pool: Pool, report: (error: unknown) => unknown): AfterEdits {
  const waiting = new Map<string, Waiting>();
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  const work = async (): Promise<void> => {
    for (let next = waiting.values().next().value; next; next = waiting.values().next().value) {
      waiting.delete(nameOf(next));
      try {
        const late = await recheck(pool, next);
        if (late) join(waiting, late);
      } catch (error) {
        // Closed meanwhile, or taken away: then there is nothing to check any more.
        if (!(error instanceof AppError) && next.project.store.db.open) report(error);
      }
    }
    running = null;
  };
  const start = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (waiting.size > 0) running ??= work();
  };
  return {
    note: ({ project, documentId }, editId, changes) => {
      const touched = touchedBy(project, documentId, changes);
      if (touched.size === 0) return;
      join(waiting, { project, documentId, editId, touched });
      timer ??= setTimeout(start, PAUSE).unref();
    },
    idle: async () => {
      start();
      while (running) await running;
    },
    close: () => {
      if (timer) clearTimeout(timer);
      waiting.clear();
    },
  };
}

const nameOf = ({ project, documentId }: Waiting): string => `${project.key}/${documentId}`;

function join(waiting: Map<string, Waiting>, more: Waiting): void {
  const known = waiting.get(nameOf(more));
  if (!known) {
    waiting.set(nameOf(more), more);
    return;
  }
  known.editId = Math.max(known.editId, more.editId);
  for (const [alignmentId, { source, target }] of more.touched) {
    const ranks = touchedIn(known.touched, alignmentId);
    for (const rank of source) ranks.source.add(rank);
    for (const rank of target) ranks.target.add(rank);
  }
}

function touchedIn(touched: Touched, alignmentId: number): { source: Set<number>; target: Set<number> } {
  const known = touched.get(alignmentId) ?? { source: new Set(), target: new Set() };
  touched.set(alignmentId, known);
  return known;
}

/** Beads whose content changed and sentences whose text or kind did; a new status alone touches nothing. */
function touchedBy(project: OpenProject, documentId: number, changes: readonly RowChange[]): Touched {
  const touched: Touched = new Map();
  const index = project.index(documentId);
  for (const { table, before, after } of changes) {
    const image = after ?? before!;
    if (table === 'bead') {
      const moved =
        !before ||
        !after ||
        before['source_to'] !== after['source_to'] ||
        before['target_to'] !== after['target_to'] ||
        (after['status'] === 'edited' && before['status'] !== 'edited');
      if (!moved) continue;
      const ranks = touchedIn(touched, image['alignment_id'] as number);
      if (image['source_to']) ranks.source.add(image['source_to'] as number);
      if (image['target_to']) ranks.target.add(image['target_to'] as number);
    }
    if (table === 'segment')
      for (const alignment of index.alignments) {
        const rank = image['rank'] as number;
        if (alignment.sourceId === image['version_id']) touchedIn(touched, alignment.id).source.add(rank);
        if (alignment.targetId === image['version_id']) touchedIn(touched, alignment.id).target.add(rank);
      }
  }
  return touched;
}

/** Gives back what is to be looked at again because the rows changed meanwhile. */
async function recheck(pool: Pool, waiting: Waiting): Promise<Waiting | null> {
  const { project, documentId, editId, touched } = waiting;
  const { store } = project;
  const revision = project.revision(documentId);
  const index = project.index(documentId);
  const results: (() => readonly number[])[] = [];
  for (const [alignmentId, ranks] of touched) {
    const alignment = index.alignments.find(({ id }) => id === alignmentId);
    if (!alignment || alignment.verdict === null) continue;
    const beads = beadsAt(store, alignment, ranks);
    if (beads.length > MOST) continue;
    for (const near of groupNear(beads)) results.push(await recheckBeads(pool, project, alignment, near));
  }
  if (results.length === 0) return null;
  if (project.revision(documentId) !== revision) return waiting;
  const amended = store.history.amend(editId, () => {
    // What the other renderings say of the same sentences weighs with it, and the other way round.
    weighStored(
      store,
      index,
      results.flatMap((write) => write()),
    );
  });
  // Undone meanwhile: its flags went with it.
  if (amended) project.changed(documentId, []);
  return null;
}

/** Beads that are far from each other are checked apart, so that nothing of what lies between has to be read. */
function groupNear(beads: readonly BeadRow[]): BeadRow[][] {
  const groups: BeadRow[][] = [];
  for (const bead of beads) {
    const group = groups.at(-1);
    if (group && bead.sourceTo - group.at(-1)!.sourceTo <= NEAR * RANK_STEP) group.push(bead);
    else groups.push([bead]);
  }
  return groups;
}

function beadsAt(
  store: Store,
  alignment: IndexedAlignment,
  ranks: { source: Set<number>; target: Set<number> },
): BeadRow[] {
  const beads = new Map<number, BeadRow>();
  const add = (bead: BeadRow | undefined): void => {
    if (bead) beads.set(bead.id, bead);
  };
  for (const rank of ranks.source) add(beadOfSource(store, alignment.id, rank));
  for (const rank of ranks.target) add(beadOfTarget(store, alignment.id, rank));
  return [...beads.values()].sort((a, b) => a.sourceTo - b.sourceTo || a.targetTo - b.targetTo);
}

/** What the whole document taught; learnt anew, from around here, where its last full check was before the project was opened. */
async function recallLearnt(
  pool: Pool,
  project: OpenProject,
  alignment: IndexedAlignment,
  near: BeadRow,
): Promise<Learnt | null> {
  const { verdict } = alignment;
  if (verdict === null || verdict.kind === 'not-a-translation') return null;
  const known = project.learnt.get(alignment.id);
  if (known) return known;
  const { pair, stretch } = loadStretch(project.store, alignment, near, near, TEACHERS);
  const learnt = await pool.run('learn', {
    source: pair.source.text,
    target: pair.target.text,
    alignment: toAlignment(pair, stretch, []),
    verdict,
  });
  project.learnt.set(alignment.id, learnt);
  return learnt;
}

/** Checks beads with their neighbours; gives the writing of what was found, which tells the sentences of the original concerned. */
async function recheckBeads(
  pool: Pool,
  project: OpenProject,
  alignment: IndexedAlignment,
  beads: readonly BeadRow[],
): Promise<() => readonly number[]> {
  const { store } = project;
  const { stretch, pair } = loadStretch(store, alignment, beads[0]!, beads.at(-1)!, MARGIN);
  const aligned = toAlignment(pair, stretch, []);
  const wanted = new Set(beads.map(({ id }) => id));
  const numbers = stretch.flatMap(({ id }, i) => (wanted.has(id) ? [i] : []));
  const flags = await pool.run('recheck', {
    source: pair.source.text,
    target: pair.target.text,
    alignment: aligned,
    beads: numbers,
    verdict: alignment.verdict,
    learnt: await recallLearnt(pool, project, alignment, beads[0]!),
    glossary: project.glossaryOf(pair.source.text, pair.target.text),
  });
  const sources = new Set(numbers.flatMap((i) => aligned.beads[i]!.source));
  const targets = new Set(numbers.flatMap((i) => aligned.beads[i]!.target));
  const here = flags.filter((flag) =>
    flag.target.length > 0 ? targets.has(flag.target[0]!) : sources.has(flag.source[0] ?? -1),
  );
  const ids = [
    ...[...sources].map((i) => pair.source.ids[i]!),
    ...[...targets].map((i) => pair.target.ids[i]!),
  ];
  return () => {
    const known = new Set(ids);
    const old = flagsOn(store, alignment.id, ids).filter(
      (flag) =>
        OF_BEADS.has(flag.messageCode) &&
        known.has(flag.targetSegmentIds[0] ?? flag.sourceSegmentIds[0] ?? 0),
    );
    const run = getAlignment(store, alignment.id)!.checkRun;
    const fresh = toStoredFlags(pair, here);
    // What is found again stays the same row.
    const stays = new Set(fresh.map(nameFlag));
    const kept = new Set(old.map(nameFlag));
    const gone = old.filter((flag) => !stays.has(nameFlag(flag)));
    const come = fresh.filter((flag) => !kept.has(nameFlag(flag)));
    deleteFlags(
      store,
      gone.map(({ id }) => id),
    );
    insertFlags(store, alignment.id, run, come);
    return [
      ...[...sources].map((i) => pair.source.ids[i]!),
      ...[...gone, ...come].flatMap(({ sourceSegmentIds }) => sourceSegmentIds),
    ];
  };
}

/** The same texts found in the same way, as sure as before the other renderings were heard. */
const nameFlag = ({ fingerprint, severity, confidence, params }: NewFlag): string =>
  [fingerprint, severity, typeof params['alone'] === 'number' ? params['alone'] : confidence].join();
