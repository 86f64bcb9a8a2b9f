/** A person's title in the other gender than nearly everywhere else in the translation (specification 2.3 c). */
import { isBody } from '../../model.ts';
import type { Check, CheckContext, Finding } from '../check.ts';
import endingsText from '../data/genderEndings.txt?raw';
import { foldWord } from '../words.ts';

interface Ending {
  readonly feminine: string;
  readonly masculine: string;
}

interface Mention {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly feminine: boolean;
}

const ENDINGS: ReadonlyMap<string, readonly Ending[]> = (() => {
  const endings = new Map<string, Ending[]>();
  for (const line of endingsText.split('\n')) {
    const match = /^([a-z]{2}) \|([^|]*)\|(.*)$/u.exec(line);
    if (!match) continue;
    const list = endings.get(match[1]!) ?? [];
    endings.set(match[1]!, list);
    list.push({ feminine: match[2]!.trim(), masculine: match[3]!.trim() });
  }
  return endings;
})();

const CASE_ENDINGS: Readonly<Record<string, RegExp>> = {
  de: /(?:en|es|s|n|e)?$/u,
  ru: /(?:ами|ями|ом|ем|ой|ей|ою|ею|ам|ям|ах|ях|ов|а|я|у|ю|е|и|ы|ь)?$/u,
};
/** Shorter stems fit by chance. */
const LEAST_STEM = 5;
/** A title must be in the other gender this often, and the odd one in at most this share. */
const LEAST_OTHERS = 2;
const MINORITY = 0.4;

/** Stem of a title without gender and case, and which gender it is. */
export const readTitle = (
  word: string,
  lang: string,
): { readonly stem: string; readonly feminine: boolean } | null => {
  const fold = foldWord(word).replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u');
  const cases = CASE_ENDINGS[lang];
  if (!cases) return null;
  const bare = fold.replace(lang === 'de' && fold.endsWith('in') ? /$/u : cases, '');
  for (const { feminine, masculine } of ENDINGS.get(lang) ?? []) {
    if (!bare.endsWith(feminine) || bare.length - feminine.length < LEAST_STEM) continue;
    return { stem: bare.slice(0, bare.length - feminine.length) + masculine, feminine: true };
  }
  return bare.length < LEAST_STEM ? null : { stem: bare, feminine: false };
};

/** Titles by person and stem. */
const collect = (context: CheckContext, lang: string): ReadonlyMap<string, readonly Mention[]> => {
  const groups = new Map<string, Mention[]>();
  for (const [index, segment] of context.target.segments.entries()) {
    if (!isBody(segment)) continue;
    const words = context.words('target', index);
    for (const name of context.facts('target', index).names) {
      if (name.kind === 'place' || name.kind === 'acronym') continue;
      const at = words.findLastIndex((word) => word.end <= name.start);
      const word = words[at];
      if (!word || name.start - word.end > 2) continue;
      const title = readTitle(word.text, lang);
      if (!title) continue;
      const key = `${title.stem} ${name.key.split(' ').slice(0, 2).join(' ').replace(/s$/u, '')}`;
      const list = groups.get(key) ?? [];
      groups.set(key, list);
      list.push({
        segment: index,
        start: word.start,
        end: word.end,
        text: word.text,
        feminine: title.feminine,
      });
    }
  }
  return groups;
};

const toFinding = (context: CheckContext, odd: Mention, others: readonly Mention[]): Finding => ({
  check: 'name',
  code: 'name.title',
  severity: 'major',
  confidence: Math.min(0.95, 0.7 + 0.05 * others.length),
  source: [],
  target: [odd.segment],
  targetSpan: context.span('target', odd.segment, odd.start, odd.end),
  params: { target: odd.text, other: others[0]!.text, count: others.length },
});

export const title: Check = {
  name: 'title',
  needs: 'rendering',
  finds: ['name'],
  explains: ['name.title'],
  scope: 'document',
  find: (context) => {
    const lang = context.targetLang.slice(0, 2);
    if (!ENDINGS.has(lang)) return [];
    const findings: Finding[] = [];
    for (const mentions of collect(context, lang).values()) {
      for (const feminine of [true, false]) {
        const odd = mentions.filter((mention) => mention.feminine === feminine);
        const others = mentions.filter((mention) => mention.feminine !== feminine);
        if (others.length < LEAST_OTHERS || odd.length > MINORITY * mentions.length) continue;
        findings.push(...odd.map((mention) => toFinding(context, mention, others)));
      }
    }
    return findings;
  },
};
