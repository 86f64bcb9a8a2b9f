/**
 * Names: places and organisations of the tables by their key, persons and other names by their spelling in the other language
 * (Tô Lâm = То Лам = 苏林). The names are read in the Vietnamese text where there is one, and looked for in the other.
 */
import { conceptMentions, extractNames, type NameMention, nameEvidence } from '../../facts/index.ts';
import { baseLanguage } from '../../text/index.ts';
import type { EvidenceId, RawUnit, WordEvidence } from '../model.ts';
import { PARAMETERS } from '../parameters.ts';
import { type FoundMention, NameIndex } from './nameIndex.ts';

export interface NameTexts {
  readonly sourceLang: string;
  readonly targetLang: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
}

const isConcept = (key: string): boolean => key.startsWith('place:') || key.startsWith('organisation:');
const isAcronym = ({ kind }: NameMention): boolean => kind === 'acronym';

/** The names of two texts: read at home, looked for away. */
class NamePair {
  private readonly homeLang: string;
  private readonly awayLang: string;
  private readonly atHome = new Map<string, readonly NameMention[]>();
  private readonly inAway = new Map<string, readonly FoundMention[]>();
  private readonly first = new Map<string, NameMention>();
  private readonly index: NameIndex;
  private readonly shared = new Set<string>();

  constructor(texts: NameTexts) {
    const [source, target] = [baseLanguage(texts.sourceLang), baseLanguage(texts.targetLang)];
    const turned = target === 'vi' && source !== 'vi';
    [this.homeLang, this.awayLang] = turned ? [target, source] : [source, target];
    const [home, away] = turned ? [texts.target, texts.source] : [texts.source, texts.target];
    for (const text of home) {
      const names = extractNames(text, this.homeLang);
      if (names.length > 0) this.atHome.set(text, names);
      for (const name of names) if (!this.first.has(name.key)) this.first.set(name.key, name);
    }
    this.index = new NameIndex(this.homeLang === 'vi' ? this.first.values() : [], 'vi', this.awayLang);
    for (const text of away) {
      const found = this.readAway(text);
      if (found.length > 0) this.inAway.set(text, found);
      for (const { key } of found) this.shared.add(key);
    }
  }

  private readAway(text: string): readonly FoundMention[] {
    const concepts = conceptMentions(text, this.awayLang).filter(({ key }) => this.first.has(key));
    return [...concepts, ...this.index.find(text)];
  }

  /** Units of the names that both texts have. */
  units(id: EvidenceId, text: string, lang: string): RawUnit[] {
    const mentions: readonly FoundMention[] =
      baseLanguage(lang) === this.awayLang ? (this.inAway.get(text) ?? []) : (this.atHome.get(text) ?? []);
    const units: RawUnit[] = [];
    const own = mentions.filter(
      ({ key }) => this.shared.has(key) && (id === 'acronym') === isAcronym(this.first.get(key)!),
    );
    for (const { start, end, keys } of byStretch(own)) {
      const recall = Math.max(...keys.map((key) => this.recallOf(this.first.get(key)!)));
      units.push({ key: keys.join(' '), start, end, meanings: keys.map((key) => `N${key}`), recall });
    }
    return units;
  }

  private recallOf(name: NameMention): number {
    const { acronym, name: strong, weakName } = PARAMETERS.recall;
    if (isAcronym(name)) return acronym;
    return nameEvidence(name, this.awayLang) === 'strong' || isConcept(name.key) ? strong : weakName;
  }
}

/** Mentions that overlap are one: `То Лам` is what the text elsewhere calls Tô Lâm and what it calls ông Lâm. */
const byStretch = (mentions: readonly FoundMention[]): { start: number; end: number; keys: string[] }[] => {
  const stretches: { start: number; end: number; keys: string[] }[] = [];
  for (const { start, end, key } of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = stretches.at(-1);
    if (!last || start >= last.end) stretches.push({ start, end, keys: [key] });
    else if (!last.keys.includes(key)) last.keys.push(key);
  }
  for (const { keys } of stretches) keys.sort();
  return stretches;
};

/** The two sources of evidence on names, of a pair of texts. */
export const namesOf = (texts: NameTexts): readonly WordEvidence[] => {
  const pair = new NamePair(texts);
  return (['name', 'acronym'] as const).map((id) => ({
    id,
    expected: true,
    claims: true,
    read: (text, lang, isFree) => pair.units(id, text, lang).filter(({ start, end }) => isFree(start, end)),
  }));
};
