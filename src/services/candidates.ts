/** Possible partners of a sentence, with what speaks for each, judged by a stretch of the texts around it. */
import type { Candidate } from '../contract/index.ts';
import { AppError } from '../core/errors.ts';
import {
  type BeadRow,
  beadOfSource,
  beadOfTarget,
  getSegment,
  isWall,
  linksOf,
  type SegmentRow,
} from '../store/index.ts';
import type { Pool } from '../workers/pool.ts';
import type { IndexedAlignment } from './documentIndex.ts';
import { firstAtLeast } from './documentTables.ts';
import { sayEvidence } from './inspect.ts';
import type { OpenProject } from './openProjects.ts';
import { loadStretch, toAlignment, toLinks } from './pairTexts.ts';

/** Groups on either side among which partners are looked for. */
const AROUND = 150;
/** Confirmed pairs that teach words of this stretch. */
const MOST_TAUGHT = 100;

export type Side = 'source' | 'target';
export interface Question {
  readonly side: Side;
  readonly segment: SegmentRow;
  readonly bead: BeadRow;
}
interface Asked {
  readonly documentId: number;
  readonly furniture: boolean;
  readonly most: number;
}

/** The row of a sentence, or null where it is hidden. */
export function rowOf(
  project: OpenProject,
  documentId: number,
  segment: Pick<SegmentRow, 'versionId' | 'rank'>,
  furniture: boolean,
): number | null {
  const tables = project.tables(documentId);
  const place = firstAtLeast(tables.index.ranksOf(segment.versionId), segment.rank);
  const row = tables.rowsOfSentences(segment.versionId, furniture)[place];
  return row === undefined || row < 0 ? null : row;
}

/** Partners for sentences that stand near each other, in the order of the questions. */
export async function findPartners(
  pool: Pool,
  project: OpenProject,
  alignment: IndexedAlignment,
  questions: readonly Question[],
  asked: Asked,
  around = AROUND,
): Promise<Candidate[][]> {
  const { store } = project;
  const first = questions[0];
  const last = questions.at(-1);
  if (!first || !last) return [];
  const { stretch, pair } = loadStretch(store, alignment, first.bead, last.bead, around);
  const links = toLinks(pair, linksOf(store, alignment.id));
  const aligned = { ...toAlignment(pair, stretch, []), links };
  const numberIn = (side: Side, id: number): number => pair[side].ids.indexOf(id);
  const answers = await pool.run('candidates', {
    source: pair.source.text,
    target: pair.target.text,
    alignment: aligned,
    questions: questions.map(({ side, segment }) => ({ side, segment: numberIn(side, segment.id) })),
    most: asked.most,
    taught: project.taught.choose(
      project.index(asked.documentId).original.lang,
      alignment.target.lang,
      pair.source.text.segments.map(({ text }) => text),
      MOST_TAUGHT,
    ),
  });
  return answers.map((found, q) => {
    const other = questions[q]!.side === 'source' ? 'target' : 'source';
    return found.flatMap(({ segment: number, weight, evidence }) => {
      const segment = getSegment(store, pair[other].ids[number] ?? 0);
      if (!segment) return [];
      const at = aligned.beads.findIndex((bead) => bead[other].includes(number));
      const bead = aligned.beads[at];
      return {
        segmentId: segment.id,
        number: project.index(asked.documentId).numberOf(segment.versionId, segment.rank),
        text: segment.text,
        row: rowOf(project, asked.documentId, segment, asked.furniture),
        weight,
        evidence: sayEvidence(evidence),
        taken: bead !== undefined && bead.source.length > 0 && bead.target.length > 0,
        partner: stretch[at]?.id === questions[q]!.bead.id,
        confirmed: stretch[at] !== undefined && isWall(stretch[at]),
      };
    });
  });
}

/** Throws AppError `not-found` for a sentence that is gone or not of this pair of texts. */
export async function candidatesOf(
  pool: Pool,
  project: OpenProject,
  asked: Asked & { readonly alignmentId: number; readonly segmentId: number },
): Promise<Candidate[]> {
  const { store } = project;
  const alignment = project.index(asked.documentId).alignment(asked.alignmentId);
  const segment = getSegment(store, asked.segmentId);
  const side =
    segment?.versionId === alignment.sourceId
      ? 'source'
      : segment?.versionId === alignment.targetId
        ? 'target'
        : null;
  if (!segment || side === null) throw new AppError('not-found', { what: 'sentence' });
  const find = side === 'source' ? beadOfSource : beadOfTarget;
  const bead = find(store, alignment.id, segment.rank);
  if (!bead) return [];
  const [found] = await findPartners(pool, project, alignment, [{ side, segment, bead }], asked);
  return found ?? [];
}
