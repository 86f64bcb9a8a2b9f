/** A full check of a project as the app runs it: read from its file, checked by the worker threads, written. See tools/benchCheck.mjs. */
import { bundledLexicon } from '../../src/core/lexicon/index.ts';
import { cutLines } from '../../src/core/text/index.ts';
import {
  createStore,
  insertAlignment,
  insertBeads,
  insertDocument,
  insertSegments,
  insertVersion,
  RANK_STEP,
  type Store,
  showAlignment,
  showDocument,
} from '../../src/store/index.ts';
import { generateRenderings } from './generate.mjs';
import { startServices } from './services.ts';

const LANGS = ['de', 'ru', 'zh'];

function addText(store: Store, documentId: number, column: number, lang: string, lines: string[]): number {
  const version = insertVersion(store, {
    documentId,
    columnRank: column,
    role: column === 1 ? 'original' : 'rendering',
    lang,
    label: '',
    sourceName: `${lang}.txt`,
    importedAt: 0,
  });
  insertSegments(store, version, cutLines(lines.join('\n'), lang).segments);
  return version;
}

/** Writes a project of `rows` sentences with three renderings, aligned rightly and not yet checked. */
export function makeProject(path: string, rows: number): void {
  const store = createStore(path, { name: 'bench', sourceLang: 'vi', createdAt: 0 });
  const { source, renderings } = generateRenderings(bundledLexicon(), rows, LANGS, 1);
  store.transaction(() => {
    const documentId = insertDocument(store, 'bench');
    const sourceId = addText(store, documentId, 1, 'vi', source);
    renderings.forEach(({ lang, target, beads }, i) => {
      const targetId = addText(store, documentId, i + 2, lang, target);
      const id = insertAlignment(store, { sourceId, targetId, engine: 'bench', createdAt: 0 });
      let [sourceTo, targetTo] = [0, 0];
      insertBeads(
        store,
        id,
        beads.map(({ src, tgt }) => {
          sourceTo += src.length * RANK_STEP;
          targetTo += tgt.length * RANK_STEP;
          return { sourceTo, targetTo, status: 'auto' as const, score: 0.9 };
        }),
      );
      showAlignment(store, id);
    });
    showDocument(store, documentId, true);
  });
  store.close();
}

/** Seconds from asking for the check to its end, threads and lexicons included that the first check has to start; and the flags. */
export async function checkProject(
  path: string,
  dataFolder: string,
  workers: URL,
): Promise<{ readonly seconds: number; readonly again: number; readonly flags: number }> {
  const { services, client } = startServices(dataFolder, workers);
  try {
    const summary = services.openPath(path);
    const place = { project: summary.key, documentId: summary.documents[0]!.id };
    const check = async (): Promise<number> => {
      const start = performance.now();
      const { jobId } = await client.jobs.check(place);
      const { state } = await services.finished(jobId);
      if (state !== 'done') throw new Error(`the check ended as ${state}`);
      return (performance.now() - start) / 1000;
    };
    const seconds = await check();
    const again = await check();
    const { length } = await client.flags.list(place);
    return { seconds, again, flags: length };
  } finally {
    await services.close();
  }
}
