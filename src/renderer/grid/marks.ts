/** Tints and flags of the sentences on screen, by sentence, so that each sentence redraws for its own marks only. */
import { create } from 'zustand';
import type { FlagView, RowWindow, SegmentView } from '../../contract/index.ts';
import { api } from '../state/api.ts';
import type { Mark } from './pieces.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Marks {
  readonly tints: ReadonlyMap<number, readonly Mark[]>;
  readonly flags: ReadonlyMap<number, readonly Mark[]>;
  /** Both spans of the flag that the inspector is about. */
  readonly lit: ReadonlyMap<number, readonly Mark[]>;
  /** Open notes; one on a whole sentence has an empty span. */
  readonly noted: ReadonlyMap<number, readonly Mark[]>;
  /** The words that a note is about, while somebody writes it or points at it. */
  readonly litWords: ReadonlyMap<number, readonly Mark[]>;
  /** Hits of the search. */
  readonly found: ReadonlyMap<number, readonly Mark[]>;
}

const NOTHING: Marks = {
  tints: new Map(),
  flags: new Map(),
  lit: new Map(),
  noted: new Map(),
  litWords: new Map(),
  found: new Map(),
};
const MOST_TINTED = 4000;

export const useMarks = create<Marks>(() => NOTHING);

/** Texts for which tints were asked, by sentence: another text needs other tints. */
let tintedTexts = new Map<number, string>();

export const resetMarks = (): void => {
  tintedTexts = new Map();
  useMarks.setState(NOTHING, true);
};

const spansOf = (flag: FlagView) => [flag.sourceSpan, flag.targetSpan].filter((span) => span !== null);

const collect = (flags: readonly FlagView[], look: (flag: FlagView) => string): Map<number, Mark[]> => {
  const bySegment = new Map<number, Mark[]>();
  for (const flag of flags)
    for (const { segmentId, start, end } of spansOf(flag)) {
      const marks = bySegment.get(segmentId) ?? [];
      marks.push({ start, end, look: look(flag) });
      bySegment.set(segmentId, marks);
    }
  return bySegment;
};

let flagsAsked = 0;

/** Fetches the open flags of some rows and shows them; an answer that was overtaken by a later question is dropped. */
export const showFlagsOf = async (
  place: { readonly project: string; readonly documentId: number },
  furniture: boolean,
  from: number,
  to: number,
): Promise<void> => {
  flagsAsked += 1;
  const asked = flagsAsked;
  if (to <= from) return;
  const flags = await api.flags.list({ ...place, furniture, rows: { from, to } });
  if (asked !== flagsAsked) return;
  useMarks.setState({ flags: collect(flags, (flag) => `flagged ${flag.severity}`) });
};

export const lightFlag = (flag: FlagView | null): void =>
  useMarks.setState({ lit: collect(flag ? [flag] : [], () => 'lit') });

const segmentsOf = ({ rows, cells }: Pick<RowWindow, 'rows' | 'cells'>): readonly SegmentView[] => [
  ...rows.flatMap((row) => row.source ?? []),
  ...cells.flatMap((cell) => cell.segments),
];

export const lightWords = (words: (Span & { readonly segmentId: number }) | null): void =>
  useMarks.setState({
    litWords: new Map(
      words ? [[words.segmentId, [{ start: words.start, end: words.end, look: 'lit' }]]] : [],
    ),
  });

let notesAsked = 0;

/** Fetches the open notes on the sentences on screen and shows where they are. */
export const showNotesOn = async (
  project: string,
  shown: Pick<RowWindow, 'rows' | 'cells'>,
): Promise<void> => {
  notesAsked += 1;
  const asked = notesAsked;
  const segmentIds = [...new Set(segmentsOf(shown).map(({ id }) => id))].slice(0, 2000);
  const notes = segmentIds.length === 0 ? [] : await api.review.notesOn({ project, segmentIds });
  if (asked !== notesAsked) return;
  const noted = new Map<number, Mark[]>();
  for (const { segmentId, span, author, text, parentId, resolved } of notes) {
    if (parentId !== null || resolved) continue;
    const place = span ?? { start: 0, end: 0 };
    const mark = { ...place, look: 'noted', said: `${author}: ${text}` };
    noted.set(segmentId, [...(noted.get(segmentId) ?? []), mark]);
  }
  useMarks.setState({ noted });
};

interface Found {
  readonly segmentId: number;
  readonly spans: readonly Span[];
}

export const showFound = (hits: readonly Found[]): void =>
  useMarks.setState({
    found: new Map(
      hits.map(({ segmentId, spans }) => [segmentId, spans.map((span) => ({ ...span, look: 'found' }))]),
    ),
  });

/** Fetches the tints of sentences that do not have theirs yet. */
export const tint = async (project: string, shown: Pick<RowWindow, 'rows' | 'cells'>): Promise<void> => {
  const missing = segmentsOf(shown).filter((segment) => tintedTexts.get(segment.id) !== segment.text);
  if (missing.length === 0) return;
  const asked = tintedTexts;
  if (asked.size > MOST_TINTED) asked.clear();
  for (const segment of missing) asked.set(segment.id, segment.text);
  const ids = [...new Set(missing.map((segment) => segment.id))].slice(0, 2000);
  const found = await api.inspector.tints({ project, segmentIds: ids });
  if (asked !== tintedTexts) return;
  useMarks.setState(({ tints }) => {
    const next = new Map(tints.size > MOST_TINTED ? [] : tints);
    for (const id of ids) next.set(id, []);
    for (const { segmentId, start, end, kind, value } of found)
      next.set(segmentId, [
        ...(next.get(segmentId) ?? []),
        { start, end, look: `tint ${kind}`, hint: value },
      ]);
    return { tints: next };
  });
};
