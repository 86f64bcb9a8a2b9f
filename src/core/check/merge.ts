/** One flag for one finding: what another flag already says, or says better, is dropped. */
import type { Span } from '../model.ts';
import type { CheckContext, Finding } from './check.ts';
import { indexGlossary } from './glossaryIndex.ts';
import { foldLetters } from './words.ts';

const SEVERITY_ORDER = { critical: 0, major: 1, minor: 2, note: 3 } as const;

/** Target sentences that another finding explains, so that they are no additions. */
const EXPLAINS_ADDITION: ReadonlySet<string> = new Set([
  'duplicate.sentence',
  'duplicate.near',
  'duplicate.captions',
  'untranslated.segment',
]);

const meets = (a: Finding, b: Finding, side: 'sourceSpan' | 'targetSpan'): boolean => {
  const [one, two] = [a[side], b[side]];
  return !!one && !!two && one.segment === two.segment && one.start < two.end && two.start < one.end;
};

/** Of an addition over several sentences those that are explained otherwise are taken out. */
const trimAdditions = (context: CheckContext, findings: readonly Finding[]): Finding[] => {
  const said = findings
    .filter((finding) => EXPLAINS_ADDITION.has(finding.code))
    .flatMap((finding) => finding.target);
  // Of a repeated sentence either copy may be the one without a counterpart.
  const copies = new Set(said.map((segment) => foldLetters(context.text('target', segment))));
  const explained = {
    has: (segment: number) => copies.has(foldLetters(context.text('target', segment))),
  };
  return findings.filter(
    (finding) =>
      finding.check !== 'addition' ||
      finding.code === 'addition.rollup' ||
      finding.source.length > 0 ||
      finding.code === 'furniture.notice' ||
      !finding.target.every((segment) => explained.has(segment)),
  );
};

/** A sentence left in the original's language was not omitted, and nothing in it can be compared. */
const trimUntranslated = (context: CheckContext, findings: readonly Finding[]): Finding[] => {
  const whole = findings
    .filter((finding) => finding.code === 'untranslated.segment')
    .flatMap((finding) => finding.target);
  if (whole.length === 0) return [...findings];
  const copies = new Set(whole.map((segment) => foldLetters(context.text('target', segment))));
  const untranslated = new Set(whole);
  return findings.filter((finding) => {
    if (finding.check === 'untranslated') return true;
    if (finding.check === 'omission')
      return !finding.source.every((segment) => copies.has(foldLetters(context.text('source', segment))));
    return finding.target.length === 0 || !finding.target.every((segment) => untranslated.has(segment));
  });
};

/** Two findings on the same words: the graver one stays. */
const OVERLAPPING: ReadonlySet<string> = new Set([
  'number',
  'date',
  'unit',
  'name',
  'partial-omission',
  'term',
]);

const dropOverlaps = (findings: readonly Finding[]): Finding[] => {
  const rank = (finding: Finding): number => SEVERITY_ORDER[finding.severity] - finding.confidence / 2;
  const kept: Finding[] = [];
  const candidates = findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => rank(a.finding) - rank(b.finding) || a.index - b.index);
  const dropped = new Set<number>();
  for (const { finding, index } of candidates) {
    if (!OVERLAPPING.has(finding.check)) continue;
    const otherTerm =
      finding.code === 'term.other' &&
      candidates.some((one) => one.finding !== finding && meets(finding, one.finding, 'targetSpan'));
    const same =
      otherTerm ||
      kept.some(
        (other) =>
          meets(finding, other, 'sourceSpan') || (!finding.sourceSpan && meets(finding, other, 'targetSpan')),
      );
    if (same) dropped.add(index);
    else kept.push(finding);
  }
  return findings.filter((_, index) => !dropped.has(index));
};

/** What the shipped terms say of a word that the project has terms of its own for. */
const OF_SHIPPED_TERMS = /^(?:term\.(?!glossary|perhaps|absent|forbidden|banned)|partial-omission\.term$)/u;

/** The project's glossary decides over the terms that are shipped. */
const yieldToGlossary = (context: CheckContext, findings: readonly Finding[]): readonly Finding[] => {
  if (context.glossary.length === 0) return findings;
  const index = indexGlossary(context.glossary);
  const isOwn = ({ segment, start, end }: Span): boolean =>
    index
      .mentions(context.text('source', segment), context.sourceLang)
      .some(
        (mention) =>
          mention.start < end &&
          start < mention.end &&
          mention.terms.some(({ concept }) => index.terms(concept, context.targetLang).length > 0),
      );
  return findings.filter(
    ({ code, sourceSpan }) => !sourceSpan || !OF_SHIPPED_TERMS.test(code) || !isOwn(sourceSpan),
  );
};

export const mergeFindings = (context: CheckContext, all: readonly Finding[]): Finding[] => {
  const findings = yieldToGlossary(context, all);
  return dropOverlaps(trimUntranslated(context, trimAdditions(context, findings)));
};
