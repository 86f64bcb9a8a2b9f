/**
 * After a confirmation the beads around it that nobody has looked at are judged anew, off the main thread: the person has taught the
 * aligner words, and set a wall. Scores that change become part of the last edit, so that undo takes them back too.
 */
import { AppError } from '../core/errors.ts';
import {
  type BeadRow,
  beadOfSource,
  beadOfTarget,
  isWall,
  type RowChange,
  setScores,
} from '../store/index.ts';
import type { Pool } from '../workers/pool.ts';
import type { AfterEdits, DocumentPlace } from './afterEdits.ts';
import type { IndexedAlignment } from './documentIndex.ts';
import type { OpenProject } from './openProjects.ts';
import { loadStretch, toAlignment } from './pairTexts.ts';

/** Confirming goes on key after key: it is waited for a pause this long, in milliseconds. */
const PAUSE = 300;
/** Beads on either side of the confirmed ones. */
const AROUND = 100;
/** Farther from the last confirmed bead than this nothing is judged anew: that is for the next alignment. */
const MOST = 600;
const MOST_TAUGHT = 300;
/** Smaller changes of a probability are not worth a change of the row. */
const LEAST_CHANGE = 0.03;

interface Waiting extends DocumentPlace {
  /** Cuts of beads that were confirmed, or are not any more, by alignment; the last one stands last. */
  readonly touched: Map<number, BeadCut[]>;
}
type BeadCut = Pick<BeadRow, 'sourceTo' | 'targetTo'>;

export function createRescores(
  pool: Pool,
  before: Pick<AfterEdits, 'idle'>,
  report: (error: unknown) => unknown,
): AfterEdits {
  const waiting = new Map<string, Waiting>();
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;

  const work = async (): Promise<void> => {
    for (let next = waiting.values().next().value; next; next = waiting.values().next().value) {
      // The checks of the same edit come first: they too become part of it.
      await before.idle();
      waiting.delete(nameOf(next));
      try {
        if (!(await rescoreAround(pool, next)) && !waiting.has(nameOf(next))) waiting.set(nameOf(next), next);
      } catch (error) {
        // Closed meanwhile, or taken away: then there is nothing to judge any more.
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
    note: ({ project, documentId }, _editId, changes) => {
      const touched = touchedBy(changes);
      if (touched.size === 0) return;
      const name = `${project.key}/${documentId}`;
      const known = waiting.get(name)?.touched ?? new Map<number, BeadCut[]>();
      for (const [alignmentId, cuts] of touched)
        known.set(alignmentId, [...(known.get(alignmentId) ?? []), ...cuts]);
      waiting.set(name, { project, documentId, touched: known });
      if (timer) clearTimeout(timer);
      timer = setTimeout(start, PAUSE);
      timer.unref();
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

/** Beads that became walls, or are none any more. */
function touchedBy(changes: readonly RowChange[]): Map<number, BeadCut[]> {
  const touched = new Map<number, BeadCut[]>();
  const wall = (image: RowChange['before']): boolean =>
    image !== null && isWall({ status: image['status'] as BeadRow['status'] });
  for (const { table, before, after } of changes) {
    if (table !== 'bead' || after === null || wall(before) === wall(after)) continue;
    const alignmentId = after['alignment_id'] as number;
    const cuts = touched.get(alignmentId) ?? [];
    cuts.push({ sourceTo: after['source_to'] as number, targetTo: after['target_to'] as number });
    touched.set(alignmentId, cuts);
  }
  return touched;
}

/** False where somebody changed the document meanwhile, and it has to be judged again. */
async function rescoreAround(pool: Pool, { project, documentId, touched }: Waiting): Promise<boolean> {
  const { store } = project;
  const revision = project.revision(documentId);
  const scores: { id: number; score: number }[] = [];
  for (const [alignmentId, cuts] of touched) {
    const alignment = project.index(documentId).alignments.find(({ id }) => id === alignmentId);
    if (alignment && alignment.engine !== 'none')
      scores.push(...(await judge(pool, project, alignment, cuts)));
  }
  if (project.revision(documentId) !== revision) return false;
  const last = store.history.peek(documentId, 'undo');
  // Between an undo and its redo nothing may change: both put rows back as they were.
  if (scores.length === 0 || !last || store.history.peek(documentId, 'redo')) return true;
  const known = store.history.changes(last.editId).length;
  store.history.amend(last.editId, () => setScores(store, scores));
  project.changed(documentId, store.history.changes(last.editId).slice(known));
  return true;
}

/** New scores of the beads around some cuts that are in nobody's hands yet. */
async function judge(
  pool: Pool,
  project: OpenProject,
  alignment: IndexedAlignment,
  cuts: readonly BeadCut[],
) {
  const { store } = project;
  const beadAt = ({ sourceTo, targetTo }: BeadCut): BeadRow | undefined =>
    beadOfSource(store, alignment.id, sourceTo) ?? beadOfTarget(store, alignment.id, targetTo);
  const last = beadAt(cuts.at(-1)!);
  if (!last || project.taught.isTooMuchInPassing()) return [];
  const place = ({ sourceTo, targetTo }: BeadCut): number => sourceTo + targetTo;
  const sorted = [...cuts].sort((a, b) => place(a) - place(b));
  const whole = loadStretch(
    store,
    alignment,
    beadAt(sorted[0]!) ?? last,
    beadAt(sorted.at(-1)!) ?? last,
    AROUND,
  );
  const { stretch, pair } =
    whole.stretch.length <= MOST ? whole : loadStretch(store, alignment, last, last, AROUND);
  const aligned = toAlignment(pair, stretch, []);
  const texts = pair.source.text.segments.map(({ text }) => text);
  const scores = await pool.run('rescore', {
    source: pair.source.text,
    target: pair.target.text,
    alignment: aligned,
    walls: aligned.beads.filter((_, i) => isWall(stretch[i]!)),
    taught: project.taught.choose(pair.source.text.lang, pair.target.text.lang, texts, MOST_TAUGHT),
  });
  return stretch.flatMap(({ id, status, score }, i) =>
    status === 'auto' && score !== null && Math.abs(scores[i]! - score) >= LEAST_CHANGE
      ? [{ id, score: scores[i]! }]
      : [],
  );
}
