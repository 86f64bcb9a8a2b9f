/** Runs the checks: verdict first, then what fits it. */
import { AppError } from '../errors.ts';
import type { Flag, Verdict } from '../model.ts';
import type { Watch } from '../progress.ts';
import type { Check, CheckContext, CheckInput, Finding } from './check.ts';
import { createContext } from './context.ts';
import type { Learnt } from './learnt.ts';
import { mergeFindings } from './merge.ts';
import { toFlag } from './messages.ts';
import { CHECKS } from './registry.ts';
import { judgeRendering } from './verdict.ts';

export interface CheckResult {
  readonly verdict: Verdict;
  readonly flags: readonly Flag[];
}

/** Which checks make sense: of what is no translation nothing is compared, only its page furniture is named. */
const chooseChecks = (input: CheckInput, verdict: Verdict): readonly Check[] => {
  const off = new Set<string>(input.options?.off ?? []);
  return CHECKS.filter((check) => {
    if (check.finds.every((id) => off.has(id))) return false;
    if (check.needs === 'pair' && input.source === null) return false;
    return verdict.kind !== 'not-a-translation' || check.name === 'furniture' || check.name === 'duplicate';
  });
};

const orderFindings = (context: CheckContext, findings: readonly Finding[]): Finding[] => {
  const place = (finding: Finding): number => {
    const [source, target] = [finding.source[0], finding.target[0]];
    const bead =
      source !== undefined ? context.beadOf('source', source) : context.beadOf('target', target ?? -1);
    return bead < 0 ? Number.MAX_SAFE_INTEGER : bead;
  };
  return findings
    .map((finding, index) => ({ finding, place: place(finding), index }))
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ finding }) => finding);
};

const report = (context: CheckContext, input: CheckInput, findings: readonly Finding[]): Flag[] => {
  const off = new Set<string>(input.options?.off ?? []);
  const wanted = findings.filter((finding) => !off.has(finding.check));
  return orderFindings(context, mergeFindings(context, wanted)).map(toFlag);
};

/** A related text that is no translation: what it says twice is a note there, not a fault. */
const soften = (findings: readonly Finding[], verdict: Verdict): readonly Finding[] =>
  verdict.kind === 'not-a-translation'
    ? findings.map((finding) => ({ ...finding, severity: 'note' as const }))
    : findings;

/** Verdict and flags of one rendering. `source` null: what can be said of a rendering without its original. */
export const checkRendering = (input: CheckInput, watch?: Watch): CheckResult => {
  const { verdict, flags } = checkAndLearn(input, watch);
  return { verdict, flags };
};

/** The same, with what the whole document taught, for `recheckBeads`. */
export const checkAndLearn = (
  input: CheckInput,
  watch?: Watch,
): CheckResult & { readonly learnt: Learnt | null } => {
  const verdict = judgeRendering(input.source, input.target, input.alignment);
  const context = createContext(input, verdict);
  const beads = input.alignment.beads.map((_, index) => index);
  const checks = chooseChecks(input, verdict);
  const findings: Finding[] = [];
  for (const [index, check] of checks.entries()) {
    if (watch?.isCancelled?.()) throw new AppError('cancelled');
    findings.push(...check.find(context, beads));
    watch?.onProgress?.((index + 1) / checks.length);
  }
  const learnt = input.source === null || verdict.kind === 'not-a-translation' ? null : context.learn();
  return { verdict, flags: report(context, input, soften(findings, verdict)), learnt };
};

/** What the whole document teaches the checks of its stretches. */
export const learnDocument = (input: CheckInput, verdict: Verdict): Learnt =>
  createContext(input, verdict).learn();

/**
 * The flags of some beads alone, after an edit in them: those of checks that look at one bead and its neighbours.
 * Flags that compare beads with each other (terms, duplicates, order, series) come with the next full run.
 * `learnt`: what the full check of the document taught, where `input` is a stretch of it.
 */
export const recheckBeads = (
  input: CheckInput,
  beads: readonly number[],
  verdict?: Verdict,
  learnt?: Learnt | null,
): readonly Flag[] => {
  const known = verdict ?? judgeRendering(input.source, input.target, input.alignment);
  const context = createContext(input, known, learnt ?? undefined);
  const wanted = [...new Set(beads)].sort((a, b) => a - b);
  const findings = chooseChecks(input, known)
    .filter((check) => check.scope === 'bead')
    .flatMap((check) => check.find(context, wanted));
  return report(context, input, soften(findings, known));
};
