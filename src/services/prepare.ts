/** A text as it was cut, page by page: for the screen where page furniture and headings are set right. */
import type { KindCounts, PreparedSentence, segmentKind } from '../contract/index.ts';
import { AppError } from '../core/errors.ts';
import type { SegmentKind } from '../core/model.ts';
import { countKinds, pageOfSegments, segmentBefore } from '../store/index.ts';
import type { OpenProject } from './openProjects.ts';

const KINDS: readonly SegmentKind[] = ['text', 'heading', 'caption', 'list', 'furniture', 'metadata'];

interface Asked {
  readonly documentId: number;
  readonly versionId: number;
  readonly kinds?: (typeof segmentKind)['_output'][] | undefined;
  readonly from: number;
  readonly limit: number;
}

/** Throws AppError `not-found` for a text of another document. */
export function listSentences(
  project: OpenProject,
  asked: Asked,
): { total: number; counts: KindCounts; sentences: PreparedSentence[] } {
  const { store } = project;
  const index = project.index(asked.documentId);
  const { versionId, from, limit } = asked;
  if (!index.versions.some(({ id }) => id === versionId)) throw new AppError('not-found', { what: 'text' });
  const found = countKinds(store, versionId);
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, found.get(kind) ?? 0])) as KindCounts;
  const kinds = asked.kinds ?? null;
  const total = (kinds ?? KINDS).reduce((sum, kind) => sum + counts[kind], 0);
  const page = pageOfSegments(store, versionId, { kinds, from, limit });
  const sentences = page.map((segment, at): PreparedSentence => {
    const before = at > 0 ? page[at - 1] : segmentBefore(store, segment);
    return {
      id: segment.id,
      number: index.numberOf(versionId, segment.rank),
      text: segment.text,
      kind: segment.kind,
      paragraphStart: before?.paragraph !== segment.paragraph,
    };
  });
  return { total, counts, sentences };
}
