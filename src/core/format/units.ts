/**
 * Translation units out of alignments, as a stream. In pairs a unit is a bead. Over several languages a unit is a connected component
 * over the original: where German groups two sentences and Chinese does not, the unit takes both, so that no unit is cut in any
 * language.
 */
import type { SegmentKind } from '../model.ts';
import { hashText } from './hash.ts';
import type { OutSentence, OutUnit, OutVariant } from './write/model.ts';

export interface UnitSegment extends OutSentence {
  /** Its place in its text, ascending. */
  readonly number: number;
  readonly kind: SegmentKind;
}
export interface UnitBead {
  readonly source: readonly UnitSegment[];
  readonly target: readonly UnitSegment[];
  readonly score: number | null;
  readonly status?: string;
  /** Unix milliseconds of the last change to it or to its sentences. */
  readonly changedAt?: number | null;
}
export interface UnitRendering {
  readonly lang: string;
  /** Monotone, as the aligner gives them. */
  readonly beads: Iterable<UnitBead>;
  /** True where the rendering as a whole is none: nothing of it goes out. */
  readonly isNoTranslation?: boolean;
}
export interface UnitOptions {
  /** Page furniture goes out too. */
  readonly furniture?: boolean;
  /** Statuses that go out; all where left out. */
  readonly statuses?: readonly string[];
  /** Beads that scored lower stay; a person's bead has no score and goes out. */
  readonly lowestScore?: number;
  /** Only what was changed at or after this time, in unix milliseconds. */
  readonly changedSince?: number;
  /** `first`: of units with the same texts in all languages only the first one. */
  readonly repeats?: 'all' | 'first';
}

export const LEFT_OUT_REASONS = [
  'one-sided',
  'status',
  'furniture',
  'empty',
  'not-a-translation',
  'score',
  'unchanged',
  'repeated',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Counted while the units stream by. */
export interface UnitTally {
  units: number;
  variants: number;
  /** Beads (of `repeated`: units) that did not go out, by reason. */
  readonly leftOut: Map<LeftOutReason, number>;
  /** Units that grew because languages group differently. */
  coarsened: number;
}
export const newTally = (): UnitTally => ({ units: 0, variants: 0, leftOut: new Map(), coarsened: 0 });

/** Sentences of one unit in a row; Chinese and Japanese are written without spaces between them. */
export const joinSentences = (texts: readonly string[], lang: string): string =>
  texts.length === 1 ? texts[0]! : texts.join(/^(zh|ja)\b/i.test(lang) ? '' : ' ');

/** Units of one original with one rendering (pairs) or several; column 0 of a unit is the original. */
export function* streamUnits(
  sourceLang: string,
  renderings: readonly UnitRendering[],
  options: UnitOptions & {
    /** Makes ids unique over the documents of one file. */
    readonly prefix?: string;
    readonly document?: string;
    /** Place in the file's head of each rendering; 1, 2, … where left out. */
    readonly columns?: readonly number[];
  } = {},
  tally: UnitTally = newTally(),
  seen: Set<number> = new Set(),
): Generator<OutUnit> {
  const { prefix = '', document = '', columns = renderings.map((_, i) => i + 1) } = options;
  if (renderings.length === 1) {
    // In pairs a unit is a bead: most of what there is to export, and the larger part of it.
    for (const bead of keptBeads(renderings[0]!, options, tally)) {
      const unit = unitOf(sourceLang, renderings, [[bead]], columns, prefix, document);
      if (countUnit(unit, options, tally, seen)) yield unit;
    }
    return;
  }
  const streams = renderings.map((rendering) => keptBeads(rendering, options, tally));
  const heads = streams.map((stream) => stream.next().value);
  for (;;) {
    let end = -1;
    for (const head of heads)
      if (head && (end < 0 || head.source[0]!.number < end)) end = head.source[0]!.number;
    if (end < 0) return;
    const parts: UnitBead[][] = renderings.map(() => []);
    // What reaches over the end of one language's group draws in the next group of another, until all end together.
    for (let grew = true; grew; ) {
      grew = false;
      for (let i = 0; i < heads.length; i++)
        for (let head = heads[i]; head && head.source[0]!.number <= end; head = heads[i]) {
          parts[i]!.push(head);
          const last = head.source[head.source.length - 1]!.number;
          if (last > end) [end, grew] = [last, true];
          heads[i] = streams[i]!.next().value;
        }
    }
    const unit = unitOf(sourceLang, renderings, parts, columns, prefix, document);
    if (!countUnit(unit, options, tally, seen)) continue;
    if (parts.some((mine) => mine.length > 1)) tally.coarsened += 1;
    yield unit;
  }
}

/** False where it repeats another and only the first is wanted. */
function countUnit(unit: OutUnit, options: UnitOptions, tally: UnitTally, seen: Set<number>): boolean {
  if (options.repeats === 'first' && isRepeated(unit, seen)) {
    addTo(tally, 'repeated');
    return false;
  }
  tally.units += 1;
  tally.variants += unit.variants.length;
  return true;
}

const addTo = (tally: UnitTally, reason: LeftOutReason): void => {
  tally.leftOut.set(reason, (tally.leftOut.get(reason) ?? 0) + 1);
};

/** Remembers hashes of 53 bits and not the texts: of five million units two different ones meet once in a thousand exports. */
function isRepeated(unit: OutUnit, seen: Set<number>): boolean {
  const hash = hashText(unit.variants.map(({ column, text }) => `${column}\t${text}`).join('\n'));
  if (seen.has(hash)) return true;
  seen.add(hash);
  return false;
}

function* keptBeads(
  rendering: UnitRendering,
  options: UnitOptions,
  tally: UnitTally,
): Generator<UnitBead, undefined> {
  for (const bead of rendering.beads) {
    const part = keepBead(rendering, bead, options);
    if (typeof part === 'string') addTo(tally, part);
    else yield part;
  }
  return undefined;
}

const isEmpty = (segments: readonly UnitSegment[]): boolean => segments.every(({ text }) => !/\S/.test(text));

function keepBead(rendering: UnitRendering, bead: UnitBead, options: UnitOptions): UnitBead | LeftOutReason {
  const { furniture = false, statuses, lowestScore, changedSince } = options;
  if (rendering.isNoTranslation) return 'not-a-translation';
  const body = (segments: readonly UnitSegment[]): readonly UnitSegment[] =>
    furniture || segments.every(goesOut) ? segments : segments.filter(goesOut);
  const source = body(bead.source);
  const target = body(bead.target);
  if (source.length === 0 && target.length === 0) return 'furniture';
  if (bead.source.length === 0 || bead.target.length === 0) return 'one-sided';
  if (source.length === 0 || target.length === 0) return 'furniture';
  if (statuses && bead.status !== undefined && !statuses.includes(bead.status)) return 'status';
  if (lowestScore !== undefined && bead.score !== null && bead.score < lowestScore) return 'score';
  if (changedSince !== undefined && (bead.changedAt ?? 0) < changedSince) return 'unchanged';
  if (isEmpty(source) || isEmpty(target)) return 'empty';
  return source === bead.source && target === bead.target ? bead : { ...bead, source, target };
}
const goesOut = ({ kind }: UnitSegment): boolean => kind !== 'furniture' && kind !== 'metadata';

function unitOf(
  sourceLang: string,
  renderings: readonly UnitRendering[],
  parts: readonly (readonly UnitBead[])[],
  columns: readonly number[],
  prefix: string,
  document: string,
): OutUnit {
  const original = sourcesOf(parts);
  const variants: OutVariant[] = [variantOf(0, sourceLang, original, [])];
  let changedAt: number | null = null;
  parts.forEach((mine, i) => {
    if (mine.length === 0) return;
    const target = mine.length === 1 ? mine[0]!.target : mine.flatMap((part) => part.target);
    variants.push(variantOf(columns[i]!, renderings[i]!.lang, target, mine));
    for (const bead of mine)
      if (bead.changedAt != null && bead.changedAt > (changedAt ?? 0)) changedAt = bead.changedAt;
  });
  return { id: `${prefix}${original[0]!.number}`, document, changedAt, variants };
}

/** The sentences of the original that any language has in the unit, each once, in order. */
function sourcesOf(parts: readonly (readonly UnitBead[])[]): readonly UnitSegment[] {
  const filled = parts.filter((mine) => mine.length > 0);
  if (filled.length === 1 && filled[0]!.length === 1) return filled[0]![0]!.source;
  const byNumber = new Map<number, UnitSegment>();
  for (const mine of filled)
    for (const { source } of mine) for (const one of source) byNumber.set(one.number, one);
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

function variantOf(
  column: number,
  lang: string,
  sentences: readonly UnitSegment[],
  parts: readonly UnitBead[],
): OutVariant {
  let score: number | null = null;
  const statuses: string[] = [];
  for (const bead of parts) {
    if (bead.score !== null && (score === null || bead.score < score)) score = bead.score;
    if (bead.status !== undefined && !statuses.includes(bead.status)) statuses.push(bead.status);
  }
  const text =
    sentences.length === 1
      ? sentences[0]!.text
      : joinSentences(
          sentences.map((one) => one.text),
          lang,
        );
  return { column, text, statuses, score, sentences };
}
