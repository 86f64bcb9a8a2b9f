/**
 * Terms that recur in the original, and the word of the target by which this document usually renders each of them. Learnt from
 * the beads: a piece of the target that stands in nearly all beads of the term and in few others. Pieces are what needs no
 * segmenter: runs of Vietnamese syllables, pairs of Chinese characters, German and Russian words cut to a stem.
 */
import { isStopWord } from '../text/index.ts';
import { type CheckContext, isTwoSided, type Side } from './check.ts';
import { stemOf } from './stems.ts';
import { isMark, TermRuns } from './termRuns.ts';

/** An occurrence of a term in the original. */
export interface Occurrence {
  readonly bead: number;
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

export interface RecurringTerm {
  /** Folded words, joined by spaces. */
  readonly text: string;
  readonly occurrences: readonly Occurrence[];
  /** Piece of the target that renders it. */
  readonly rendering: string;
  /** Beads with the term and the rendering, and with the term alone. */
  readonly with: readonly number[];
  readonly without: readonly number[];
  /** Share of the beads with the rendering that have the term. */
  readonly precision: number;
  /** Whether the lexicon knows the rendering for a word of the term. */
  readonly supported: boolean;
}

/** A term in fewer beads has no usual rendering; one in more is a word of every day. */
const LEAST_BEADS = 3;
const MOST_BEADS = 60;
/** So often a term must have been rendered alike. */
const LEAST_JOINT = 2;
/** At most this share of the beads may be without the usual rendering. */
const MINORITY = 0.5;
/** At least this share of the beads with the rendering must have the term; more where the lexicon does not know it. */
const LEAST_PRECISION = 0.55;
const PRECISION_UNSUPPORTED = 0.8;
const JOINT_UNSUPPORTED = 3;

const langOf = (context: CheckContext, side: Side): string =>
  (side === 'source' ? context.sourceLang : context.targetLang).slice(0, 2);

const isSpaced = (lang: string): boolean => lang !== 'zh' && lang !== 'ja';

interface Run {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const collectOccurrences = (context: CheckContext): Map<string, Occurrence[]> => {
  const runs = new TermRuns(langOf(context, 'source'));
  const segments = context.beads.flatMap((bead, index) =>
    isTwoSided(bead)
      ? bead.source.map((segment) => ({
          bead: index,
          segment,
          words: runs.read(context.words('source', segment)),
        }))
      : [],
  );
  // Runs of two words first: most do not recur, and no longer one that begins with them does.
  for (const { bead, words } of segments) runs.countShort(words, bead);
  for (const { bead, words } of segments)
    runs.visit(words, (run, isTerm, length) => {
      if (!isTerm) return true;
      if (length > 2) runs.count(run, bead);
      return length > 2 || runs.beadsOf(run) >= LEAST_BEADS;
    });
  const found = new Map<number, Occurrence[]>();
  for (const { bead, segment, words } of segments)
    runs.visit(words, (run, isTerm, _length, start, end) => {
      if (!isTerm) return true;
      const count = runs.beadsOf(run);
      if (count < LEAST_BEADS) return false;
      if (count > MOST_BEADS) return true;
      const list = found.get(run);
      if (list) list.push({ bead, segment, start, end });
      else found.set(run, [{ bead, segment, start, end }]);
      return true;
    });
  return new Map([...found].map(([run, list]) => [runs.spell(run), list]));
};

/** Pieces of one target segment, with the words they come from. */
const piecesOf = (context: CheckContext, segment: number): Run[] => {
  const lang = langOf(context, 'target');
  const words = context.words('target', segment);
  if (!isSpaced(lang) || lang === 'vi')
    return words.flatMap((word, index) => {
      const next = words[index + 1];
      return next && next.start - word.end <= (lang === 'vi' ? 1 : 0)
        ? [{ key: `${word.fold} ${next.fold}`, start: word.start, end: next.end }]
        : [];
    });
  return words.flatMap((word, index) => {
    if (word.fold.length < 4 || isStopWord(word.fold, lang)) return [];
    const key = stemOf(word.fold, lang);
    const next = words[index + 1];
    const marked = isMark(next);
    return [
      { key, start: word.start, end: word.end },
      ...(marked ? [{ key: `${key} ${next!.fold}`, start: word.start, end: next!.end }] : []),
    ];
  });
};

interface PieceUse {
  readonly bead: number;
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

const indexPieces = (context: CheckContext): Map<string, PieceUse[]> => {
  const index = new Map<string, PieceUse[]>();
  for (const [bead, one] of context.beads.entries()) {
    if (!isTwoSided(one)) continue;
    for (const segment of one.target)
      for (const { key, start, end } of piecesOf(context, segment)) {
        const list = index.get(key);
        const use = { bead, segment, start, end };
        if (list) list.push(use);
        else index.set(key, [use]);
      }
  }
  return index;
};

const meets = (
  a: { readonly segment: number; readonly start: number; readonly end: number },
  b: { readonly segment: number; readonly start: number; readonly end: number },
): boolean => a.segment === b.segment && a.start < b.end && b.start < a.end;

/** Whether the lexicon has words of the target for the whole term: then another word does not render it as a rule. */
const isKnown = (context: CheckContext, occurrence: Occurrence): boolean =>
  context
    .renderings(occurrence.bead)
    .source.some(
      (unit) =>
        unit.segment === occurrence.segment &&
        unit.start <= occurrence.start &&
        occurrence.end <= unit.end &&
        unit.concepts.some((concept) => context.forms(concept, context.targetLang).length > 0),
    );

const groupByBead = <T extends { readonly bead: number }>(list: readonly T[]): Map<number, T[]> => {
  const groups = new Map<number, T[]>();
  for (const one of list) {
    const group = groups.get(one.bead);
    if (group) group.push(one);
    else groups.set(one.bead, [one]);
  }
  return groups;
};

/** What the lexicon says of a piece in the beads of a term: it renders the term, or something else there. */
const weighByLexicon = (
  context: CheckContext,
  occurrences: ReadonlyMap<number, readonly Occurrence[]>,
  uses: readonly PieceUse[],
): { readonly supported: boolean; readonly explained: boolean } => {
  let [supporting, explaining, joint] = [0, 0, 0];
  for (const [bead, here] of groupByBead(uses)) {
    const terms = occurrences.get(bead);
    if (!terms) continue;
    joint++;
    const units = context
      .renderings(bead)
      .target.filter((unit) => unit.partners.length > 0 && here.some((use) => meets(use, unit)));
    const renders = units.some((unit) =>
      unit.partners.some((partner) => terms.some((one) => meets(one, partner))),
    );
    if (renders) supporting++;
    else if (units.length > 0) explaining++;
  }
  return { supported: supporting * 2 > joint, explained: explaining * 3 > joint };
};

/** Whether the lexicon knows the term as a whole nearly everywhere. */
const isKnownTerm = (context: CheckContext, occurrences: readonly Occurrence[]): boolean =>
  occurrences.filter((one) => isKnown(context, one)).length * 2 > occurrences.length;

/** Terms with a usual rendering, whether or not it is missing somewhere. */
export const findRecurring = (context: CheckContext): readonly RecurringTerm[] => {
  const pieces = indexPieces(context);
  const beadCount = new Map<string, number>();
  const keysOf: (string[] | undefined)[] = [];
  for (const [key, uses] of pieces) {
    const beads = new Set(uses.map((one) => one.bead));
    // A piece in one bead renders no term that recurs; one in far more beads than a term may have is a word of every day.
    if (beads.size < LEAST_JOINT || beads.size > MOST_BEADS / LEAST_PRECISION) continue;
    beadCount.set(key, beads.size);
    for (const bead of beads) {
      const list = keysOf[bead];
      if (list) list.push(key);
      else keysOf[bead] = [key];
    }
  }
  const terms: RecurringTerm[] = [];
  for (const [text, occurrences] of collectOccurrences(context)) {
    const byBead = groupByBead(occurrences);
    const beads = [...byBead.keys()];
    let known: boolean | null = null;
    if (beads.length < LEAST_BEADS || beads.length > MOST_BEADS) continue;
    const joints = new Map<string, number>();
    for (const bead of beads)
      for (const key of keysOf[bead] ?? []) joints.set(key, (joints.get(key) ?? 0) + 1);
    const least = Math.max(LEAST_JOINT, Math.ceil(beads.length * (1 - MINORITY)));
    const candidates = [...joints]
      .filter(([key, joint]) => joint >= least && joint / beadCount.get(key)! >= LEAST_PRECISION)
      .map(([key, joint]) => ({ key, joint, precision: joint / beadCount.get(key)! }))
      .sort((a, b) => b.joint * b.precision - a.joint * a.precision || (a.key < b.key ? -1 : 1))
      .slice(0, 4);
    for (const { key, joint, precision } of candidates) {
      const { supported, explained } = weighByLexicon(context, byBead, pieces.get(key)!);
      if (!supported) {
        if (explained || joint < JOINT_UNSUPPORTED || precision < PRECISION_UNSUPPORTED) continue;
        known ??= isKnownTerm(context, occurrences);
        if (known) continue;
      }
      const having = new Set(pieces.get(key)!.map((use) => use.bead));
      terms.push({
        text,
        occurrences,
        rendering: key,
        with: beads.filter((bead) => having.has(bead)),
        without: beads.filter((bead) => !having.has(bead)),
        precision,
        supported,
      });
      break;
    }
  }
  return terms;
};
