/** Projects for tests, in folders that go when the test ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SegmentKind } from '../../src/core/model.ts';
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

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'songsong-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function temporaryProject(path = join(temporaryFolder(), 'test.songsong')): Store {
  const store = createStore(path, { name: 'Thử nghiệm', sourceLang: 'vi', createdAt: 1_700_000_000_000 });
  onTestFinished(() => store.close());
  return store;
}

export const segments = (texts: readonly string[], kind: SegmentKind = 'text') =>
  texts.map((text, i) => ({ text, kind, line: i + 1, paragraph: i, start: 0, end: text.length }));

/** A document with an original and one rendering, aligned 1:1; gives the ids. */
export function addPair(
  store: Store,
  original: readonly string[],
  rendering: readonly string[],
  lang = 'de',
): { documentId: number; sourceId: number; targetId: number; alignmentId: number } {
  return store.transaction(() => {
    const documentId = insertDocument(store, 'Truyện');
    const common = { documentId, label: '', sourceName: 'x.txt', importedAt: 0 };
    const sourceId = insertVersion(store, { ...common, columnRank: 1, role: 'original', lang: 'vi' });
    const targetId = insertVersion(store, { ...common, columnRank: 2, role: 'rendering', lang });
    insertSegments(store, sourceId, segments(original));
    insertSegments(store, targetId, segments(rendering));
    const alignmentId = insertAlignment(store, { sourceId, targetId, engine: 'test', createdAt: 0 });
    insertBeads(
      store,
      alignmentId,
      original.map((_, i) => ({
        sourceTo: (i + 1) * RANK_STEP,
        targetTo: (i + 1) * RANK_STEP,
        status: 'auto' as const,
        score: 0.9,
      })),
    );
    showAlignment(store, alignmentId);
    showDocument(store, documentId, true);
    return { documentId, sourceId, targetId, alignmentId };
  });
}
