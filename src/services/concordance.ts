/** A hit with everything that is linked to its sentence, language by language. */
import type { ConcordanceLine } from '../contract/index.ts';
import {
  type BeadRow,
  beadOfSource,
  beadOfTarget,
  getSegment,
  type SegmentRow,
  type Store,
  segmentsBetween,
} from '../store/index.ts';
import { startOf } from './additions.ts';
import type { IndexedAlignment } from './documentIndex.ts';
import type { PlacedHit } from './find/hits.ts';
import type { RunningSearch } from './find/search.ts';
import type { OpenProject } from './openProjects.ts';

type Column = ConcordanceLine['columns'][number];

export function viewLine(project: OpenProject, search: RunningSearch, hit: PlacedHit): ConcordanceLine {
  const { documentId, versionId, lang } = hit.text;
  const { store } = project;
  const index = project.index(documentId);
  const rank = index.ranksOf(versionId)[hit.place]!;
  const own = index.alignments.find((alignment) => alignment.targetId === versionId);
  // The stretch of the original: the sentence itself, or what its group in its own language holds.
  const bead = own && beadOfTarget(store, own.id, rank);
  const from = own && bead ? startOf(store, bead).sourceTo : rank - 1;
  const to = own && bead ? bead.sourceTo : rank;
  const isOriginal = versionId === index.original.id;
  const sources = isOriginal || bead ? segmentsBetween(store, index.original.id, from, to) : [];
  const view = (segments: readonly SegmentRow[]): Column['sentences'] => {
    const spans = search.spansIn(segments.map(({ text }) => text));
    return segments.map((segment, i) => ({
      id: segment.id,
      number: index.numberOf(segment.versionId, segment.rank),
      text: segment.text,
      kind: segment.kind,
      spans: segment.versionId === versionId ? spans[i]! : [],
    }));
  };
  const columns: Column[] = [
    {
      versionId: index.original.id,
      alignmentId: null,
      beadId: null,
      lang: index.original.lang,
      status: null,
      score: null,
      sentences: view(sources),
    },
    ...index.alignments.map((alignment): Column => {
      const beads = alignment === own && bead ? [bead] : beadsOver(store, alignment, sources);
      const one = beads.length === 1 ? beads[0]! : null;
      return {
        versionId: alignment.targetId,
        alignmentId: alignment.id,
        beadId: one?.id ?? null,
        lang: alignment.target.lang,
        status: one?.status ?? null,
        score: one?.score ?? null,
        sentences: view(targetsOf(store, alignment, beads)),
      };
    }),
  ];
  return {
    documentId,
    title: index.document.title,
    row: hit.row,
    hit: { lang, versionId, segmentId: hit.segmentId },
    columns: isOriginal || own ? columns : [...columns, alone(store, hit, view)],
  };
}

/** A rendering that is not aligned stands for itself. */
const alone = (
  store: Store,
  { text: { versionId, lang }, segmentId }: PlacedHit,
  view: (segments: readonly SegmentRow[]) => Column['sentences'],
): Column => ({
  versionId,
  alignmentId: null,
  beadId: null,
  lang,
  status: null,
  score: null,
  sentences: view([getSegment(store, segmentId)!]),
});

/** Beads that hold some of these sentences of the original. */
function beadsOver(store: Store, alignment: IndexedAlignment, sources: readonly SegmentRow[]): BeadRow[] {
  const beads = new Map<number, BeadRow>();
  for (const { rank } of sources) {
    const bead = beadOfSource(store, alignment.id, rank);
    if (bead) beads.set(bead.id, bead);
  }
  return [...beads.values()];
}

const targetsOf = (store: Store, alignment: IndexedAlignment, beads: readonly BeadRow[]): SegmentRow[] =>
  beads.flatMap((bead) => [
    ...segmentsBetween(store, alignment.targetId, startOf(store, bead).targetTo, bead.targetTo),
  ]);
