/**
 * What is computed off the main thread: pure work on plain values, named so that it can be asked for by message. The lexicon, with
 * the person's own files, is not in the message: each thread keeps it.
 */
import {
  align,
  alignRange,
  type BeadRange,
  type Candidate,
  type CarriedPair,
  carryOver,
  createExplainer,
  type EvidenceLine,
  explainBead,
  rescore,
  type TaughtPair,
} from '../core/align/index.ts';
import {
  checkAndLearn,
  fingerprint,
  type GlossaryConcept,
  judgeRendering,
  type Learnt,
  learnDocument,
  pairFingerprint,
  recheckBeads,
} from '../core/check/index.ts';
import { FORMATS, type FormatId, type ReadDocument, type ReadInput } from '../core/format/read/index.ts';
import { endsBy } from '../core/format/srx.ts';
import { bundledLexicon, type Lexicon } from '../core/lexicon/index.ts';
import type { Alignment, Bead, Flag, SegmentedText, Verdict } from '../core/model.ts';
import type { Watch } from '../core/progress.ts';
import { type Block, cutBlocks, cutLines, cutText } from '../core/text/index.ts';

/** A flag with the names under which decisions about it are kept. */
export interface NamedFlag extends Flag {
  readonly fingerprint: string;
  readonly pairKey: string;
}
export interface Judged {
  readonly verdict: Verdict;
  readonly flags: readonly NamedFlag[];
  /** What the whole document taught the checks, for `recheck`; null where nothing is compared. */
  readonly learnt: Learnt | null;
}
export interface TextPair {
  readonly source: SegmentedText;
  readonly target: SegmentedText;
}

/** Pairs that people confirmed, which teach words. */
export interface Taught {
  readonly taught?: readonly TaughtPair[];
}
/** The project's own terms; none where left out. */
interface Terms {
  readonly glossary?: readonly GlossaryConcept[];
}
export interface Walls {
  /** Confirmed beads. */
  readonly walls: readonly Pick<Bead, 'source' | 'target'>[];
}
type ReadLexicon = () => Lexicon;

const nameFlags = (flags: readonly Flag[], { source, target }: TextPair): NamedFlag[] =>
  flags.map((flag) => ({
    ...flag,
    fingerprint: fingerprint(flag, source, target),
    pairKey: pairFingerprint(flag),
  }));

const partOf = (watch: Watch, from: number, to: number): Watch => ({
  ...watch,
  onProgress: (done) => watch.onProgress?.(from + (to - from) * done),
});

export const TASKS = {
  cut: ({ text, lang, segmented }: { text: string; lang: string; segmented?: boolean }): SegmentedText =>
    segmented ? cutLines(text, lang) : cutText(text, lang),

  /** `rules`: an SRX file; the built-in rules where left out. Throws AppError `file-invalid` where it is none. */
  cutBlocks: ({
    blocks,
    lang,
    rules,
    furniture,
  }: {
    blocks: readonly Block[];
    lang: string;
    rules?: { readonly file: string; readonly text: string };
    furniture?: 'apart' | 'text';
  }): SegmentedText => cutBlocks(blocks, lang, rules && endsBy(rules.file, rules.text, lang), furniture),

  /** Runs the reader of a format, here, where a hostile file that keeps it busy can be stopped with the thread. */
  read: async ({ format, ...input }: ReadInput & { readonly format: FormatId }): Promise<ReadDocument> => {
    const reader = await FORMATS.find(({ id }) => id === format)!.load();
    return reader.read(input);
  },

  /** Aligns two texts and checks the result. `walls`: confirmed beads, which stay; `taught`: their texts. */
  align: (
    input: TextPair & Required<Taught> & Walls & Terms & { readonly carried?: readonly CarriedPair[] },
    watch: Watch,
    readLexicon: ReadLexicon,
  ): Judged & { readonly alignment: Alignment } => {
    const lexicon = readLexicon();
    const { glossary = [], carried = [], ...texts } = input;
    const alignment = align({ ...texts, lexicon, options: { carried } }, partOf(watch, 0, 0.8));
    const { source, target } = input;
    const { verdict, flags, learnt } = checkAndLearn(
      { source, target, alignment, lexicon, glossary },
      partOf(watch, 0.8, 1),
    );
    return { alignment, verdict, flags: nameFlags(flags, input), learnt };
  },

  /** What a clear rendering says of another one: pairs of the original and the other that its alignment makes likely. */
  carry: (
    { clear, source, target }: TextPair & { readonly clear: Alignment },
    watch: Watch,
    readLexicon: ReadLexicon,
  ): readonly CarriedPair[] => carryOver(clear, align({ source, target, lexicon: readLexicon() }, watch)),

  /** Aligns a stretch again, between its walls. */
  realign: (
    input: TextPair &
      Required<Taught> &
      Walls & { readonly alignment: Alignment; readonly range: BeadRange; readonly reach: number },
    watch: Watch,
    readLexicon: ReadLexicon,
  ): Alignment => {
    const { alignment, range, reach, ...pair } = input;
    return alignRange({ ...pair, lexicon: readLexicon() }, alignment, range, watch, { reach });
  },

  /** How likely the beads of a stretch are by what people confirmed meanwhile. */
  rescore: (
    input: TextPair & Required<Taught> & Walls & { readonly alignment: Alignment },
    watch: Watch,
    readLexicon: ReadLexicon,
  ): readonly number[] => {
    const { alignment, ...pair } = input;
    return rescore({ ...pair, lexicon: readLexicon() }, alignment, watch);
  },

  check: (
    input: TextPair & Terms & { readonly alignment: Alignment },
    watch: Watch,
    readLexicon: ReadLexicon,
  ): Judged => {
    const { verdict, flags, learnt } = checkAndLearn({ ...input, lexicon: readLexicon() }, watch);
    return { verdict, flags: nameFlags(flags, input), learnt };
  },

  /** What the whole document teaches, where a project was opened whose last full check was in another session. */
  learn: (
    input: TextPair & { readonly alignment: Alignment; readonly verdict: Verdict },
    _watch: Watch,
    readLexicon: ReadLexicon,
  ): Learnt => {
    const { verdict, ...pair } = input;
    return learnDocument({ ...pair, lexicon: readLexicon() }, verdict);
  },

  judge: ({ source, target, alignment }: TextPair & { readonly alignment: Alignment }): Verdict =>
    judgeRendering(source, target, alignment),

  /** Flags of some beads of a stretch of the texts, after an edit in them. */
  recheck: (
    input: TextPair &
      Terms & {
        readonly alignment: Alignment;
        readonly beads: readonly number[];
        readonly verdict: Verdict | null;
        readonly learnt: Learnt | null;
      },
    _watch: Watch,
    readLexicon: ReadLexicon,
  ): NamedFlag[] => {
    const { beads, verdict, learnt, ...pair } = input;
    return nameFlags(
      recheckBeads({ ...pair, lexicon: readLexicon() }, beads, verdict ?? undefined, learnt),
      input,
    );
  },

  /** Why the segments of a bead belong together, judged by a stretch of the texts around it. */
  explain: (
    input: TextPair &
      Taught & { readonly alignment: Alignment; readonly bead: Pick<Bead, 'source' | 'target'> },
    _watch: Watch,
    readLexicon: ReadLexicon,
  ): readonly EvidenceLine[] => {
    const { alignment, bead, ...pair } = input;
    return explainBead({ ...pair, lexicon: readLexicon() }, alignment, bead);
  },

  /** For each target language how many concepts of the lexicon have forms in it and in the source language. */
  countConcepts: (
    { source, targets }: { readonly source: string; readonly targets: readonly string[] },
    _watch: Watch,
    readLexicon: ReadLexicon,
  ): readonly number[] => {
    const lexicon = readLexicon();
    const counts = targets.map(() => 0);
    for (let concept = 0; concept < lexicon.size; concept++) {
      if (lexicon.forms(concept, source).length === 0) continue;
      targets.forEach((target, at) => {
        if (lexicon.forms(concept, target).length > 0) counts[at]! += 1;
      });
    }
    return counts;
  },

  /** Partners that sentences of a stretch of the texts may have, in the order of the questions. */
  candidates: (
    input: TextPair &
      Taught & {
        readonly alignment: Alignment;
        readonly questions: readonly { readonly side: 'source' | 'target'; readonly segment: number }[];
        readonly most: number;
      },
    _watch: Watch,
    readLexicon: ReadLexicon,
  ): readonly (readonly Candidate[])[] => {
    const { alignment, questions, most, ...pair } = input;
    const explainer = createExplainer({ ...pair, lexicon: readLexicon() }, alignment);
    return questions.map(({ side, segment }) => explainer.candidates(side, segment, most));
  },
} as const;

export type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[0];
export type TaskResult<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>;

export async function runTask<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  watch: Watch = {},
  readLexicon: ReadLexicon = bundledLexicon,
): Promise<TaskResult<Name>> {
  const task = TASKS[name] as unknown as (
    input: TaskInput<Name>,
    watch: Watch,
    readLexicon: ReadLexicon,
  ) => unknown;
  return (await task(input, watch, readLexicon)) as TaskResult<Name>;
}
