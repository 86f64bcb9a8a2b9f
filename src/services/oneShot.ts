/** Align, cut and check files without a project: what the command line does in one shot, in this very thread. */
import { align } from '../core/align/index.ts';
import {
  checkRendering,
  type GlossaryConcept,
  judgeRendering,
  placesOfAdded,
  renderedSegments,
  triangulate,
} from '../core/check/index.ts';
import { AppError } from '../core/errors.ts';
import type { AlignedSource, AlignedTarget, AlignmentFile } from '../core/format/alignmentFile.ts';
import { lexiconWith } from '../core/lexicon/index.ts';
import type { Alignment, SegmentedText } from '../core/model.ts';
import type { Watch } from '../core/progress.ts';
import { baseLanguage } from '../core/text/index.ts';
import { type AlignedTexts, readAlignedFile } from './alignedFile.ts';
import { cutFile, type NamedFile } from './cutFile.ts';

export interface OneShotInput {
  /** null: the renderings stand alone. */
  readonly source: NamedFile | null;
  readonly targets: readonly NamedFile[];
  /** One segment a line already. */
  readonly segmented?: boolean;
  /** false: no flags. */
  readonly check?: boolean;
  /** Texts of lexicon files of the person's own. */
  readonly lexicons?: readonly string[];
  /** Terms that the checks shall hold the renderings to. */
  readonly glossary?: readonly GlossaryConcept[];
}

/**
 * Aligns an original with its renderings and checks them.
 * Throws the AppErrors of `cutFile`, and `language-same`.
 */
export async function alignFiles(
  input: OneShotInput & { readonly source: NamedFile },
  watch: Watch = {},
): Promise<AlignmentFile> {
  const source = await cutFile(input.source, input.segmented);
  const targets: AlignedSource[] = [];
  for (const file of input.targets) {
    const target = await cutFile(file, input.segmented);
    if (baseLanguage(target.lang) === baseLanguage(source.lang))
      throw new AppError('language-same', { file: file.name, lang: target.lang });
    targets.push(target);
  }
  const lexicon = lexiconWith(input.lexicons ?? []);
  const checked = targets.map((target, i) => {
    const part = (from: number, to: number): Watch => shareOf(watch, i + from, i + to, targets.length);
    const alignment = align({ source, target, lexicon }, part(0, 0.8));
    const judged =
      input.check === false
        ? { verdict: judgeRendering(source, target, alignment), flags: [] }
        : checkRendering(
            { source, target, alignment, lexicon, glossary: input.glossary ?? [] },
            part(0.8, 1),
          );
    return { ...target, ...judged, ...alignment };
  });
  return { schema: 'songsong/alignment@1', source, targets: weigh(checked) };
}

/** Only what is a rendering of the original can bear witness for the others. */
function weigh(checked: readonly AlignedTarget[]): readonly AlignedTarget[] {
  const able = checked.filter(({ verdict }) => verdict.kind !== 'not-a-translation');
  const weighed = triangulate(
    able.map((target) => ({
      target,
      flags: target.flags,
      rendered: renderedSegments(target.beads),
      places: placesOfAdded(target.beads),
    })),
  );
  return checked.map((target) => {
    const at = able.indexOf(target);
    return at < 0 ? target : { ...target, flags: weighed[at]! };
  });
}

/**
 * Checks renderings against their original (by aligning them), or alone where there is none. A lone file with languages side by side
 * holds the original too; `sourceLang` names it.
 */
export async function checkFiles(
  input: OneShotInput & { readonly sourceLang?: string },
  watch: Watch = {},
): Promise<AlignmentFile> {
  if (input.source) return alignFiles({ ...input, source: input.source, check: true }, watch);
  const [only, ...more] = input.targets;
  const aligned =
    only && more.length === 0 && !input.segmented && (await readAlignedFile(only, input.sourceLang));
  if (aligned) return checkAligned(aligned, input, watch);
  const targets: AlignedTarget[] = [];
  for (const file of input.targets) {
    const target = await cutFile(file, input.segmented);
    const alignment = leaveUnaligned(target);
    const lexicon = lexiconWith(input.lexicons ?? []);
    targets.push({
      ...target,
      ...checkRendering({ source: null, target, alignment, lexicon, glossary: input.glossary ?? [] }, watch),
      ...alignment,
    });
  }
  return { schema: 'songsong/alignment@1', source: null, targets };
}

/** What is side by side already is checked as it stands. */
function checkAligned(
  { source, targets }: AlignedTexts,
  { lexicons = [], glossary = [] }: OneShotInput,
  watch: Watch,
): AlignmentFile {
  const lexicon = lexiconWith(lexicons);
  const checked = targets.map(({ alignment, ...target }, i) => ({
    ...target,
    ...checkRendering(
      { source, target, alignment, lexicon, glossary },
      shareOf(watch, i, i + 1, targets.length),
    ),
    ...alignment,
  }));
  return { schema: 'songsong/alignment@1', source, targets: weigh(checked) };
}

const leaveUnaligned = (target: SegmentedText): Alignment => ({
  beads: target.segments.map((_, i) => ({ source: [], target: [i], score: 1 })),
  links: [],
});

/** Progress of one part of a longer work. */
const shareOf = (watch: Watch, from: number, to: number, of: number): Watch => ({
  isCancelled: watch.isCancelled,
  onProgress: (done) => watch.onProgress?.((from + (to - from) * done) / of),
});
