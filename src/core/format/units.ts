/**
 * Translation units out of alignments. In pairs a unit is a bead. Over several languages a unit is a connected component over the
 * original: where German groups two sentences and Chinese does not, the unit takes both, so that no unit is cut in any language.
 */
import type { SegmentKind } from '../model.ts';

export interface UnitBead {
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly score: number | null;
  readonly status?: string;
}
export interface UnitText {
  readonly lang: string;
  readonly segments: readonly { readonly text: string; readonly kind: SegmentKind }[];
}
export interface UnitRendering extends UnitText {
  /** Monotone, as the aligner gives them. */
  readonly beads: readonly UnitBead[];
  /** True where the rendering as a whole is none: nothing of it goes out. */
  readonly isNoTranslation?: boolean;
}
export interface UnitOptions {
  /** Page furniture goes out too. */
  readonly furniture?: boolean;
  /** Statuses that go out; all where left out. */
  readonly statuses?: readonly string[];
}

export interface UnitVariant {
  /** The place of the rendering in the list, -1 for the original. */
  readonly column: number;
  readonly lang: string;
  readonly text: string;
  /** Of the beads that went into it: each status once, and the lowest score. */
  readonly statuses: readonly string[];
  readonly score: number | null;
}
export interface Unit {
  /** Number of its first original segment, from 0. */
  readonly first: number;
  /** The original first, then the renderings that have a text here. */
  readonly variants: readonly UnitVariant[];
}
export type LeftOutReason = 'one-sided' | 'status' | 'furniture' | 'empty' | 'not-a-translation';
export interface Units {
  readonly units: readonly Unit[];
  /** Beads that did not go out, by reason. */
  readonly leftOut: ReadonlyMap<LeftOutReason, number>;
  /** Units that grew because languages group differently. */
  readonly coarsened: number;
}

/** Sentences of one unit in a row; Chinese and Japanese are written without spaces between them. */
export const joinSentences = (texts: readonly string[], lang: string): string =>
  texts.join(/^(zh|ja)\b/i.test(lang) ? '' : ' ');

interface Kept {
  readonly column: number;
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly bead: UnitBead;
}

/** Makes units of one original with one rendering (pairs) or several (closed over the original). */
export function makeUnits(
  source: UnitText,
  renderings: readonly UnitRendering[],
  options: UnitOptions = {},
): Units {
  const leftOut = new Map<LeftOutReason, number>();
  const kept: Kept[] = [];
  renderings.forEach((rendering, column) => {
    for (const bead of rendering.beads) {
      const part = keepBead(source, rendering, bead, options);
      if (typeof part === 'string') leftOut.set(part, (leftOut.get(part) ?? 0) + 1);
      else kept.push({ column, bead, ...part });
    }
  });
  const last = spansOver(source.segments.length, kept);
  const members = new Map<number, Kept[]>();
  const firstOf = componentStarts(last);
  for (const one of kept) {
    const first = firstOf[one.source[0]!]!;
    members.set(first, [...(members.get(first) ?? []), one]);
  }
  let coarsened = 0;
  const units = [...members]
    .sort(([a], [b]) => a - b)
    .map(([first, parts]): Unit => {
      const columns = new Set(parts.map((part) => part.column));
      if (columns.size < parts.length) coarsened += 1;
      const original = [...new Set(parts.flatMap((part) => part.source))].sort((a, b) => a - b);
      const variants: UnitVariant[] = [variantOf(-1, source, original, [])];
      renderings.forEach((rendering, column) => {
        const mine = parts.filter((part) => part.column === column);
        const target = mine.flatMap((part) => part.target);
        if (mine.length > 0) variants.push(variantOf(column, rendering, target, mine));
      });
      return { first, variants };
    });
  return { units, leftOut, coarsened };
}

function keepBead(
  source: UnitText,
  rendering: UnitRendering,
  bead: UnitBead,
  { furniture = false, statuses }: UnitOptions,
): { source: readonly number[]; target: readonly number[] } | LeftOutReason {
  if (rendering.isNoTranslation) return 'not-a-translation';
  const goesOut = (text: UnitText, i: number): boolean => {
    const kind = text.segments[i]!.kind;
    return furniture || (kind !== 'furniture' && kind !== 'metadata');
  };
  const sources = bead.source.filter((i) => goesOut(source, i));
  const targets = bead.target.filter((i) => goesOut(rendering, i));
  if (sources.length === 0 && targets.length === 0) return 'furniture';
  if (bead.source.length === 0 || bead.target.length === 0) return 'one-sided';
  if (sources.length === 0 || targets.length === 0) return 'furniture';
  if (statuses && bead.status !== undefined && !statuses.includes(bead.status)) return 'status';
  const isEmpty = (text: UnitText, numbers: readonly number[]): boolean =>
    numbers.every((i) => text.segments[i]!.text.trim() === '');
  if (isEmpty(source, sources) || isEmpty(rendering, targets)) return 'empty';
  return { source: sources, target: targets };
}

/** For each original segment the last one that some bead ties it to. */
function spansOver(length: number, kept: readonly Kept[]): Int32Array {
  const last = Int32Array.from({ length }, (_, i) => i);
  for (const { source } of kept) last[source[0]!] = Math.max(last[source[0]!]!, source[source.length - 1]!);
  return last;
}

/** For each original segment the first one of its component: components are runs of overlapping spans. */
function componentStarts(last: Int32Array): Int32Array {
  const starts = new Int32Array(last.length);
  let start = 0;
  let end = -1;
  for (let i = 0; i < last.length; i++) {
    if (i > end) start = i;
    end = Math.max(end, last[i]!);
    starts[i] = start;
  }
  return starts;
}

function variantOf(
  column: number,
  text: UnitText,
  numbers: readonly number[],
  parts: readonly Kept[],
): UnitVariant {
  const scores = parts.map(({ bead }) => bead.score).filter((score) => score !== null);
  return {
    column,
    lang: text.lang,
    text: joinSentences(
      numbers.map((i) => text.segments[i]!.text),
      text.lang,
    ),
    statuses: [...new Set(parts.flatMap(({ bead }) => (bead.status === undefined ? [] : [bead.status])))],
    score: scores.length > 0 ? Math.min(...scores) : null,
  };
}
