/**
 * Classes of things of one kind (data/siblings.txt): which words of a bead belong to which, by the lexicon's concepts and by words of the
 * file's own.
 */
import { type Lexicon, parseLexicon } from '../lexicon/index.ts';
import type { CheckContext, Side } from './check.ts';
import text from './data/siblings.txt?raw';

/** One thing of a class: words with the same thing may stand for each other. */
interface Thing {
  readonly group: number;
  readonly thing: number;
}

export interface ClassMention {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
  readonly things: readonly Thing[];
  /** Vietnamese words of what it may mean. */
  readonly vietnamese: readonly string[];
  /** Says something that the other side says, too. */
  readonly rendered: boolean;
}

interface Entry extends Thing {
  /** A German form that tells which of several meanings is meant. */
  readonly hint: string | null;
}

interface Classes {
  readonly byWord: ReadonlyMap<string, readonly Entry[]>;
  readonly own: Lexicon;
  /** By concept of `own`. */
  readonly ownThings: readonly (readonly Thing[])[];
}

const WORD = /^(.+?)(?:\s*\((.+)\))?$/u;

const readClasses = (): Classes => {
  const byWord = new Map<string, Entry[]>();
  const lines: string[] = [];
  const ownThings: Thing[][] = [];
  let group = 0;
  let thing = 0;
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('==')) {
      group++;
    } else if (line.includes('|')) {
      thing++;
      const words = (line.split('|')[0] ?? '').split(',').map((word) => word.trim().toLowerCase());
      const same = words.flatMap((word) => byWord.get(word) ?? []).find((entry) => entry.group === group);
      lines.push(line);
      ownThings.push([same ?? { group, thing }]);
    } else {
      group++;
      for (const item of line.split(',')) {
        thing++;
        for (const word of item.split('/')) {
          const [, name = '', hint = null] = WORD.exec(word.trim()) ?? [];
          const key = name.toLowerCase();
          const list = byWord.get(key) ?? [];
          byWord.set(key, list);
          list.push({ group, thing, hint });
        }
      }
    }
  }
  return { byWord, own: parseLexicon([lines.join('\n')]), ownThings };
};

let known: Classes | null = null;
const classes = (): Classes => {
  known ??= readClasses();
  return known;
};

const thingsOfConcept = (context: CheckContext, concept: number): readonly Thing[] => {
  const { byWord } = classes();
  return context
    .forms(concept, 'vi')
    .flatMap((form) =>
      (byWord.get(form.toLowerCase()) ?? []).filter(
        ({ hint }) =>
          hint === null ||
          context.forms(concept, 'de').some((german) => german.replace(/[~*]/gu, '') === hint),
      ),
    );
};

/** Numbers of concepts depend on the lexicon that a context was made with. */
const conceptThings = new WeakMap<CheckContext, Map<number, readonly Thing[]>>();

const thingsOf = (context: CheckContext, concepts: readonly number[]): readonly Thing[] => {
  let table = conceptThings.get(context);
  if (!table) {
    table = new Map();
    conceptThings.set(context, table);
  }
  const things: Thing[] = [];
  for (const concept of concepts) {
    let own = table.get(concept);
    if (!own) {
      own = thingsOfConcept(context, concept);
      table.set(concept, own);
    }
    things.push(...own);
  }
  return things;
};

type Place = Pick<ClassMention, 'segment' | 'start' | 'end'>;
const meets = (a: Place, b: Place): boolean => a.segment === b.segment && a.start < b.end && b.start < a.end;

/** A German compound is a thing of its last part's kind, and a noun has a capital. */
const isPartOfWord = (context: CheckContext, side: Side, { segment, start, end }: Place): boolean => {
  const lang = side === 'source' ? context.sourceLang : context.targetLang;
  if (!lang.startsWith('de')) return false;
  const text = context.text(side, segment);
  if (/^-?\p{L}/u.test(text.slice(end)) || /\p{L}-$/u.test(text.slice(0, start))) return true;
  const word = /\p{L}+$/u.exec(text.slice(0, end))?.[0] ?? '';
  // At the beginning of a sentence a verb has one, too: `Gewinnt der Dollar`.
  const isVerb = start === 0 && word.endsWith('t');
  return isVerb || word.length < end - start || !/^\p{Lu}/u.test(word);
};

/** Of a Vietnamese text only the words of the file themselves: other words of a concept often mean other things. */
const asWritten = (
  context: CheckContext,
  lang: string,
  { segment, start, end }: Place,
  things: readonly Thing[],
): readonly Thing[] => {
  if (!lang.startsWith('vi') || things.length === 0) return things;
  const word = context.text('source', segment).slice(start, end).toLowerCase();
  const own = classes().byWord.get(word) ?? [];
  return things.filter(({ thing }) => own.some((entry) => entry.thing === thing));
};

/** Words of a side of a bead that belong to a class, in no order. */
export const findClassMentions = (
  context: CheckContext,
  bead: number,
  side: Side,
): readonly ClassMention[] => {
  const lang = side === 'source' ? context.sourceLang : context.targetLang;
  const units = context.renderings(bead)[side];
  const { own, ownThings } = classes();
  const found: ClassMention[] = units.flatMap((unit) => {
    const things = asWritten(context, lang, unit, thingsOf(context, unit.concepts));
    return things.length === 0 || isPartOfWord(context, side, unit)
      ? []
      : [
          {
            ...unit,
            things,
            vietnamese: unit.concepts.flatMap((concept) => context.forms(concept, 'vi')),
            rendered: unit.partners.length > 0,
          },
        ];
  });
  for (const segment of context.beads[bead]?.[side] ?? [])
    for (const { start, end, concepts } of own.mentions(context.text(side, segment), lang)) {
      const place = { segment, start, end };
      if (isPartOfWord(context, side, place)) continue;
      found.push({
        ...place,
        things: concepts.flatMap((concept) => ownThings[concept] ?? []),
        vietnamese: concepts.flatMap((concept) => own.forms(concept, 'vi')),
        rendered: units.some(
          (unit) => unit.partners.length > 0 && meets(unit, place) && unit.start <= start && end <= unit.end,
        ),
      });
    }
  return joinMentions(found);
};

/** One mention a place, which means what any of them does; of words inside others only the outer ones. */
const joinMentions = (found: readonly ClassMention[]): readonly ClassMention[] => {
  const joined: ClassMention[] = [];
  for (const one of [...found].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const at = joined.findIndex((other) => meets(one, other));
    const other = joined[at];
    if (!other) joined.push(one);
    else if (other.start === one.start && other.end === one.end)
      joined[at] = {
        ...other,
        things: [...other.things, ...one.things],
        vietnamese: [...other.vietnamese, ...one.vietnamese],
        rendered: other.rendered || one.rendered,
      };
  }
  return joined;
};

export const areSame = (a: Pick<ClassMention, 'things'>, b: Pick<ClassMention, 'things'>): boolean =>
  a.things.some((one) => b.things.some((other) => one.thing === other.thing));

/** Of one class, and nothing that both may mean. */
export const areSiblings = (a: ClassMention, b: ClassMention): boolean =>
  !areSame(a, b) && a.things.some((one) => b.things.some((other) => one.group === other.group));
