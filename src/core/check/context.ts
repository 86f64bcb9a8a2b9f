/** Builds what checks look at. Everything is computed for the segments that are asked for, once. */
import { extractFacts, type Facts } from '../facts/index.ts';
import type { ConceptMention } from '../lexicon/model.ts';
import type { SegmentedText, Span, Verdict } from '../model.ts';
import type { CheckContext, CheckInput, Side, Word } from './check.ts';
import { measureCoverage } from './coverage.ts';
import type { Learnt } from './learnt.ts';
import { learnLengths, measureLengths } from './lengths.ts';
import { mineNames } from './minedNames.ts';
import { findRenderings, type Renderings } from './renderings.ts';
import { termbase } from './termbase.ts';
import { readWords } from './words.ts';

const NO_FACTS: Facts = { quantities: [], dates: [], names: [] };

/** One value a segment (a bead, a concept), made when it is asked for. */
const remember = <T>(make: (number: number) => T): ((number: number) => T) => {
  const known: (T | undefined)[] = [];
  return (number) => {
    const value = known[number];
    if (value !== undefined) return value;
    const made = make(number);
    known[number] = made;
    return made;
  };
};

const numberBeads = (input: CheckInput, side: Side): Int32Array => {
  const text = side === 'source' ? input.source : input.target;
  const beadOf = new Int32Array(text?.segments.length ?? 0).fill(-1);
  input.alignment.beads.forEach((bead, index) => {
    for (const segment of bead[side]) beadOf[segment] = index;
  });
  return beadOf;
};

/** `known`: what the whole document taught, where `input` is a stretch of it. */
export const createContext = (input: CheckInput, verdict: Verdict, known?: Learnt): CheckContext => {
  const { source, target, alignment } = input;
  const sourceLang = source?.lang ?? input.options?.sourceLang ?? 'vi';
  const textOf = (side: Side): SegmentedText | null => (side === 'source' ? source : target);
  const langOf = (side: Side): string => (side === 'source' ? sourceLang : target.lang);
  const text = (side: Side, segment: number): string => textOf(side)?.segments[segment]?.text ?? '';
  const both = <T>(make: (side: Side, segment: number) => T): ((side: Side, segment: number) => T) => {
    const lists = {
      source: remember((segment) => make('source', segment)),
      target: remember((segment) => make('target', segment)),
    };
    return (side, segment) => lists[side](segment);
  };
  const beadOf = { source: numberBeads(input, 'source'), target: numberBeads(input, 'target') };
  let lengths: ((bead: number) => number | null) | null = null;
  const coverages: Partial<Record<Side, ReturnType<typeof measureCoverage>>> = {};
  let mined: ReadonlySet<string> | null = known ? new Set(known.names) : null;
  let knownCentre = known?.lengthCentre;
  const lexicon = input.lexicon ?? null;
  const offset = lexicon?.size ?? 0;
  const formsIn = new Map<string, (concept: number) => readonly string[]>();

  const measure = (side: Side) => {
    coverages[side] ??= measureCoverage(context, side, known?.coverage[side]);
    return coverages[side];
  };
  const context: CheckContext = {
    source,
    target,
    sourceLang,
    targetLang: target.lang,
    beads: alignment.beads,
    links: alignment.links,
    glossary: input.glossary ?? [],
    verdict,
    text,
    facts: both<Facts>((side, segment) =>
      text(side, segment) ? extractFacts(text(side, segment), langOf(side)) : NO_FACTS,
    ),
    words: both<readonly Word[]>((side, segment) => readWords(text(side, segment))),
    terms: both<readonly ConceptMention[]>((side, segment) =>
      termbase().mentions(text(side, segment), langOf(side)),
    ),
    mentions: both<readonly ConceptMention[]>((side, segment) => {
      const own = context.terms(side, segment);
      const general = lexicon?.mentions(text(side, segment), langOf(side)) ?? [];
      if (own.length === 0) return general;
      const shifted = own.map((mention) => ({
        ...mention,
        concepts: mention.concepts.map((concept) => concept + offset),
      }));
      return [...general, ...shifted].sort((a, b) => a.start - b.start || b.end - a.end);
    }),
    forms: (concept, lang) => {
      let known = formsIn.get(lang);
      if (!known) {
        known = remember((one) =>
          one < offset ? (lexicon?.forms(one, lang) ?? []) : termbase().forms(one - offset, lang),
        );
        formsIn.set(lang, known);
      }
      return known(concept);
    },
    beadOf: (side, segment) => beadOf[side][segment] ?? -1,
    minedNames: () => {
      mined ??=
        source && sourceLang === 'vi'
          ? mineNames(source.segments.map((_, segment) => context.words('source', segment)))
          : new Set();
      return mined;
    },
    renderings: remember<Renderings>((bead) => findRenderings(context, bead)),
    coverage: measure,
    lengthDeviation: (bead) => {
      if (!source) return null;
      lengths ??= measureLengths(source, target, alignment.beads, context.lengthCentre());
      return lengths(bead);
    },
    lengthCentre: () => {
      if (source) knownCentre ??= learnLengths(source, target, alignment.beads);
      return knownCentre ?? 0;
    },
    learn: () => {
      return {
        coverage: { source: measure('source').learnt, target: measure('target').learnt },
        lengthCentre: context.lengthCentre(),
        names: [...context.minedNames()],
      };
    },
    span: (side, segment, start, end): Span => ({
      segment,
      start,
      end,
      text: text(side, segment).slice(start, end),
    }),
  };
  return context;
};
