/** Checks of stored documents: computed off the main thread, written beside what holds, then turned on. */
import { AppError } from '../core/errors.ts';
import { allBeads, insertFlags, linksOf, nextRun, setCheckRun } from '../store/index.ts';
import { DocumentIndex, type IndexedAlignment } from './documentIndex.ts';
import {
  keepLearnt,
  loadPair,
  shareProgress,
  untilUndisturbed,
  type Work,
  writeInSlices,
} from './documentWork.ts';
import { toAlignment, toStoredFlags } from './pairTexts.ts';
import { isFrozenAlignment } from './review/frozen.ts';
import { weighFresh, weighStored } from './triangulation.ts';

const isAligned = ({ engine }: IndexedAlignment): boolean => engine !== 'none';

/** Runs all checks on all renderings that are aligned; decisions hold on, because they hang on fingerprints. */
export async function checkDocument(work: Work, command = 'check'): Promise<void> {
  const { project, documentId, author } = work;
  await check(work, {
    choose: (index) =>
      // What nobody asked for leaves a rendering alone that is signed off.
      index.alignments.filter(
        (one) => isAligned(one) && (command === 'check' || !isFrozenAlignment(project.store, index, one.id)),
      ),
    keep: (write) => {
      const head = { documentId, command, params: {}, args: null, author, at: work.now() };
      project.store.history.record(head, write);
    },
  });
}

/**
 * The same for some alignments, as a part of the last edit: what their texts became has to be judged again, and undo takes both back.
 * Those that do not hold any more are passed over.
 */
export async function judgeAnew(work: Work, alignmentIds: readonly number[]): Promise<void> {
  const { project, documentId } = work;
  await check(work, {
    choose: (index) => index.alignments.filter((one) => isAligned(one) && alignmentIds.includes(one.id)),
    keep: (write) => {
      const { history } = project.store;
      const last = history.peek(documentId, 'undo');
      if (last) history.amend(last.editId, write);
    },
  });
}

interface Scope {
  readonly choose: (index: DocumentIndex) => readonly IndexedAlignment[];
  /** Runs the writing of what was found so that the history knows of it. */
  readonly keep: (write: () => void) => void;
}

async function check(work: Work, { choose, keep }: Scope): Promise<void> {
  const { project, documentId } = work;
  const { store } = project;
  await untilUndisturbed(work, async (isCurrent) => {
    const index = project.index(documentId);
    const all = index.alignments.filter(isAligned);
    const chosen = choose(index);
    if (chosen.length === 0) return true;
    const options = shareProgress(work, chosen.length);
    const made = await Promise.all(
      chosen.map(async ({ id, ...rest }, i) => {
        const pair = loadPair(store, work, { id, ...rest });
        const alignment = toAlignment(pair, allBeads(store, id), linksOf(store, id));
        const texts = { source: pair.source.text, target: pair.target.text };
        const glossary = project.glossary();
        const result = await work.pool.run('check', { ...texts, alignment, glossary }, options(i));
        return { id, lang: rest.target.lang, pair, beads: alignment.beads, result };
      }),
    );
    if (!isCurrent()) return null;
    const weighed = weighFresh(made.map(({ lang, beads, result }) => ({ ...result, lang, beads })));
    const runs: number[] = [];
    for (const [i, { id, pair }] of made.entries()) {
      const run = nextRun(store, id);
      runs.push(run);
      await writeInSlices(store, toStoredFlags(pair, weighed[i]!), (slice) =>
        insertFlags(store, id, run, slice),
      );
    }
    if (work.signal.aborted) throw new AppError('cancelled');
    if (!isCurrent()) return null;
    keep(() => {
      made.forEach(({ id, result }, i) => {
        setCheckRun(store, id, runs[i]!, result.verdict);
        keepLearnt(project, id, result.learnt);
      });
      if (all.length > chosen.length) weighStored(store, new DocumentIndex(store, documentId), 'all');
    });
    project.changed(documentId);
    return true;
  });
}
