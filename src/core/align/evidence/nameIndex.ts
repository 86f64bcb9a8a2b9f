/**
 * Where the names of one text may stand in the other: an inverted index from the beginnings of their possible spellings to
 * the names, so that a long text is read once and each name is looked for only where it can be.
 */
import { findName, type NameMention, nameBeginnings, soundSkeleton } from '../../facts/index.ts';
import { isHan, scanWords } from '../../lexicon/words.ts';

export interface FoundMention {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** Below this a find is more likely another name. */
const LEAST_CERTAINTY = 0.6;
const LONGEST_BEGINNING = 8;
/** Words around a beginning that are read with it. */
const [WORDS_BEFORE, WORDS_AFTER] = [2, 5];

const push = <K>(map: Map<K, Set<NameMention>>, key: K, name: NameMention): void => {
  const names = map.get(key);
  if (names) names.add(name);
  else map.set(key, new Set([name]));
};

export class NameIndex {
  private readonly beginnings = new Map<string, Set<NameMention>>();
  private readonly sounds = new Map<string, Set<NameMention>>();

  /** `names`: one mention of each name, in `homeLang`; they will be looked for in texts in `lang`. */
  constructor(
    names: Iterable<NameMention>,
    private readonly homeLang: string,
    private readonly lang: string,
  ) {
    for (const name of names) {
      const { spelled, sounding } = nameBeginnings(name, lang);
      for (const beginning of spelled) push(this.beginnings, beginning, name);
      for (const skeleton of sounding) push(this.sounds, skeleton, name);
    }
  }

  find(text: string): FoundMention[] {
    if (this.beginnings.size === 0 && this.sounds.size === 0) return [];
    return this.lang === 'zh' ? this.findByCharacters(text) : this.findByWords(text);
  }

  private findByCharacters(text: string): FoundMention[] {
    const found: FoundMention[] = [];
    for (let at = 0; at + 1 < text.length; at++) {
      if (!isHan(text.charCodeAt(at))) continue;
      const names = this.beginnings.get(text.slice(at, at + 2));
      if (names) this.confirm(names, text, at, at + LONGEST_BEGINNING, found);
    }
    return found;
  }

  private findByWords(text: string): FoundMention[] {
    const found: FoundMention[] = [];
    const bounds = scanWords(text);
    for (let at = 0; at < bounds.length; at += 2) {
      const word = text.slice(bounds[at], bounds[at + 1]);
      const lower = word.toLowerCase();
      if (lower === word) continue;
      const names = new Set<NameMention>();
      const key = lower.replaceAll('ё', 'е');
      for (let length = 2; length <= Math.min(key.length, LONGEST_BEGINNING); length++)
        for (const name of this.beginnings.get(key.slice(0, length)) ?? []) names.add(name);
      if (this.sounds.size > 0)
        for (const name of this.sounds.get(soundSkeleton(word)) ?? []) names.add(name);
      if (names.size === 0) continue;
      const from = bounds[Math.max(0, at - 2 * WORDS_BEFORE)]!;
      const to = bounds[Math.min(bounds.length - 1, at + 2 * WORDS_AFTER + 1)]!;
      this.confirm(names, text, from, to, found);
    }
    return found;
  }

  private confirm(
    names: Iterable<NameMention>,
    text: string,
    from: number,
    to: number,
    found: FoundMention[],
  ): void {
    const window = text.slice(from, to);
    for (const name of names) {
      const mention = findName(name, this.homeLang, window, this.lang);
      if (!mention || mention.certainty < LEAST_CERTAINTY) continue;
      const [start, end] = [from + mention.start, from + mention.end];
      if (!found.some((other) => other.start === start && other.key === name.key))
        found.push({ start, end, key: name.key });
    }
  }
}
