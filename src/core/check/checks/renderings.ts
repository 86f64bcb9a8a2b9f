/**
 * A recurring source term that is rendered the same way nearly everywhere, and otherwise in one place (specification 2.6).
 * What stands there in its stead is a word that renders nothing else of its original.
 */
import { isStopWord } from '../../text/index.ts';
import type { Check, CheckContext, Finding } from '../check.ts';
import { isPointedAt } from '../demonstratives.ts';
import { findStandIn, type Leftover } from '../leftover.ts';
import { quote } from '../messages.ts';
import { findRecurring, type Occurrence, type RecurringTerm } from '../recurring.ts';
import { isNoun } from '../renderings.ts';
import { shareRoot } from '../roots.ts';
import { foldWord, readWords } from '../words.ts';

/** In more beads than this the term has no one usual rendering. */
const MOST_WITHOUT = 1;
const LEAST_WITH = 3;
/** Words of every day vary; a term that the lexicon does not know is more of a term. */
const LEAST_WITH_KNOWN = 4;
/** A word that stands oftener in the translation is no substitute. */
const RARE = 2;

type Place = Pick<Occurrence, 'segment' | 'start' | 'end'>;

const meets = (a: Place, b: Place): boolean => a.segment === b.segment && a.start < b.end && b.start < a.end;

const langOf = (context: CheckContext): string => context.targetLang.slice(0, 2);
const pieceText = (piece: string, lang: string): string =>
  lang === 'zh' ? piece.replaceAll(' ', '') : piece;

/** Finds a piece in a text, also inside a compound and inflected. */
const patternOf = (piece: string, lang: string): RegExp => {
  const [stem = '', mark] = lang === 'zh' ? [pieceText(piece, lang)] : piece.split(' ');
  return new RegExp(mark === undefined ? stem : `${stem}\\p{L}*\\s+${mark}(?!\\p{L})`, 'u');
};

/** Whether the usual rendering stands in a segment, in whatever form. */
const hasIn = (context: CheckContext, term: RecurringTerm, segment: number): boolean => {
  const lang = langOf(context);
  const text = foldWord(context.text('target', segment));
  // Chinese shares a character between two terms: 甲、乙双方 for 甲方 and 乙方.
  return lang === 'zh'
    ? [...pieceText(term.rendering, lang)].every((one) => text.includes(one))
    : patternOf(term.rendering, lang).test(text);
};

const hasRendering = (context: CheckContext, term: RecurringTerm, bead: number): boolean =>
  (context.beads[bead]?.target ?? []).some((segment) => hasIn(context, term, segment));

/** A term inside a name or a value is compared there. */
const isFact = (context: CheckContext, place: Place): boolean => {
  const { names, quantities, dates } = context.facts('source', place.segment);
  // A number word may be a name: `ông Bảy`.
  const values = quantities.filter((quantity) => quantity.hard);
  // A name of one syllable is only a part of the term.
  const whole = names.filter(
    (name) => /\s/u.test(name.text) || name.end - name.start >= place.end - place.start,
  );
  return [...whole, ...values, ...dates].some((fact) => fact.start < place.end && place.start < fact.end);
};

const countRenderings = (context: CheckContext, term: RecurringTerm, bead: number): number => {
  const pattern = new RegExp(patternOf(term.rendering, langOf(context)), 'gu');
  return context.beads[bead]!.target.reduce(
    (sum, segment) => sum + [...foldWord(context.text('target', segment)).matchAll(pattern)].length,
    0,
  );
};

/** Rendered by a word of the lexicon, or cut out of the middle of a word: `thượng nghị` of `thượng nghị viện`. */
const isRendered = (context: CheckContext, place: Occurrence): boolean =>
  context
    .renderings(place.bead)
    .source.some(
      (unit) =>
        meets(unit, place) && (unit.partners.length > 0 || unit.start < place.start || unit.end > place.end),
    );

/** The words as which the rendering stands in its beads, to compare the shape of what stands here. */
const shapeOf = (context: CheckContext, term: RecurringTerm): readonly string[] => {
  const lang = langOf(context);
  const stem = term.rendering.split(' ')[0]!;
  return term.with.flatMap((bead) =>
    context.beads[bead]!.target.flatMap((segment) =>
      context
        .words('target', segment)
        .filter((word) => lang !== 'zh' && word.fold.startsWith(stem))
        .map((word) => word.text),
    ),
  );
};

/** Ending of a Russian adjective that no noun has. */
const ADJECTIVE = /(?:ый|ий|ого|его|ому|ему|ых|их|ыми|ими|ую|юю|(?:н|ск)(?:ое|ая|ой|ые))$/u;
const VERB = /(?:ть|ться|тся|ет|ют|ут|ит|ят|ал|ил|ел|ала|ила|ела|али|или|ели|ало|ило)$/u;

const SCRIPT: Readonly<Record<string, RegExp>> = { ru: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u };

/** A noun is not replaced by a verb: German tells by the capital, Russian by the ending. */
const isAlike = (text: string, others: readonly string[], lang: string): boolean => {
  const share = (fits: (word: string) => boolean): number =>
    others.length === 0 ? 0.5 : others.filter(fits).length / others.length;
  if (lang === 'de') {
    const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
    return share((word) => isCapital(word) === isCapital(text)) >= 0.5;
  }
  if (
    SCRIPT[lang]?.test(text) === false ||
    others.some((other) => shareRoot(text, other, lang === 'ru' ? 4 : 5))
  )
    return false;
  if (lang !== 'ru') return true;
  return [ADJECTIVE, VERB].every((kind) => !kind.test(text) || share((word) => kind.test(word)) >= 0.5);
};

/** Where the term stands without its usual rendering in a bead; null where that is there, or the term needs none. */
const findBare = (context: CheckContext, term: RecurringTerm, bead: number): Occurrence | null => {
  const places = term.occurrences.filter((one) => one.bead === bead);
  const last = places.at(-1)!;
  if (!hasRendering(context, term, bead)) {
    const isMoved = [bead - 1, bead + 1].some(
      (near) => !term.with.includes(near) && hasRendering(context, term, near),
    );
    return isMoved || isRendered(context, last) ? null : last;
  }
  const isShort = places.length > 1 && countRenderings(context, term, bead) < places.length;
  return isShort && term.with.length >= LEAST_WITH_KNOWN ? last : null;
};

const toFinding = (
  context: CheckContext,
  term: RecurringTerm,
  bead: number,
  isRare: (text: string) => boolean,
): Finding | null => {
  const place = findBare(context, term, bead);
  if (!place || isFact(context, place)) return null;
  if (isPointedAt(context.text('source', place.segment), place.start, place.end, context.sourceLang))
    return null;
  const isShort = hasRendering(context, term, bead);
  const standIn: Leftover | null = findStandIn(context, bead, place, (one) => {
    const sentence = context.text('target', one.segment);
    const text = sentence.slice(one.start, one.end);
    if (isPointedAt(sentence, one.start, one.end, context.targetLang)) return false;
    // A term said twice may be said once; only a noun of another sentence stands for it.
    if (isShort && !(one.unit && isNoun(context, one.unit) && !hasIn(context, term, one.segment)))
      return false;
    return isRare(text) && isAlike(text, shapeOf(context, term), langOf(context));
  });
  if (!standIn) return null;
  const source = context.span('source', place.segment, place.start, place.end);
  const target = context.span('target', standIn.segment, standIn.start, standIn.end);
  const usual = pieceText(term.rendering, langOf(context));
  return {
    check: 'term',
    code: 'term.minority',
    severity: 'minor',
    confidence: Math.min(0.85, 0.5 + 0.05 * term.with.length + (term.supported ? 0.1 : 0)),
    source: context.beads[bead]!.source,
    target: context.beads[bead]!.target,
    sourceSpan: source,
    targetSpan: target,
    params: {
      source: source.text,
      target: quote(target.text),
      table: `${usual}… ${term.with.length}×, “${quote(target.text)}” here`,
    },
  };
};

/** Of several pieces of one term in a bead the strongest speaks. */
const keepStrongest = (findings: readonly Finding[]): readonly Finding[] => {
  const byBead = new Map<string, Finding>();
  for (const finding of findings) {
    const key = finding.source.join(',');
    const known = byBead.get(key);
    if (!known || finding.confidence > known.confidence) byBead.set(key, finding);
  }
  return [...byBead.values()];
};

const countWords = (context: CheckContext): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const [segment] of context.target.segments.entries())
    for (const { fold } of context.words('target', segment)) counts.set(fold, (counts.get(fold) ?? 0) + 1);
  return counts;
};

export const renderings: Check = {
  name: 'renderings',
  needs: 'pair',
  finds: ['term'],
  explains: ['term.minority'],
  scope: 'document',
  find: (context) => {
    let counts: ReadonlyMap<string, number> | null = null;
    const isRare = (text: string): boolean => {
      counts ??= countWords(context);
      // Of several words, or characters, the rarest tells.
      const words = readWords(text).filter((word) => !isStopWord(word.text, context.targetLang));
      return Math.min(...words.map((word) => counts?.get(word.fold) ?? 0)) <= RARE;
    };
    return keepStrongest(
      findRecurring(context)
        .filter((term) => term.with.length >= (term.supported ? LEAST_WITH_KNOWN : LEAST_WITH))
        .flatMap((term) => {
          const beads = term.without.length <= MOST_WITHOUT ? [...term.with, ...term.without] : term.with;
          return beads.flatMap((bead) => toFinding(context, term, bead, isRare) ?? []);
        }),
    );
  },
};
