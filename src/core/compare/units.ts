/**
 * A text that comes back as units beside the text it is aligned with (TMX, XLIFF, tables). The other side says which group a unit is
 * of, so a sentence that was written anew is still the sentence of its group, an order by something else does no harm, and what
 * the file does not speak of (page furniture, what an export left out) stays as it is.
 */
import { makeCutAlong } from './cutAlong.ts';
import { joinUnits, locateUnits } from './locateUnits.ts';
import { compareSentences, type SentenceChange } from './sentences.ts';

export interface ReturnedUnit {
  /** Of the text that is revised; null where the unit has none in its language. */
  readonly own: string | null;
  /** Of the text beside it. */
  readonly other: string | null;
}
export interface UnitsInput {
  readonly units: readonly ReturnedUnit[];
  /** The sentences that hold now, as a file would write them. */
  readonly own: readonly string[];
  /** Sentences that never go out: page furniture. */
  readonly isFixed: (own: number) => boolean;
  readonly other: readonly string[];
  /** The groups that hold now, by the numbers of their sentences. */
  readonly beads: readonly { readonly own: readonly number[]; readonly other: readonly number[] }[];
  readonly lang: string;
  readonly otherLang: string;
  /** Cuts a text into sentences. */
  readonly cut: (text: string) => readonly string[];
}
export interface UnitSentence {
  readonly text: string;
  /** The sentence that it was, null for one that came. */
  readonly before: number | null;
  /** The unit that brought it, null for one that the file does not speak of. */
  readonly unit: number | null;
}
export interface RevisedByUnits {
  readonly sentences: readonly UnitSentence[];
  readonly changes: readonly SentenceChange[];
  /** For sentences that came: the bead that the file puts them into. */
  readonly homes: ReadonlyMap<number, number>;
  /** Sentences that the file does not speak of; page furniture is not counted. */
  readonly untouched: number;
}

/** A sentence of the revised text on its way; `similarity` to what it was. */
interface Piece extends UnitSentence {
  readonly similarity: number;
}
/** What stands in a bead, and what stands alone behind it. */
interface Place {
  readonly inside: Piece[];
  readonly behind: Piece[];
}

/** Every sentence of `own` is found again or removed; beads keep their order. */
export function reviseByUnits(input: UnitsInput): RevisedByUnits {
  const { own, beads } = input;
  const located = locateUnits(input);
  const places = beads.map((): Place => ({ inside: [], behind: [] }));
  const front: Piece[] = [];
  const spoken = new Set<number>();
  for (const { units, beads: numbers } of joinUnits(input.units, located)) {
    for (const bead of numbers) for (const one of beads[bead]!.own) spoken.add(one);
    writeGroup(input, units, numbers, places);
  }
  layLooseUnits(input, located, spoken, places, front);
  let untouched = 0;
  beads.forEach((bead, number) => {
    const { inside } = places[number]!;
    for (const one of bead.own)
      if (input.isFixed(one) || !spoken.has(one)) {
        inside.push({ text: own[one]!, before: one, unit: null, similarity: 1 });
        if (!input.isFixed(one)) untouched += 1;
      }
    sortByBefore(inside);
  });
  return { ...listRevised(own.length, front, places), untouched };
}

/** The sentences of some beads in the words of the units that are of them. */
function writeGroup(
  { units: all, own, isFixed, beads, lang, cut }: UnitsInput,
  units: readonly number[],
  numbers: readonly number[],
  places: readonly Place[],
): void {
  const olds = numbers.flatMap((bead) =>
    beads[bead]!.own.filter((one) => !isFixed(one)).map((one) => ({ one, bead })),
  );
  const before = olds.map(({ one }) => own[one]!);
  const [only] = olds;
  // Most units come back as they went: nothing is to be cut or compared.
  if (units.length === 1 && only && olds.length === 1 && all[units[0]!]!.own === before[0]) {
    places[only.bead]!.inside.push({ text: before[0]!, unit: units[0]!, before: only.one, similarity: 1 });
    return;
  }
  const cutAlong = makeCutAlong(before, cut);
  // A group of one sentence comes back as one, however long it grew.
  const isOne = units.length === 1 && olds.length === 1;
  const news = units.flatMap((unit) => {
    const text = all[unit]!.own!;
    return (isOne ? [text.trim()] : cutAlong(text)).map((piece) => ({ unit, text: piece }));
  });
  const pairs = pairInOrder(
    before,
    news.map(({ text }) => text),
    lang,
  );
  let home: number | null = null;
  const homes = news.map((_, i) => {
    const pair = pairs.get(i);
    home = pair === undefined ? home : olds[pair.before]!.bead;
    return home;
  });
  let next = numbers[0]!;
  for (let i = news.length - 1; i >= 0; i--) {
    next = homes[i] ?? next;
    homes[i] ??= i === news.length - 1 ? numbers[0]! : next;
  }
  news.forEach(({ unit, text }, i) => {
    const pair = pairs.get(i);
    places[homes[i]!]!.inside.push({
      text,
      unit,
      before: pair === undefined ? null : olds[pair.before]!.one,
      similarity: pair?.similarity ?? 0,
    });
  });
}

/** Which new sentence is which old one, none crossing: the same, the similar, then what is left between them one by one. */
function pairInOrder(
  before: readonly string[],
  after: readonly string[],
  lang: string,
): Map<number, { readonly before: number; readonly similarity: number }> {
  const pairs = new Map<number, { before: number; similarity: number }>();
  const changes = compareSentences(before, after, lang);
  for (const change of changes)
    if (change.kind === 'same' || change.kind === 'changed')
      pairs.set(change.after!, { before: change.before!, similarity: change.similarity });
  let old = 0;
  const close = (from: number, to: number, upTo: number): void => {
    for (let i = from; i < to && old < upTo; i++) pairs.set(i, { before: old++, similarity: 0 });
  };
  let from = 0;
  for (let i = 0; i < after.length; i++) {
    const pair = pairs.get(i);
    if (pair === undefined) continue;
    close(from, i, pair.before);
    old = pair.before + 1;
    from = i + 1;
  }
  close(from, after.length, before.length);
  return pairs;
}

/** Units that no group is known for: found by their own words, else new sentences behind what the unit before them is of. */
function layLooseUnits(
  { units, own, isFixed, beads, lang, cut }: UnitsInput,
  located: readonly (readonly number[])[],
  spoken: Set<number>,
  places: readonly Place[],
  front: Piece[],
): void {
  const beadOf = new Map<number, number>();
  beads.forEach((bead, number) => {
    for (const one of bead.own) beadOf.set(one, number);
  });
  const left = own.flatMap((_, one) => (spoken.has(one) || isFixed(one) ? [] : [one]));
  const cutAlong = makeCutAlong(
    left.map((one) => own[one]!),
    cut,
  );
  const loose: { unit: number; text: string; behind: number }[] = [];
  let last = -1;
  units.forEach(({ own: text }, unit) => {
    last = located[unit]!.at(-1) ?? last;
    if (text === null || located[unit]!.length > 0) return;
    for (const piece of cutAlong(text)) loose.push({ unit, text: piece, behind: last });
  });
  if (loose.length === 0) return;
  const changes = compareSentences(
    left.map((one) => own[one]!),
    loose.map(({ text }) => text),
    lang,
  );
  for (const { before, after, similarity } of changes) {
    if (after === null) continue;
    const { unit, text, behind } = loose[after]!;
    if (before === null) {
      (behind < 0 ? front : places[behind]!.behind).push({ text, unit, before: null, similarity: 0 });
      continue;
    }
    const one = left[before]!;
    spoken.add(one);
    places[beadOf.get(one)!]!.inside.push({ text, unit, before: one, similarity });
  }
}

/** Into the order of the sentences that they were; one that came stays behind the one before it. */
function sortByBefore(pieces: Piece[]): void {
  let last = -1;
  const keyed = pieces.map((piece) => {
    last = piece.before ?? last;
    return { piece, key: last };
  });
  keyed.sort((a, b) => a.key - b.key);
  pieces.splice(0, pieces.length, ...keyed.map(({ piece }) => piece));
}

function listRevised(
  oldCount: number,
  front: readonly Piece[],
  places: readonly Place[],
): Pick<RevisedByUnits, 'sentences' | 'changes' | 'homes'> {
  const pieces: Piece[] = [...front];
  const homes = new Map<number, number>();
  places.forEach(({ inside, behind }, bead) => {
    for (const piece of inside) {
      if (piece.before === null) homes.set(pieces.length, bead);
      pieces.push(piece);
    }
    pieces.push(...behind);
  });
  const found = new Set(pieces.map(({ before }) => before));
  const changes: SentenceChange[] = [];
  let old = 0;
  const removeUpTo = (end: number): void => {
    for (; old < end; old++)
      if (!found.has(old)) changes.push({ kind: 'removed', before: old, after: null, similarity: 0 });
  };
  pieces.forEach(({ before, similarity }, after) => {
    if (before === null) {
      changes.push({ kind: 'added', before, after, similarity: 0 });
      return;
    }
    removeUpTo(before);
    old = before + 1;
    changes.push({ kind: similarity === 1 ? 'same' : 'changed', before, after, similarity });
  });
  removeUpTo(oldCount);
  return {
    sentences: pieces.map(({ text, before, unit }) => ({ text, before, unit })),
    changes,
    homes,
  };
}
