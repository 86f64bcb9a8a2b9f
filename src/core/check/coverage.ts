/**
 * How much of one side of a bead the other side says: words of the lexicon, names and quantities, each covered or not, with the
 * weight of that as evidence. A word that this document seldom renders by the lexicon's words is weak evidence; one that it
 * nearly always does is strong. What is learnt of a document is kept for the checks of single beads after an edit.
 */
import { type CheckContext, isTwoSided, type Side } from './check.ts';
import { type Candidate, collectUnits, type UnitKind } from './coveredUnits.ts';

export interface CoveredUnit {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly kind: UnitKind;
  readonly covered: boolean;
  /** Log-likelihood ratio of "left out" against "rendered": positive where uncovered, negative where covered. */
  readonly weight: number;
}

export interface Coverage {
  /** In reading order, not overlapping. */
  units(bead: number): readonly CoveredUnit[];
  /** Share of the words known to the lexicon that are covered over the whole document. */
  readonly usual: number;
}

/** How often something was met, and how often it was covered. */
interface Count {
  all: number;
  covered: number;
}

/** What a document shows of its words; a plain value that may be sent and kept. */
export interface LearntCoverage {
  readonly words: Readonly<Count>;
  /** By what a unit is an instance of: a concept, a name, a kind of quantity. */
  readonly counts: ReadonlyMap<string, Readonly<Count>>;
}

/** How often a word that was left out looks covered all the same, by another word of its meaning. */
const COVERED_BY_CHANCE = 0.12;
/** How many mentions the usual share weighs against a word's own. */
const PRIOR = 3;
const LEAST_SHARE = 0.2;
const MOST_SHARE = 0.94;

/** So many beads show how a document is rendered; of a longer one so many are looked at, evenly spread. */
const ENOUGH = 1500;
/** Beads surer than this are learnt from. */
const LEAST_SCORE = 0.3;

const NONE: Readonly<Count> = { all: 0, covered: 0 };

type Collect = (bead: number) => readonly Candidate[];

const isLearntFrom = (context: CheckContext, bead: number): boolean => {
  const step = Math.max(1, Math.ceil(context.beads.length / ENOUGH));
  return bead % step === 0 && isTwoSided(context.beads[bead]!) && context.beads[bead]!.score >= LEAST_SCORE;
};

const learn = (context: CheckContext, collect: Collect): LearntCoverage => {
  const counts = new Map<string, Count>();
  const words: Count = { all: 0, covered: 0 };
  for (const bead of context.beads.keys()) {
    if (!isLearntFrom(context, bead)) continue;
    for (const unit of collect(bead)) {
      const hit = unit.covered ? 1 : 0;
      if (unit.kind === 'word') {
        words.all++;
        words.covered += hit;
      }
      for (const key of unit.keys) {
        const count = counts.get(key);
        if (count) {
          count.all++;
          count.covered += hit;
        } else counts.set(key, { all: 1, covered: hit });
      }
    }
  }
  return { words, counts };
};

/** `known`: what the whole document taught, where only a stretch of it is looked at. */
export const measureCoverage = (
  context: CheckContext,
  side: Side,
  known?: LearntCoverage,
): Coverage & { readonly learnt: LearntCoverage } => {
  const candidates: (readonly Candidate[] | undefined)[] = [];
  const weighed: (readonly CoveredUnit[] | undefined)[] = [];
  const collect: Collect = (bead) => {
    candidates[bead] ??=
      context.beads[bead] && isTwoSided(context.beads[bead]) ? collectUnits(context, side, bead) : [];
    return candidates[bead];
  };
  const learnt = known ?? learn(context, collect);
  const { counts, words } = learnt;
  const usual = (words.covered + 12) / (words.all + 20);
  const priorOf = (unit: Candidate): number => {
    if (unit.kind === 'quantity') return unit.keys[0] === 'hard quantity' ? 0.95 : 0.75;
    if (unit.kind === 'word') return usual;
    const names = counts.get('name') ?? NONE;
    return (names.covered + 1) / (names.all + 3);
  };
  const weigh = (unit: Candidate, own: number): number => {
    const hit = unit.covered ? own : 0;
    let share = 0;
    for (const key of unit.keys) {
      const count = counts.get(key) ?? NONE;
      // The mention that is weighed does not count for itself.
      const all = Math.max(0, count.all - own);
      const covered = Math.min(all, Math.max(0, count.covered - hit));
      share = Math.max(share, (covered + PRIOR * priorOf(unit)) / (all + PRIOR));
    }
    share = Math.min(MOST_SHARE, Math.max(LEAST_SHARE, share));
    return unit.covered
      ? Math.log(COVERED_BY_CHANCE / share)
      : Math.log((1 - COVERED_BY_CHANCE) / (1 - share));
  };
  return {
    learnt,
    usual,
    units: (bead) => {
      const ready = weighed[bead];
      if (ready) return ready;
      const own = known !== undefined || isLearntFrom(context, bead) ? 1 : 0;
      const made = collect(bead).map((unit) => ({ ...unit, weight: weigh(unit, own) }));
      weighed[bead] = made;
      return made;
    },
  };
};
