/** Replaces texts of many sentences in one edit. */
import { AppError } from '../../core/errors.ts';
import {
  beadOfSource,
  beadOfTarget,
  deleteFlagsOfSegments,
  getSegment,
  hashText,
  isWall,
  touchBead,
} from '../../store/index.ts';
import { changeText } from './noteSpans.ts';
import { type CommandOf, type EditContext, impossible, type Plan, possible } from './plan.ts';
import { clean, focusOnSegment } from './sentences.ts';

/** Triggers, history and search index take part in each: more at once would keep everybody waiting. */
const MOST = 20_000;

export function replaceText(context: EditContext, command: CommandOf<'replace-text'>): Plan {
  const { store, index } = context;
  const { segmentIds, stamps, texts } = command;
  if (segmentIds.length > MOST) return impossible('edit.too-many', { count: segmentIds.length, most: MOST });
  if (stamps.length !== segmentIds.length || texts.length !== segmentIds.length)
    throw new AppError('usage', { reason: 'Give a stamp and a text for each sentence.' });
  const langs = new Map(index.versions.map(({ id, lang }) => [id, lang]));
  const found = segmentIds.map((id, i) => {
    const segment = getSegment(store, id);
    const fresh = segment && langs.has(segment.versionId) && hashText(segment.text) === stamps[i];
    return fresh ? { segment, text: clean(texts[i]!) } : null;
  });
  const stale = found.filter((one) => one === null).length;
  if (stale > 0) return impossible('edit.stale-hits', { count: stale });
  const work = found.filter((one) => one !== null).filter(({ segment, text }) => segment.text !== text);
  if (work.length === 0) return impossible('edit.already');
  if (work.some(({ text }) => text === '')) return impossible('edit.text-empty');
  return possible(
    'edit.replaced',
    () => {
      deleteFlagsOfSegments(
        store,
        index.document.id,
        work.map(({ segment }) => segment.id),
      );
      for (const { segment, text } of work) {
        changeText(store, segment, text, langs.get(segment.versionId)!);
        for (const alignment of index.alignments) {
          const bead =
            alignment.sourceId === segment.versionId
              ? beadOfSource(store, alignment.id, segment.rank)
              : alignment.targetId === segment.versionId
                ? beadOfTarget(store, alignment.id, segment.rank)
                : undefined;
          // Whoever replaces looks at what is replaced: a sign-off stays, and the checks look at it again.
          if (bead && !isWall(bead)) touchBead(store, bead);
        }
      }
    },
    { params: { count: work.length }, focus: focusOnSegment(context, work[0]!.segment) },
  );
}
