/** What stands in a bead in place of the usual rendering of a term: a rare word that renders nothing else of its original. */
import type { Span } from '../model.ts';
import { isStopWord } from '../text/index.ts';
import type { CheckContext } from './check.ts';
import type { Unit } from './renderings.ts';

/** A substitute stands at about the same place of its sentence as the term. */
const PLACE = 0.55;
/** Above this share of words without a counterpart a sentence is rendered freely. */
const FREE = 0.45;

const placeIn = (
  context: CheckContext,
  side: 'source' | 'target',
  segments: readonly number[],
  span: Span,
): number => {
  let before = 0;
  let all = 0;
  for (const segment of segments) {
    const length = context.text(side, segment).length;
    if (segment < span.segment) before += length;
    if (segment === span.segment) before += span.start;
    all += length;
  }
  return before / Math.max(1, all);
};

/** Written without a space at a word that renders one of the original: a part of one compound with it. */
const isPartOfRendered = (unit: Unit, units: readonly Unit[]): boolean =>
  units.some(
    (other) =>
      other.partners.length > 0 &&
      other.segment === unit.segment &&
      (other.start === unit.end || other.end === unit.start),
  );

/** Where other words of the original stand that have no rendering either: a word that is nearer to one of them is rather its own. */
const placesOfOpen = (context: CheckContext, bead: number, term: Span): readonly number[] => {
  const { source } = context.beads[bead]!;
  const units = context.renderings(bead).source;
  return source.flatMap((segment) =>
    context
      .words('source', segment)
      .filter((word) => {
        if (!/\p{L}/u.test(word.text) || isStopWord(word.text, context.sourceLang)) return false;
        if (segment === term.segment && word.start < term.end && term.start < word.end) return false;
        return !units.some(
          (unit) =>
            unit.segment === segment &&
            unit.start < word.end &&
            word.start < unit.end &&
            unit.partners.length > 0,
        );
      })
      .map(({ start, end }) =>
        placeIn(context, 'source', source, context.span('source', segment, start, end)),
      ),
  );
};

/** A rare content word of the target that renders no word of its original: what stands in place of the usual rendering. */
export const findSubstitute = (
  context: CheckContext,
  bead: number,
  term: Span,
  isRare: (text: string) => boolean,
): Span | null => {
  const { source, target } = context.beads[bead]!;
  const place = placeIn(context, 'source', source, term);
  const others = placesOfOpen(context, bead, term);
  let best: Span | null = null;
  let nearest = PLACE;
  const units = context
    .renderings(bead)
    .target.filter(
      (unit) =>
        !isStopWord(context.text('target', unit.segment).slice(unit.start, unit.end), context.targetLang),
    );
  const open = units.filter((unit) => unit.partners.length === 0);
  // Where much is rendered freely, no word stands for another.
  if (open.length > 2 && open.length > units.length * FREE) return null;
  for (const unit of open) {
    const span = context.span('target', unit.segment, unit.start, unit.end);
    if (isStopWord(span.text, context.targetLang) || !isRare(span.text)) continue;
    if (context.targetLang.slice(0, 2) === 'de' && !/^\p{Lu}/u.test(span.text)) continue;
    if (context.targetLang.slice(0, 2) === 'zh' && isPartOfRendered(unit, units)) continue;
    const at = placeIn(context, 'target', target, span);
    const distance = Math.abs(at - place);
    if (others.some((other) => Math.abs(at - other) < distance)) continue;
    if (distance < nearest) [best, nearest] = [span, distance];
  }
  return best;
};
