/**
 * What the rendering as a whole is (specification 2.10): a decision list over the covered shares of both texts. It comes before
 * any flag, so that a text that is no translation yields one sentence and not a list of omissions.
 */
import { extractFacts, findName, isSamePerson, type NameMention, quantitiesAgree } from '../facts/index.ts';
import {
  type Alignment,
  type Bead,
  isBody,
  type SegmentedText,
  type Verdict,
  type VerdictKind,
} from '../model.ts';
import { isTwoSided } from './check.ts';

/** Below this probability a bead is no evidence that the texts belong together. */
const TRUSTED = 0.5;
/** Two texts of which neither is covered so far have to share persons or figures to be taken for related. */
const DOUBTFUL = 0.6;
/** Below this nothing else counts. */
const UNRELATED = 0.2;
/** Share of the original's persons, or figures, that a related text says too. */
const SHARED = 0.34;
/** So many names are enough for a person to see. */
const SHOWN = 4;

interface Coverage {
  /** Share of body characters in beads with two sides. */
  readonly source: number;
  readonly target: number;
  /** The same, of trusted beads alone. */
  readonly trustedSource: number;
  readonly trustedTarget: number;
}

/** What two texts have in common whatever the alignment. */
interface Common {
  readonly sourcePersons: readonly string[];
  readonly sharedPersons: readonly string[];
  readonly targetPersons: readonly string[];
  /** Share of the original's figures that the other text has; null where it has none. */
  readonly figures: number | null;
}

const bodyLength = (text: SegmentedText, segments: readonly number[]): number => {
  let length = 0;
  for (const number of segments) {
    const segment = text.segments[number];
    if (segment && isBody(segment)) length += segment.text.length;
  }
  return length;
};

const measureCoverage = (source: SegmentedText, target: SegmentedText, beads: readonly Bead[]): Coverage => {
  const total = { source: 0, target: 0 };
  const covered = { source: 0, target: 0 };
  const trusted = { source: 0, target: 0 };
  for (const bead of beads) {
    const length = { source: bodyLength(source, bead.source), target: bodyLength(target, bead.target) };
    for (const side of ['source', 'target'] as const) {
      total[side] += length[side];
      if (!isTwoSided(bead) || length.source === 0 || length.target === 0) continue;
      covered[side] += length[side];
      if (bead.score >= TRUSTED) trusted[side] += length[side];
    }
  }
  const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
  return {
    source: share(covered.source, total.source),
    target: share(covered.target, total.target),
    trustedSource: share(trusted.source, total.source),
    trustedTarget: share(trusted.target, total.target),
  };
};

const bodyFacts = (text: SegmentedText) =>
  text.segments.filter(isBody).map((segment) => extractFacts(segment.text, text.lang));

const distinctPersons = (names: readonly NameMention[]): readonly NameMention[] => {
  const persons: NameMention[] = [];
  for (const name of names)
    if (name.kind === 'person' && !persons.some((one) => isSamePerson(one, name))) persons.push(name);
  return persons;
};

const findCommon = (source: SegmentedText, target: SegmentedText): Common => {
  const [sourceFacts, targetFacts] = [bodyFacts(source), bodyFacts(target)];
  const sourcePersons = distinctPersons(sourceFacts.flatMap((facts) => facts.names));
  const targetPersons = distinctPersons(targetFacts.flatMap((facts) => facts.names));
  const whole = target.segments
    .filter(isBody)
    .map((segment) => segment.text)
    .join('\n');
  const shared = sourcePersons.filter((name) => findName(name, source.lang, whole, target.lang) !== null);
  const figuresOf = (all: typeof sourceFacts) =>
    all.flatMap((facts) => facts.quantities.filter((quantity) => quantity.hard));
  const [figures, others] = [figuresOf(sourceFacts), figuresOf(targetFacts)];
  const common = figures.filter((figure) => others.some((other) => quantitiesAgree(figure, other)));
  return {
    sourcePersons: sourcePersons.map((name) => name.text),
    sharedPersons: shared.map((name) => name.text),
    targetPersons: targetPersons.map((name) => name.text),
    figures: figures.length > 0 ? common.length / figures.length : null,
  };
};

const isRelated = ({ sourcePersons, sharedPersons, figures }: Common): boolean => {
  if (sourcePersons.length > 0 && sharedPersons.length < SHARED * sourcePersons.length) return false;
  if (sourcePersons.length === 0 || figures === null) return (figures ?? 0) >= SHARED;
  return true;
};

/** Body passages of the original without a counterpart: neighbouring one-sided sentences count as one. */
const countMissing = (source: SegmentedText, beads: readonly Bead[]): number => {
  let count = 0;
  let open = false;
  for (const bead of beads) {
    if (bead.source.length === 0) continue;
    const missing = bead.target.length === 0 && bodyLength(source, bead.source) > 0;
    if (missing && !open) count++;
    open = missing;
  }
  return count;
};

const decide = (coverage: Coverage, common: () => Common): VerdictKind => {
  const { trustedSource, trustedTarget } = coverage;
  const most = Math.max(trustedSource, trustedTarget);
  if (most < UNRELATED) return 'not-a-translation';
  if (most < DOUBTFUL && !isRelated(common())) return 'not-a-translation';
  if (trustedTarget < 0.7) return 'partial';
  if (coverage.source >= 0.95) return 'complete';
  if (coverage.source >= 0.6) return 'gaps';
  return 'abridged';
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const list = (names: readonly string[]): string =>
  names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ', …' : '');

/** Why it is no translation: who is named in which text, and what is left of the figures. */
const explainUnrelated = (coverage: Coverage, common: Common): string[] => {
  const reasons = ['Not a translation of this original.'];
  const { sourcePersons, sharedPersons, targetPersons, figures } = common;
  if (sourcePersons.length > 0)
    reasons.push(
      sharedPersons.length === 0
        ? `No person in common: the original names ${list(sourcePersons)}; this text names ${targetPersons.length > 0 ? list(targetPersons) : 'nobody'}.`
        : `${sharedPersons.length} of ${sourcePersons.length} persons in common: ${list(sharedPersons)}.`,
    );
  if (figures !== null) reasons.push(`${percent(figures)} of the figures of the original stand in it.`);
  reasons.push(
    `${percent(coverage.trustedSource)} of the original and ${percent(coverage.trustedTarget)} of this text resemble each other.`,
  );
  return reasons;
};

const explain = (kind: VerdictKind, coverage: Coverage, missing: number): string => {
  const share = percent(coverage.source);
  switch (kind) {
    case 'complete':
      return `Complete: ${share} of the original has a counterpart.`;
    case 'gaps':
      return `Translation with gaps: ${missing} ${missing === 1 ? 'passage' : 'passages'} missing; ${share} of the original has a counterpart.`;
    case 'abridged':
      return `Abridged: ${share} of the original has a counterpart.`;
    case 'partial':
      return `Related text, partly parallel: ${percent(coverage.target)} of it has a counterpart in the original.`;
    default:
      return 'No original: what is missing cannot be checked.';
  }
};

/** The verdict on a rendering, from its alignment and, where that leaves doubt, from what the texts have in common. */
export const judgeRendering = (
  source: SegmentedText | null,
  target: SegmentedText,
  alignment: Alignment,
): Verdict => {
  const nothing: Coverage = { source: 0, target: 0, trustedSource: 0, trustedTarget: 0 };
  if (!source)
    return {
      kind: 'no-original',
      sourceCoverage: 0,
      targetCoverage: 0,
      reasons: [explain('no-original', nothing, 0)],
    };
  const coverage = measureCoverage(source, target, alignment.beads);
  let found: Common | null = null;
  const common = (): Common => {
    found ??= findCommon(source, target);
    return found;
  };
  const kind = decide(coverage, common);
  return {
    kind,
    sourceCoverage: coverage.source,
    targetCoverage: coverage.target,
    reasons:
      kind === 'not-a-translation'
        ? explainUnrelated(coverage, common())
        : [explain(kind, coverage, countMissing(source, alignment.beads))],
  };
};

/** The same alignment with every bead on one side: of texts that do not belong together no sentence renders another. */
export const dissolveBeads = (alignment: Alignment): Alignment => ({
  beads: alignment.beads.flatMap((bead) =>
    isTwoSided(bead)
      ? [
          ...bead.source.map((segment) => ({ source: [segment], target: [], score: 1 - bead.score })),
          ...bead.target.map((segment) => ({ source: [], target: [segment], score: 1 - bead.score })),
        ]
      : [bead],
  ),
  links: [],
});
