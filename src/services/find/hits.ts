/** Hits in the order of rows and columns, page by page. */
import type { FindHit } from '../../contract/index.ts';
import { getSegment, hashText, type SegmentRow } from '../../store/index.ts';
import type { OpenProject } from '../openProjects.ts';
import type { FoundSpan } from './pattern.ts';
import type { RunningSearch, SearchScope, TextHits } from './search.ts';

/** How long a question waits for its answer to be whole, in ms. */
const PATIENCE = 120;

export interface PageAsked extends SearchScope {
  readonly from: number;
  readonly limit: number;
  readonly furniture: boolean;
  readonly nearRow?: number | undefined;
}
export interface PlacedHit {
  readonly text: TextHits;
  /** Place of the sentence in its text. */
  readonly place: number;
  readonly segmentId: number;
  readonly row: number | null;
}

const visibleRow = (row: number): number => (row < 0 ? ~row : row);

/** Merges the hits of the texts of one document, row by row; within a row the original comes first. */
function* mergeTexts(search: RunningSearch, texts: readonly TextHits[], furniture: boolean) {
  const columns = texts.map((text) => ({
    text,
    rows: search.tables(text.documentId).rowsOfSentences(text.versionId, furniture),
    at: 0,
  }));
  for (;;) {
    let best: (typeof columns)[number] | null = null;
    let bestRow = 0;
    for (const column of columns) {
      if (column.at >= column.text.places.length) continue;
      const row = visibleRow(column.rows[column.text.places[column.at]!]!);
      if (best && row >= bestRow) continue;
      best = column;
      bestRow = row;
    }
    if (!best) return;
    const place = best.text.places[best.at++]!;
    const row = best.rows[place]!;
    yield { text: best.text, place, row: row < 0 ? null : row, order: bestRow };
  }
}

/** The hits `from` to `from + limit`, and the place of the first one at or after a row. */
export function placeHits(
  search: RunningSearch,
  { from, limit, furniture, nearRow }: Pick<PageAsked, 'from' | 'limit' | 'furniture' | 'nearRow'>,
): { hits: PlacedHit[]; near: number | null } {
  const hits: PlacedHit[] = [];
  let near: number | null = null;
  let at = 0;
  const documents = [...new Set(search.texts.map(({ documentId }) => documentId))];
  for (const documentId of documents) {
    const texts = search.texts.filter((text) => text.documentId === documentId);
    const tables = search.tables(documentId);
    for (const { order, ...hit } of mergeTexts(search, texts, furniture)) {
      if (nearRow !== undefined && near === null && order >= nearRow) near = at;
      if (at >= from && at < from + limit)
        hits.push({ ...hit, segmentId: tables.ids(hit.text.versionId)[hit.place]! });
      at++;
      if (at >= from + limit && (nearRow === undefined || near !== null)) break;
    }
  }
  return { hits, near };
}

/** A page as far as was looked; waits a moment for the search to be whole. */
export async function findPage(project: OpenProject, asked: PageAsked, patience = PATIENCE) {
  const search = await project.searches.look(asked, patience);
  const { hits, near } = placeHits(search, asked);
  const count = (texts: readonly TextHits[]): number =>
    texts.reduce((sum, { places }) => sum + places.length, 0);
  return {
    search,
    placed: hits,
    page: {
      total: count(search.texts),
      complete: search.complete,
      progress: search.complete ? 1 : search.progress,
      languages: [...new Set(search.texts.map(({ lang }) => lang))].map((lang) => ({
        lang,
        total: count(search.texts.filter((text) => text.lang === lang)),
      })),
      near,
      from: asked.from,
    },
  };
}

export function viewHits(project: OpenProject, search: RunningSearch, hits: readonly PlacedHit[]): FindHit[] {
  const segments = hits.map(({ segmentId }) => getSegment(project.store, segmentId)!);
  const spans = search.spansIn(segments.map(({ text }) => text));
  return hits.map((hit, i) => viewHit(project, hit, segments[i]!, spans[i]!));
}

function viewHit(
  project: OpenProject,
  hit: PlacedHit,
  segment: SegmentRow,
  spans: readonly FoundSpan[],
): FindHit {
  const { documentId, versionId, lang } = hit.text;
  const index = project.index(documentId);
  return {
    documentId,
    versionId,
    alignmentId: index.alignments.find(({ targetId }) => targetId === versionId)?.id ?? null,
    lang,
    row: hit.row,
    segmentId: segment.id,
    number: hit.place + 1,
    kind: segment.kind,
    text: segment.text,
    spans: [...spans],
    stamp: hashText(segment.text),
  };
}
