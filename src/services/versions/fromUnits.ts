/** Units of a file (TMX, XLIFF, tables) held against the text that they are a revision of. */
import {
  compareSentences,
  makeCutAlong,
  reviseByUnits,
  type SentenceChange,
} from '../../core/compare/index.ts';
import { cleanSegment, DOCUMENT_PROPERTY, type TmxUnit } from '../../core/format/tmx.ts';
import { isBody, type Segment } from '../../core/model.ts';
import { findSentenceEnds } from '../../core/text/index.ts';
import { allBeads, type LoadedText, loadText, type Store, type VersionRow } from '../../store/index.ts';
import type { DocumentIndex, IndexedAlignment } from '../documentIndex.ts';
import { toBeads } from '../pairTexts.ts';
import { type BroughtUnits, codeFor } from './readVersion.ts';

/** Of new sentences the numbers of their groups, in one alignment. */
export interface KnownHomes {
  readonly alignmentId: number;
  readonly beads: ReadonlyMap<number, number>;
}
interface Revised {
  readonly segments: readonly Segment[];
  readonly changes: readonly SentenceChange[];
  readonly homes: KnownHomes | null;
  readonly untouched: number;
}

export function reviseFromUnits(
  store: Store,
  index: DocumentIndex,
  of: VersionRow,
  old: LoadedText,
  brought: BroughtUnits,
): Revised {
  const units = unitsOf(brought.units, index.document.title);
  const beside = findBeside(index, of, brought);
  const own = old.text.segments.map(({ text }) => cleanSegment(text));
  const cut = cutterFor(of.lang);
  const textIn = (unit: TmxUnit, code: string): string | null =>
    unit.variants.find(({ lang }) => lang === code)?.text || null;
  if (beside === null) {
    const cutAlong = makeCutAlong(own, cut);
    const sentences = units.flatMap((unit, number) =>
      cutAlong(textIn(unit, brought.code) ?? '').map((text) => ({ text, unit: number })),
    );
    const changes = compareSentences(
      own,
      sentences.map(({ text }) => text),
      of.lang,
    );
    return { segments: toSegments(old, sentences, changes), changes, homes: null, untouched: 0 };
  }
  const { alignment, version, code } = beside;
  const other = loadText(store, version);
  const isSource = version.id === alignment.targetId;
  const beads = toBeads(
    isSource ? { source: old, target: other } : { source: other, target: old },
    allBeads(store, alignment.id),
  ).map(({ source, target }) => (isSource ? { own: source, other: target } : { own: target, other: source }));
  const { sentences, changes, homes, untouched } = reviseByUnits({
    units: units.map((unit) => ({ own: textIn(unit, brought.code), other: textIn(unit, code) })),
    own,
    isFixed: (one) => !isBody(old.text.segments[one]!),
    other: other.text.segments.map(({ text }) => cleanSegment(text)),
    beads,
    lang: of.lang,
    otherLang: version.lang,
    cut,
  });
  return {
    segments: toSegments(old, sentences, changes),
    changes,
    homes: { alignmentId: alignment.id, beads: homes },
    untouched,
  };
}

/** Of a file that names documents, as our own do, those of this one. */
function unitsOf(units: readonly TmxUnit[], title: string): readonly TmxUnit[] {
  const own = units.filter(
    ({ properties = [] }) => properties.find(({ type }) => type === DOCUMENT_PROPERTY)?.value === title,
  );
  return own.length > 0 ? own : units;
}

/** The text that the units stand beside: the original of a rendering, a rendering of the original; null where the file has none. */
function findBeside(
  index: DocumentIndex,
  of: VersionRow,
  { codes, code }: BroughtUnits,
): { readonly alignment: IndexedAlignment; readonly version: VersionRow; readonly code: string } | null {
  const others = codes.filter((one) => one !== code);
  for (const alignment of index.alignments) {
    if (alignment.engine === 'none' || (alignment.sourceId !== of.id && alignment.targetId !== of.id))
      continue;
    const version = alignment.sourceId === of.id ? alignment.target : index.original;
    const found = codeFor(others, version);
    if (found !== undefined) return { alignment, version, code: found };
  }
  return null;
}

const cutterFor =
  (lang: string) =>
  (text: string): string[] => {
    let from = 0;
    return findSentenceEnds(text, lang).map((end) => {
      const sentence = text.slice(from, end).trim();
      from = end;
      return sentence;
    });
  };

/** What stayed is the very segment that it was; what changed keeps its kind and paragraph. */
function toSegments(
  old: LoadedText,
  sentences: readonly { readonly text: string; readonly unit: number | null }[],
  changes: readonly SentenceChange[],
): Segment[] {
  const was = new Map(
    changes.flatMap(({ before, after, kind }) =>
      before === null || after === null
        ? []
        : [[after, { kind, segment: old.text.segments[before]! }] as const],
    ),
  );
  let paragraph = 0;
  return sentences.map(({ text, unit }, number) => {
    const before = was.get(number);
    paragraph = before?.segment.paragraph ?? paragraph;
    const place = { line: (unit ?? 0) + 1, paragraph, start: 0, end: 0 };
    if (!before) return { text, kind: 'text', ...place };
    const { kind, segment } = before;
    return kind === 'same' ? { ...segment, paragraph } : { ...place, text, kind: segment.kind };
  });
}
