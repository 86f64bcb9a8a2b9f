import { AppError } from '../core/errors.ts';
import type { Alignment } from '../core/model.ts';
import {
  allBeads,
  type BeadRow,
  insertAlignment,
  insertBeads,
  insertFlags,
  insertLink,
  isWall,
  type NewBead,
  type Store,
  setCheckRun,
  showAlignment,
} from '../store/index.ts';
import type { Judged } from '../workers/tasks.ts';
import { DocumentIndex, type IndexedAlignment } from './documentIndex.ts';
import {
  keepLearnt,
  loadPair,
  shareProgress,
  untilUndisturbed,
  type Work,
  writeInSlices,
} from './documentWork.ts';
import { alignWithHelp } from './helpedByOthers.ts';
import type { OpenProject } from './openProjects.ts';
import { type LoadedPair, toBeads, toCuts, toStoredFlags } from './pairTexts.ts';
import { isFrozenAlignment } from './review/frozen.ts';
import { weighFresh, weighStored } from './triangulation.ts';

/** Aligns renderings anew; confirmed and reviewed beads are walls, and other statuses stay where the bead is found again. */
export async function alignDocument(work: Work, alignmentIds?: readonly number[]): Promise<void> {
  const { project, documentId } = work;
  const { store } = project;
  await untilUndisturbed(work, async (isCurrent) => {
    const chosen = project
      .index(documentId)
      .alignments.filter(({ id }) => !alignmentIds || alignmentIds.includes(id))
      .filter(({ id }) => !isFrozenAlignment(store, project.index(documentId), id));
    if (chosen.length === 0 && project.index(documentId).alignments.length > 0)
      throw new AppError('edit-impossible', {
        reason: 'Every rendering is signed off. Reopen one to align it again.',
      });
    if (chosen.length === 0) throw new AppError('not-found', { what: 'alignment' });
    const options = shareProgress(work, chosen.length);
    const first = await Promise.all(
      chosen.map(async (alignment, i) => {
        const pair = loadPair(store, work, alignment);
        const old = allBeads(store, alignment.id);
        const glossary = project.glossary();
        const input = { ...alignInput(project, pair, old), glossary };
        return { alignment, pair, old, input, result: await work.pool.run('align', input, options(i)) };
      }),
    );
    const made = await Promise.all(
      first.map(async (one, i) => {
        const others = first
          .filter((other) => other !== one)
          .map(({ input, result }) => ({ target: input.target, result }));
        return { ...one, result: await alignWithHelp(work.pool, one, others, options(i)) };
      }),
    );
    if (!isCurrent()) return null;
    const fresh: { id: number; result: Judged }[] = [];
    const weighed = weighFresh(
      made.map(({ alignment, result }) => ({
        ...result,
        lang: alignment.target.lang,
        beads: result.alignment.beads,
      })),
    );
    for (const [i, { alignment, pair, old, result }] of made.entries()) {
      const id = await writeAlignment(work, alignment, pair, old, result.alignment);
      await writeInSlices(store, toStoredFlags(pair, weighed[i]!), (slice) =>
        insertFlags(store, id, 1, slice),
      );
      fresh.push({ id, result });
    }
    if (work.signal.aborted || !isCurrent()) {
      store.transaction(() => {
        for (const { id } of fresh) store.sql('DELETE FROM alignment WHERE id = ?').run(id);
      });
      if (work.signal.aborted) throw new AppError('cancelled');
      return null;
    }
    store.history.record(
      {
        documentId,
        command: 'align',
        params: { count: fresh.length },
        args: { alignmentIds: chosen.map(({ id }) => id) },
        author: work.author,
        at: work.now(),
      },
      () => {
        for (const { id, result } of fresh) {
          showAlignment(store, id);
          setCheckRun(store, id, 1, result.verdict);
          keepLearnt(project, id, result.learnt);
        }
        // Renderings that stayed as they were are heard, and weighed themselves.
        if (project.index(documentId).alignments.length > fresh.length)
          weighStored(store, new DocumentIndex(store, documentId), 'all');
      },
    );
    project.changed(documentId);
    return true;
  });
}

/** Confirmed pairs that teach a whole text. */
const MOST_TAUGHT = 1500;

function alignInput(project: OpenProject, { source, target }: LoadedPair, old: readonly BeadRow[]) {
  const walls = toBeads({ source, target }, old).filter((_, i) => isWall(old[i]!));
  const texts = source.text.segments.map(({ text }) => text);
  const taught = project.taught.choose(source.text.lang, target.text.lang, texts, MOST_TAUGHT);
  return { source: source.text, target: target.text, walls, taught };
}

async function writeAlignment(
  work: Work,
  alignment: IndexedAlignment,
  pair: LoadedPair,
  old: readonly BeadRow[],
  result: Alignment,
): Promise<number> {
  const { store } = work.project;
  const { sourceId, targetId } = alignment;
  const id = store.transaction(() =>
    insertAlignment(store, { sourceId, targetId, engine: 'songsong-1', createdAt: work.now() }),
  );
  await writeInSlices(
    store,
    [...carryStatuses(store, alignment.id, old, toCuts(pair, result.beads))],
    (slice) => insertBeads(store, id, slice),
  );
  store.transaction(() => {
    for (const link of result.links)
      insertLink(store, id, pair.source.ids[link.source]!, pair.target.ids[link.target]!);
  });
  return id;
}

/** Fresh beads with what people said of the same bead before. */
function* carryStatuses(
  store: Store,
  alignmentId: number,
  old: readonly BeadRow[],
  cuts: Iterable<NewCut>,
): Generator<NewBead> {
  const name = (from: NewCut | undefined, to: NewCut): string =>
    [from?.sourceTo ?? 0, from?.targetTo ?? 0, to.sourceTo, to.targetTo].join();
  const known = new Map(
    old.flatMap((bead, i) => (bead.status === 'auto' ? [] : [[name(old[i - 1], bead), bead] as const])),
  );
  const reviews = new Map(
    (
      store
        .sql(
          `SELECT id, reviewer, reviewed_at AS reviewedAt, reason FROM bead WHERE alignment_id = ? AND status <> 'auto'`,
        )
        .all(alignmentId) as {
        id: number;
        reviewer: string | null;
        reviewedAt: number | null;
        reason: string | null;
      }[]
    ).map(({ id, ...review }) => [id, review]),
  );
  let before: NewCut | undefined;
  for (const cut of cuts) {
    const bead = known.get(name(before, cut));
    before = cut;
    const { sourceTo, targetTo, score } = cut;
    if (bead) yield { sourceTo, targetTo, status: bead.status, score: bead.score, ...reviews.get(bead.id) };
    else yield { sourceTo, targetTo, status: 'auto', score: score ?? null };
  }
}
type NewCut = { readonly sourceTo: number; readonly targetTo: number; readonly score?: number | null };
