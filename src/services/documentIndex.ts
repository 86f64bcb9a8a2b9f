/**
 * The rows of an open document in typed arrays: a row is an original sentence, or an addition that stands in one rendering alone.
 * Built once in a second or less at a million sentences, then kept up with each edit, so that any window of rows costs the same.
 */
import { AppError } from '../core/errors.ts';
import {
  type AlignmentRow,
  allRanks,
  bareBeads,
  currentAlignments,
  type DocumentRow,
  furnitureRanks,
  getDocument,
  type RowChange,
  type Store,
  type VersionRow,
  versionsOf,
} from '../store/index.ts';
import { type Addition, findAdditions } from './additions.ts';

export interface Rows {
  readonly total: number;
  /** For each row the rank of its sentence, or of the sentence after which the addition stands. */
  readonly rank: Float64Array;
  /** For each row 0 for a sentence, else the number of the alignment (1 for the first) whose addition it is. */
  readonly column: Uint8Array;
  /** For additions the cut that ends the bead. */
  readonly targetTo: Float64Array;
  /** Ranks of the visible sentences, and the row of each. */
  readonly sentence: Float64Array;
  readonly rowOfSentence: Int32Array;
}

/** The number of values ≤ `value` in an ascending array. */
export function countUpTo(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface IndexedAlignment extends AlignmentRow {
  readonly target: VersionRow;
}

export class DocumentIndex {
  readonly document: DocumentRow;
  readonly original: VersionRow;
  readonly versions: readonly VersionRow[];
  readonly alignments: readonly IndexedAlignment[];
  private readonly store: Store;
  private readonly ranks = new Map<number, Float64Array>();
  private readonly additions: Addition[][];
  private readonly rows = new Map<boolean, Rows>();
  private bodySentences: Float64Array | null = null;
  /** Beads of page furniture alone, by alignment. */
  private readonly bare = new Map<number, readonly number[]>();

  constructor(store: Store, documentId: number) {
    const document = getDocument(store, documentId);
    const versions = versionsOf(store, documentId);
    const original = versions.find((version) => version.role === 'original');
    if (!document || !original) throw new AppError('not-found', { what: 'document' });
    this.store = store;
    this.document = document;
    this.versions = versions;
    this.original = original;
    this.alignments = currentAlignments(store, documentId).map((alignment) => ({
      ...alignment,
      target: versions.find((version) => version.id === alignment.targetId)!,
    }));
    this.additions = this.alignments.map((alignment) =>
      findAdditions(store, alignment, 0, Number.MAX_SAFE_INTEGER),
    );
  }

  alignment(id: number): IndexedAlignment {
    const alignment = this.alignments.find((one) => one.id === id);
    if (!alignment) throw new AppError('not-found', { what: 'alignment' });
    return alignment;
  }

  ranksOf(versionId: number): Float64Array {
    let ranks = this.ranks.get(versionId);
    if (!ranks) {
      ranks = allRanks(this.store, versionId);
      this.ranks.set(versionId, ranks);
    }
    return ranks;
  }

  /** The 1-based number of a sentence in its text. */
  numberOf(versionId: number, rank: number): number {
    return countUpTo(this.ranksOf(versionId), rank);
  }

  /** Ids of the beads that hold nothing but page furniture. */
  bareBeads(alignmentId: number): readonly number[] {
    let bare = this.bare.get(alignmentId);
    if (!bare) {
      bare = bareBeads(this.store, this.alignment(alignmentId));
      this.bare.set(alignmentId, bare);
    }
    return bare;
  }

  rowsWith(furniture: boolean): Rows {
    let rows = this.rows.get(furniture);
    if (!rows) {
      rows = layRows(this.visibleSentences(furniture), this.visibleAdditions(furniture));
      this.rows.set(furniture, rows);
    }
    return rows;
  }

  private visibleSentences(furniture: boolean): Float64Array {
    const all = this.ranksOf(this.original.id);
    if (furniture) return all;
    this.bodySentences ??= without(all, furnitureRanks(this.store, this.original.id));
    return this.bodySentences;
  }

  private visibleAdditions(furniture: boolean): readonly (readonly Addition[])[] {
    return this.additions.map((list) =>
      list.filter((addition) => (furniture ? !addition.besideFurniture : !addition.hidden)),
    );
  }

  /** Takes in what an edit changed; false where the index has to be made anew. */
  update(changes: readonly RowChange[]): boolean {
    const stretches = new Map<number, [from: number, to: number]>();
    const touch = (alignmentId: number, rank: number): void => {
      const known = stretches.get(alignmentId) ?? [rank, rank];
      stretches.set(alignmentId, [Math.min(known[0], rank), Math.max(known[1], rank)]);
    };
    let isLaidAnew = false;
    for (const { table, before, after } of changes) {
      const images = [before, after].filter((image) => image !== null);
      if (table === 'document' || table === 'version') return false;
      if (table === 'alignment' && before?.['is_current'] !== after?.['is_current']) return false;
      if (table === 'bead' && !isSameCut(before, after))
        for (const image of images) touch(image['alignment_id'] as number, image['source_to'] as number);
      if (table === 'segment') {
        const versionId = images[0]!['version_id'] as number;
        if (!isOtherText(before, after)) {
          isLaidAnew = true;
          if (before === null || after === null) this.moveRank(versionId, images[0]!['rank'] as number);
          if (versionId === this.original.id) this.bodySentences = null;
          this.touchSegment(versionId, images[0]!['rank'] as number, touch);
        }
      }
    }
    if (isLaidAnew) this.bare.clear();
    let rowsMoved = isLaidAnew;
    for (const [alignmentId, [from, last]] of stretches) {
      this.bare.delete(alignmentId);
      const at = this.alignments.findIndex((one) => one.id === alignmentId);
      if (at < 0) continue;
      const to = this.endOfNext(alignmentId, last);
      const list = this.additions[at]!;
      const isOld = ({ sourceTo }: Addition): boolean => sourceTo >= from && sourceTo <= to;
      const fresh = findAdditions(this.store, this.alignments[at]!, from, to);
      // Most edits leave every row where it is: laying hundreds of thousands anew is spared them.
      if (isSameList(list.filter(isOld), fresh)) continue;
      rowsMoved = true;
      const kept = list.filter((addition) => !isOld(addition));
      const place = kept.findIndex((addition) => addition.sourceTo > to);
      kept.splice(place < 0 ? kept.length : place, 0, ...fresh);
      this.additions[at] = kept;
    }
    if (rowsMoved) this.rows.clear();
    return true;
  }

  /** Where the bead behind a cut ends: it begins at that cut, so a cut that moved changes what is in it. */
  private endOfNext(alignmentId: number, cut: number): number {
    const next = this.store
      .sql('SELECT min(source_to) FROM bead WHERE alignment_id = ? AND source_to > ?')
      .pluck()
      .get(alignmentId, cut) as unknown as number | null;
    return next ?? cut;
  }

  /** Takes in one sentence that came or went, or came and went: the row itself decides. */
  private moveRank(versionId: number, rank: number): void {
    const ranks = this.ranks.get(versionId);
    if (!ranks) return;
    const at = countUpTo(ranks, rank);
    const known = ranks[at - 1] === rank;
    const there =
      this.store.sql('SELECT 1 FROM segment WHERE version_id = ? AND rank = ?').get(versionId, rank) !==
      undefined;
    if (known === there) return;
    const moved = new Float64Array(ranks.length + (there ? 1 : -1));
    if (there) {
      moved.set(ranks.subarray(0, at));
      moved[at] = rank;
      moved.set(ranks.subarray(at), at + 1);
    } else {
      moved.set(ranks.subarray(0, at - 1));
      moved.set(ranks.subarray(at), at - 1);
    }
    this.ranks.set(versionId, moved);
  }

  private touchSegment(
    versionId: number,
    rank: number,
    touch: (alignmentId: number, rank: number) => void,
  ): void {
    for (const alignment of this.alignments) {
      const column =
        alignment.sourceId === versionId
          ? 'source_to'
          : alignment.targetId === versionId
            ? 'target_to'
            : null;
      if (column === null) continue;
      const other = column === 'source_to' ? 'target_to' : 'source_to';
      const sourceTo = this.store
        .sql(
          `SELECT source_to FROM bead WHERE alignment_id = ? AND ${column} >= ? ORDER BY ${column}, ${other} LIMIT 1`,
        )
        .pluck()
        .get(alignment.id, rank) as unknown as number | undefined;
      if (sourceTo !== undefined) touch(alignment.id, sourceTo);
    }
  }
}

type Image = RowChange['before'];

/** Whether the additions are what they were. */
const isSameList = (old: readonly Addition[], fresh: readonly Addition[]): boolean =>
  old.length === fresh.length &&
  old.every((one, i) => {
    const { beadId, sourceTo, targetTo, hidden, besideFurniture } = fresh[i]!;
    return (
      one.beadId === beadId &&
      one.sourceTo === sourceTo &&
      one.targetTo === targetTo &&
      one.hidden === hidden &&
      one.besideFurniture === besideFurniture
    );
  });

/** Whether a bead was changed but not moved. */
export const isSameCut = (before: Image, after: Image): boolean =>
  before !== null &&
  after !== null &&
  before['source_to'] === after['source_to'] &&
  before['target_to'] === after['target_to'];

/** Whether a sentence stays where it is, as visible as it was. */
export const isOtherText = (before: Image, after: Image): boolean =>
  before !== null &&
  after !== null &&
  before['kind'] === after['kind'] &&
  before['rank'] === after['rank'] &&
  before['version_id'] === after['version_id'];

/** `all` without `some`, both ascending. */
function without(all: Float64Array, some: Float64Array): Float64Array {
  if (some.length === 0) return all;
  let next = 0;
  return all.filter((value) => {
    while (next < some.length && some[next]! < value) next++;
    return some[next] !== value;
  });
}

/** Sentences in order, each followed by the additions that stand after it, column by column. */
function layRows(sentence: Float64Array, additions: readonly (readonly Addition[])[]): Rows {
  const extra = additions
    .flatMap((list, i) => list.map((addition) => ({ addition, column: i + 1 })))
    .sort(
      (a, b) =>
        a.addition.sourceTo - b.addition.sourceTo ||
        a.column - b.column ||
        a.addition.targetTo - b.addition.targetTo,
    );
  const total = sentence.length + extra.length;
  const rank = new Float64Array(total);
  const column = new Uint8Array(total);
  const targetTo = new Float64Array(total);
  const rowOfSentence = new Int32Array(sentence.length);
  let row = 0;
  let at = 0;
  /** Sentences up to (not including) `end`, as they follow each other. */
  const putSentences = (end: number): void => {
    rank.set(sentence.subarray(at, end), row);
    for (; at < end; at++) rowOfSentence[at] = row++;
  };
  for (const { addition, column: number } of extra) {
    putSentences(Math.max(at, countUpTo(sentence, addition.sourceTo)));
    rank[row] = addition.sourceTo;
    column[row] = number;
    targetTo[row++] = addition.targetTo;
  }
  putSentences(sentence.length);
  return { total, rank, column, targetTo, sentence, rowOfSentence };
}
