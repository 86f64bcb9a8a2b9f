/**
 * What people confirmed in a project teaches the aligner in all its documents. A pair is read from the store once; of many pairs those
 * are taken that share a word with the text at hand, rare words first.
 */
import type { TaughtPair } from '../core/align/index.ts';
import { scanWords } from '../core/lexicon/index.ts';
import { baseLanguage, isStopWord } from '../core/text/index.ts';
import {
  type AlignedLangs,
  alignmentsWithLangs,
  type ConfirmedBead,
  confirmedBeads,
  hasMoreWalls,
  type Store,
  segmentsBetween,
} from '../store/index.ts';
import { startOf } from './additions.ts';

/** Pairs that are looked at: those confirmed last. */
const MOST_KNOWN = 3000;
/** Confirmed groups that are read while a person waits for the next row. */
const MOST_IN_PASSING = 1500;
/** Pairs that teach one word: more say nothing new. */
const FOR_A_WORD = 4;
/** Pairs beside them that share no word with the text. */
const BACKGROUND = 30;
/** A word in more pairs than this is too common to choose by. */
const COMMON = 60;

interface KnownPair extends TaughtPair {
  readonly words: readonly string[];
}

export class TaughtPairs {
  private readonly store: Store;
  /** By bead and what may change of it; null where one side is empty. */
  private read = new Map<string, KnownPair | null>();

  constructor(store: Store) {
    this.store = store;
  }

  /**
   * Whether there is so much confirmed work that reading it would hold up the next edit: then it teaches when the texts are aligned, and
   * not in passing.
   */
  isTooMuchInPassing(): boolean {
    return hasMoreWalls(this.store, MOST_IN_PASSING);
  }

  /** The same for a look in passing: nothing where that would take too long. */
  chooseQuickly(sourceLang: string, targetLang: string, texts: Iterable<string>, most: number): TaughtPair[] {
    return this.isTooMuchInPassing() ? [] : this.choose(sourceLang, targetLang, texts, most);
  }

  /** Pairs in these languages that teach words of `texts`, which are in the source language; `most` at most. */
  choose(sourceLang: string, targetLang: string, texts: Iterable<string>, most: number): TaughtPair[] {
    const pairs = this.pairsIn(sourceLang, targetLang);
    if (pairs.length === 0) return [];
    const byWord = new Map<string, number[]>();
    pairs.forEach(({ words }, at) => {
      for (const word of words) {
        const places = byWord.get(word);
        if (places) places.push(at);
        else byWord.set(word, [at]);
      }
    });
    const wanted = new Set<string>();
    for (const text of texts) for (const word of wordsOf(text, sourceLang)) wanted.add(word);
    const lists = [...wanted].flatMap((word) => {
      const places = byWord.get(word);
      return places && places.length <= COMMON ? [places] : [];
    });
    lists.sort((a, b) => a.length - b.length || a[0]! - b[0]!);
    const chosen = new Set<number>();
    for (const places of lists)
      for (const at of places.slice(0, FOR_A_WORD)) if (chosen.size < most) chosen.add(at);
    // Words keep company by chance in a few pairs: others show how common they are.
    const enough = Math.min(most, pairs.length, chosen.size + BACKGROUND);
    for (let at = 0; chosen.size < enough; at++) chosen.add(at);
    return [...chosen]
      .sort((a, b) => a - b)
      .map((at) => ({ source: pairs[at]!.source, target: pairs[at]!.target }));
  }

  private pairsIn(sourceLang: string, targetLang: string): KnownPair[] {
    const [source, target] = [baseLanguage(sourceLang), baseLanguage(targetLang)];
    const alignments = new Map(
      alignmentsWithLangs(this.store)
        .filter((one) => baseLanguage(one.sourceLang) === source && baseLanguage(one.targetLang) === target)
        .map((one) => [one.id, one]),
    );
    const beads = confirmedBeads(this.store, [...alignments.keys()], MOST_KNOWN);
    if (this.read.size > 4 * MOST_KNOWN) this.read = new Map();
    return beads.flatMap((bead) => {
      const name = [bead.id, bead.reviewedAt, bead.sourceTo, bead.targetTo].join();
      let pair = this.read.get(name);
      if (pair === undefined) {
        pair = this.readPair(bead, alignments.get(bead.alignmentId)!);
        this.read.set(name, pair);
      }
      return pair ?? [];
    });
  }

  private readPair(bead: ConfirmedBead, alignment: AlignedLangs): KnownPair | null {
    const start = startOf(this.store, bead);
    const join = (versionId: number, from: number, to: number): string =>
      segmentsBetween(this.store, versionId, from, to)
        .map(({ text }) => text)
        .join(' ');
    const source = join(alignment.sourceId, start.sourceTo, bead.sourceTo);
    const target = join(alignment.targetId, start.targetTo, bead.targetTo);
    if (source === '' || target === '') return null;
    return { source, target, words: [...wordsOf(source, alignment.sourceLang)] };
  }
}

/** Words that are no stop words, and pairs of Han characters. */
function wordsOf(text: string, lang: string): Set<string> {
  const words = new Set<string>();
  const bounds = scanWords(text);
  for (let at = 0; at < bounds.length; at += 2) {
    const word = text.slice(bounds[at], bounds[at + 1]);
    if (!isStopWord(word, lang)) words.add(word.toLowerCase());
  }
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu))
    for (let at = 0; at + 1 < run.length; at++) words.add(run.slice(at, at + 2));
  return words;
}
