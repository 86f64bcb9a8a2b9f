/** The rules of a language for sentences, captions and list marks, read from `data/rules.<lang>.txt`. */

import rulesAny from './data/rules.any.txt?raw';
import rulesDe from './data/rules.de.txt?raw';
import rulesRu from './data/rules.ru.txt?raw';
import rulesVi from './data/rules.vi.txt?raw';
import rulesZh from './data/rules.zh.txt?raw';
import { dataLines } from './data.ts';
import { baseLanguage } from './words.ts';

/** When a full stop after an abbreviation ends the sentence: never, before a capital, before a function word, after a figure. */
export type AbbreviationEnds = 'never' | 'capital' | 'function-word' | 'figure';

export interface Rules {
  readonly abbreviations: ReadonlyMap<string, AbbreviationEnds>;
  /** Beginnings of abbreviations of several parts: `z.` of `z.B.` is followed by a space as often as not. */
  readonly beginnings: ReadonlySet<string>;
  /** Ends of compounds that are abbreviated: `str.` of `Ringstr.` */
  readonly compoundEnds: readonly string[];
  /** Lower case words after which a single letter is a label and not an initial. */
  readonly labels: ReadonlySet<string>;
  /** Words that follow ordinal numbers, as written; empty in languages that write ordinals without a full stop. */
  readonly afterOrdinal: ReadonlySet<string>;
  readonly beforeOrdinal: ReadonlySet<string>;
  /** Forms of verbs that say who speaks, in lower case. */
  readonly reporting: readonly string[];
  /** Verbs that introduce what follows and close no quotation. */
  readonly introducing: readonly string[];
  /** Words that hold a verb of speaking by accident. */
  readonly notReporting: readonly string[];
  /** Whether the clause that says who speaks may follow a quotation without comma or dash. */
  readonly reportingAfterQuotation: boolean;
  /** Words that open a picture credit, in lower case. */
  readonly captions: readonly string[];
  /** Words before the number of a step, article or table, in lower case. */
  readonly steps: ReadonlySet<string>;
}

const FILES: Readonly<Record<string, string>> = { vi: rulesVi, de: rulesDe, ru: rulesRu, zh: rulesZh };

function readRules(file: string): Rules {
  const values = new Map<string, string[]>();
  for (const line of dataLines(file)) {
    const colon = line.indexOf(':');
    const key = line.slice(0, colon);
    const entries = line.slice(colon + 1).split(',');
    values.set(key, [...(values.get(key) ?? []), ...entries.map((entry) => entry.trim()).filter(Boolean)]);
  }
  const list = (key: string): string[] => values.get(key) ?? [];
  const lower = (key: string): string[] => list(key).map((entry) => entry.toLowerCase());
  const abbreviations = new Map<string, AbbreviationEnds>();
  const kinds = [
    ['abbreviation', 'never'],
    ['ending', 'capital'],
    ['ending before function words', 'function-word'],
    ['ending after figures', 'figure'],
  ] as const;
  for (const [key, ends] of kinds)
    for (const entry of list(key)) abbreviations.set(entry.replace(/\s/g, ''), ends);
  const beginnings = new Set<string>();
  for (const abbreviation of abbreviations.keys()) {
    const parts = abbreviation.split(/(?<=\.)/);
    for (let i = 2; i <= parts.length; i++) beginnings.add(parts.slice(0, i).join(''));
  }
  return {
    abbreviations,
    beginnings,
    compoundEnds: list('abbreviated end of a compound'),
    labels: new Set(lower('label')),
    afterOrdinal: new Set(list('after ordinal')),
    beforeOrdinal: new Set(lower('before ordinal')),
    reporting: lower('reporting'),
    introducing: list('introducing'),
    notReporting: list('not reporting'),
    reportingAfterQuotation: list('reporting after quotation').includes('yes'),
    captions: lower('caption'),
    steps: new Set(lower('step')),
  };
}

const read = new Map<string, Rules>();
/** The rules of a language; those for any language where it has no file. */
export function rulesFor(lang: string): Rules {
  const base = baseLanguage(lang);
  const key = base in FILES ? base : 'any';
  let rules = read.get(key);
  if (!rules) {
    rules = readRules(FILES[key] ?? rulesAny);
    read.set(key, rules);
  }
  return rules;
}
