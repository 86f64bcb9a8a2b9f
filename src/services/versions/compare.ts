/** Compares states of one text: versions, a version as it was before an edit, and files that are not in the project. */
import type { ComparedPiece, ComparedText, Comparison, TakeChange } from '../../contract/index.ts';
import { type BesidePiece, type BesideTake, compareWords, layBeside } from '../../core/compare/index.ts';
import { AppError } from '../../core/errors.ts';
import { isBody } from '../../core/model.ts';
import {
  allBeads,
  getVersion,
  type SegmentRow,
  type Store,
  segmentsBetween,
  type VersionRow,
} from '../../store/index.ts';
import type { DocumentIndex, IndexedAlignment } from '../documentIndex.ts';
import { compareWith } from './compared.ts';
import { countChanges } from './counts.ts';
import { segmentsBeforeEdit } from './past.ts';
import type { Brought } from './readVersion.ts';

interface Sentence {
  readonly id: number | null;
  readonly text: string;
}
interface State {
  readonly title: string;
  readonly sentences: readonly Sentence[];
}
type BodyRow = Pick<SegmentRow, 'id' | 'rank' | 'kind' | 'text'>;

export interface CompareOptions {
  readonly texts: readonly ComparedText[];
  readonly onlyChanges: boolean;
  readonly from: number;
  readonly limit: number;
  /** Reads a file as a further version of this one. */
  readonly readFile: (file: string, of: VersionRow) => Promise<Brought>;
}

const bodyOf = (store: Store, versionId: number): BodyRow[] =>
  segmentsBetween(store, versionId, 0, Number.MAX_SAFE_INTEGER).filter(isBody);

export async function compareTexts(
  store: Store,
  index: DocumentIndex,
  options: CompareOptions,
): Promise<Omit<Comparison, 'revision'>> {
  const { holds, alignment } = findPivot(store, index, options.texts);
  const pivot = bodyOf(store, holds.id);
  const states = await Promise.all(
    options.texts.map((text) => readState(store, index, holds, text, options)),
  );
  const original = alignment ? bodyOf(store, index.original.id) : [];
  const { rows, changes } = layBeside({
    beads: alignment
      ? bodyBeads(store, alignment, original, pivot)
      : pivot.map((_, i) => ({ source: [], target: [i] })),
    pivot: pivot.map(({ text }) => text),
    texts: states.map(({ sentences }) => sentences.map(({ text }) => text)),
    lang: holds.lang,
  });
  const numbered = rows.map((row, i) => ({ ...row, index: i }));
  const changedRows = numbered.filter(({ changed }) => changed).map((row) => row.index);
  const shown = options.onlyChanges ? numbered.filter(({ changed }) => changed) : numbered;
  const view = (piece: BesidePiece, text: number): ComparedPiece => {
    const own = piece.kind === 'removed' ? states[0]! : states[text]!;
    const sentence = own.sentences[piece.sentence]!;
    const before = piece.base === null ? null : states[0]!.sentences[piece.base]!.text;
    const differs = before !== null && piece.kind !== 'removed' && before !== sentence.text;
    return {
      segmentId: sentence.id,
      kind: piece.kind,
      text: sentence.text,
      words: differs ? compareWords(before, sentence.text, holds.lang) : [],
    };
  };
  return {
    lang: holds.lang,
    originalLang: index.original.lang,
    titles: states.map(({ title }) => title),
    counts: changes.map(countChanges),
    total: rows.length,
    changedRows,
    from: options.from,
    rows: shown.slice(options.from, options.from + options.limit).map((row) => ({
      index: row.index,
      changed: row.changed,
      original: row.source.map((i) => {
        const { id, rank, text } = original[i]!;
        return { segmentId: id, number: index.numberOf(index.original.id, rank), text };
      }),
      cells: row.cells.map((cell, text) => cell.map((piece) => view(piece, text))),
      takes: row.takes.map((list, text) =>
        list.map((take) =>
          nameTake(take, holds.id, pivot, states[text]!, original[row.source[0] ?? -1]?.id ?? null),
        ),
      ),
    })),
  };
}

function nameTake(
  take: BesideTake,
  versionId: number,
  pivot: readonly BodyRow[],
  { sentences }: State,
  original: number | null,
): TakeChange {
  const idOf = (one: number | null): number | null => (one === null ? null : pivot[one]!.id);
  if (take.kind === 'remove') return { kind: 'remove', segmentId: pivot[take.pivot]!.id };
  if (take.kind === 'replace')
    return { kind: 'replace', segmentId: pivot[take.pivot]!.id, text: sentences[take.sentence]!.text };
  return {
    kind: 'insert',
    versionId,
    after: idOf(take.after),
    before: idOf(take.before),
    original,
    texts: take.sentences.map((one) => sentences[one]!.text),
  };
}

/** The version that people work on in the column of the first version that is named; its rows are the rows. */
function findPivot(
  store: Store,
  index: DocumentIndex,
  texts: readonly ComparedText[],
): { readonly holds: VersionRow; readonly alignment: IndexedAlignment | undefined } {
  const named = texts.find((text) => 'versionId' in text);
  const version = named && 'versionId' in named ? getVersion(store, named.versionId) : undefined;
  const holds = index.versions.find(({ columnRank }) => columnRank === version?.columnRank);
  if (!version || !holds || version.documentId !== index.document.id)
    throw new AppError('not-found', { what: 'version' });
  return { holds, alignment: index.alignments.find(({ targetId }) => targetId === holds.id) };
}

/** Beads by the numbers of body sentences; those of page furniture alone are left out. */
function bodyBeads(
  store: Store,
  alignment: IndexedAlignment,
  sources: readonly BodyRow[],
  targets: readonly BodyRow[],
) {
  let s = 0;
  let t = 0;
  const take = (rows: readonly BodyRow[], from: number, to: number): number[] => {
    const taken: number[] = [];
    for (let i = from; i < rows.length && rows[i]!.rank <= to; i++) taken.push(i);
    return taken;
  };
  const beads = allBeads(store, alignment.id);
  const cuts =
    beads.length > 0 ? beads : [{ sourceTo: Number.MAX_SAFE_INTEGER, targetTo: Number.MAX_SAFE_INTEGER }];
  return cuts.flatMap((cut) => {
    const source = take(sources, s, cut.sourceTo);
    const target = take(targets, t, cut.targetTo);
    s += source.length;
    t += target.length;
    return source.length + target.length > 0 ? [{ source, target }] : [];
  });
}

async function readState(
  store: Store,
  index: DocumentIndex,
  holds: VersionRow,
  text: ComparedText,
  { readFile }: CompareOptions,
): Promise<State> {
  if ('file' in text) {
    const brought = await readFile(text.file, holds);
    const { segments } = compareWith(store, index, holds, brought);
    return {
      title: brought.name,
      sentences: segments.filter(isBody).map((one) => ({ id: null, text: one.text })),
    };
  }
  const version = getVersion(store, text.versionId);
  if (version?.documentId !== holds.documentId) throw new AppError('not-found', { what: 'version' });
  const rows =
    text.beforeEdit === undefined
      ? bodyOf(store, version.id)
      : segmentsBeforeEdit(store, version.id, text.beforeEdit).filter(isBody);
  return {
    title: version.label || version.sourceName,
    sentences: rows.map(({ id, text: words }) => ({
      id: text.beforeEdit === undefined ? id : null,
      text: words,
    })),
  };
}
