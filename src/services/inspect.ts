/** What the inspector shows of one bead, and the spans that are tinted in sentences. */
import type { EvidenceLine } from '../core/align/index.ts';
import { extractFacts } from '../core/facts/index.ts';
import type { NameMention } from '../core/facts/model.ts';
import { baseLanguage } from '../core/text/index.ts';
import { type BeadRow, getSegment, getVersion, segmentsBetween } from '../store/index.ts';
import type { Pool } from '../workers/pool.ts';
import { startOf } from './additions.ts';
import type { DocumentIndex, IndexedAlignment } from './documentIndex.ts';
import { summariseEdit } from './historyViews.ts';
import type { OpenProject } from './openProjects.ts';
import { loadStretch, toAlignment } from './pairTexts.ts';
import { createTermTints, type TermTints } from './termTints.ts';

/** Beads on either side that the evidence is judged by. */
const AROUND = 40;
/** Confirmed pairs that teach words of the bead. */
const MOST_TAUGHT = 40;

/** What speaks for and against a bead, strongest first; nothing for beads with one side. */
async function gatherEvidence(pool: Pool, project: OpenProject, alignment: IndexedAlignment, bead: BeadRow) {
  const { store } = project;
  const { start, stretch, pair } = loadStretch(store, alignment, bead, bead, AROUND);
  const aligned = toAlignment(pair, stretch, []);
  const explained = aligned.beads[stretch.findIndex(({ id }) => id === bead.id)];
  if (!start || !explained || explained.source.length === 0 || explained.target.length === 0) return [];
  const lines = await pool.run('explain', {
    source: pair.source.text,
    target: pair.target.text,
    alignment: aligned,
    bead: explained,
    taught: project.taught.chooseQuickly(
      pair.source.text.lang,
      pair.target.text.lang,
      explained.source.map((number) => pair.source.text.segments[number]!.text),
      MOST_TAUGHT,
    ),
  });
  return sayEvidence(lines);
}

/** Lines of evidence as codes of EVIDENCE. */
export const sayEvidence = (lines: readonly EvidenceLine[]) =>
  lines.map(({ evidence, code, params, weight }) => ({
    source: evidence,
    say: `evidence.${code}`,
    params: { ...params },
    weight,
  }));

export async function inspectBead(pool: Pool, project: OpenProject, index: DocumentIndex, bead: BeadRow) {
  const { store } = project;
  const alignment = index.alignment(bead.alignmentId);
  const start = startOf(store, bead);
  const ids = [
    ...segmentsBetween(store, alignment.sourceId, start.sourceTo, bead.sourceTo),
    ...segmentsBetween(store, alignment.targetId, start.targetTo, bead.targetTo),
  ].map(({ id }) => id);
  const { history } = store;
  const edits = new Map(
    [...history.ofRow('bead', bead.id, 50), ...ids.flatMap((id) => history.ofRow('segment', id, 20))].map(
      (edit) => [edit.editId, edit],
    ),
  );
  return {
    evidence: await gatherEvidence(pool, project, alignment, bead),
    history: [...edits.values()].sort((a, b) => b.editId - a.editId).map(summariseEdit),
  };
}

export interface Tint {
  readonly segmentId: number;
  readonly start: number;
  readonly end: number;
  readonly kind: 'number' | 'date' | 'name' | 'term';
  /** What it means, for the hover: 150 tỷ is 150,000,000,000. */
  readonly value: string;
}

/** Spans of one sentence never overlap: a date wins over the numbers in it. */
export function tintSegments(project: OpenProject, segmentIds: readonly number[]): Tint[] {
  const { store } = project;
  const langs = new Map<number, string>();
  const terms = createTermTints(project.glossary());
  return segmentIds.flatMap((segmentId) => {
    const segment = getSegment(store, segmentId);
    if (!segment) return [];
    const lang = langs.get(segment.versionId) ?? getVersion(store, segment.versionId)?.lang ?? 'und';
    langs.set(segment.versionId, lang);
    return tintText(segment.text, lang, terms).map((tint) => ({ segmentId, ...tint }));
  });
}

/** What is a name for sure without its partner beside it: a wrong tint misleads, a missing one does not. */
const isSureName = (name: NameMention, lang: string): boolean =>
  name.kind !== 'other' && !(name.kind === 'person' && baseLanguage(lang) === 'zh');

function tintText(text: string, lang: string, terms: TermTints): Omit<Tint, 'segmentId'>[] {
  const facts = extractFacts(text, lang);
  const tints = [
    ...facts.dates.map(({ start, end, year, month, day }) => ({
      start,
      end,
      kind: 'date' as const,
      value: [year, month, day]
        .filter((part) => part !== null)
        .map((part) => String(part).padStart(2, '0'))
        .join('-'),
    })),
    ...terms.ofProject(text, lang),
    ...facts.names
      .filter((name) => isSureName(name, lang))
      .map(({ start, end, key }) => ({ start, end, kind: 'name' as const, value: key })),
    ...facts.quantities.map(({ start, end, values, unit }) => ({
      start,
      end,
      kind: 'number' as const,
      value: `${values[0]?.toLocaleString('en-US', { maximumFractionDigits: 10 }) ?? ''}${unit ? ` ${unit}` : ''}`,
    })),
    ...terms.ofTermbase(text, lang),
  ];
  let last = 0;
  return tints
    .map((tint, rank) => ({ ...tint, rank }))
    .sort((a, b) => a.start - b.start || a.rank - b.rank)
    .filter((tint) => {
      if (tint.start < last) return false;
      last = tint.end;
      return true;
    })
    .map(({ rank: _, ...tint }) => tint);
}
