/**
 * The report of flags, scored as MQM does it (Multidimensional Quality Metrics, themqm.org): each error weighs by its severity, and the
 * sum is set against the words of the original.
 */
import { SEVERITIES, type Severity } from '../../model.ts';

/** Weights of MQM's scoring model; notes are neutral. */
export const MQM_WEIGHTS: Readonly<Record<Severity, number>> = { critical: 25, major: 5, minor: 1, note: 0 };

export interface ReportedFlag {
  /** What the grid calls its row: the number of the sentence of the original. */
  readonly row: number;
  readonly check: string;
  /** MQM category, e.g. `Accuracy/Omission`. */
  readonly category: string;
  readonly severity: Severity;
  readonly confidence: number;
  readonly message: string;
  readonly source: string;
  readonly target: string;
  readonly decision: 'agreed' | 'dismissed' | null;
  readonly reason: string | null;
}
/** What the checks said of one rendering. */
export interface ReportedRendering {
  readonly document: string;
  readonly sourceLang: string;
  readonly lang: string;
  readonly label: string;
  /** The verdict's kind; null where it was not checked. */
  readonly verdict: string | null;
  /** Words of the original's body. */
  readonly words: number;
  readonly flags: readonly ReportedFlag[];
}
export interface FlagReport {
  readonly title: string;
  readonly toolVersion: string;
  /** Unix milliseconds. */
  readonly createdAt: number;
  readonly renderings: readonly ReportedRendering[];
}

export interface MqmScore {
  /** Flags that nobody dismissed, by severity. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Sum of weights of what was not dismissed, and of what a person agreed to. */
  readonly penalty: number;
  readonly agreedPenalty: number;
  /** Penalty for each thousand words of the original; null without words. */
  readonly perThousand: number | null;
  readonly categories: Readonly<Record<string, number>>;
}
export function scoreFlags({ flags, words }: Pick<ReportedRendering, 'flags' | 'words'>): MqmScore {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  const categories: Record<string, number> = {};
  let penalty = 0;
  let agreedPenalty = 0;
  for (const { severity, category, decision } of flags) {
    if (decision === 'dismissed') continue;
    counts[severity] += 1;
    categories[category] = (categories[category] ?? 0) + 1;
    penalty += MQM_WEIGHTS[severity];
    if (decision === 'agreed') agreedPenalty += MQM_WEIGHTS[severity];
  }
  const perThousand = words === 0 ? null : Math.round((penalty / words) * 100_000) / 100;
  return { counts, penalty, agreedPenalty, perThousand, categories };
}
