/** Names in Chinese text: table entries, surname with one or two characters beside a title or verb of saying, 名·姓. */

import type { NameMention } from '../model.ts';
import { prepareText, tokenise } from '../tokens.ts';
import { conceptAt } from './concepts.ts';
import { isSurname, titleAt } from './persons.ts';
import { hasHanVietReading, pinyinOf } from './readings.ts';

/** After a name, these characters show where it ends. */
const AFTER_NAME =
  /^(?:先生|女士|主席|总理|总统|部长|总书记|书记|同志|表示|强调|指出|说|称|认为|在|与|和|对|会见|是|、|，|。|的|等|于|率|将|向)/;
const DOTTED = /[\p{Script=Han}]{1,6}(?:[·・•][\p{Script=Han}]{1,6})+/gu;
const LATIN = /[A-Z][A-Za-z0-9-]{1,}(?:\s[A-Z][A-Za-z-]+)*/g;

const isNameCharacter = (character: string): boolean =>
  hasHanVietReading(character) || pinyinOf(character).length > 0;

export const extractChineseNames = (text: string): NameMention[] => {
  const prepared = prepareText(text);
  const found: NameMention[] = [];
  const add = (start: number, end: number, kind: NameMention['kind'], key: string, title?: string): void => {
    if (found.some((name) => start < name.end && name.start < end)) return;
    const mention: NameMention = { start, end, text: text.slice(start, end), kind, key };
    found.push(title === undefined ? mention : { ...mention, title });
  };
  for (const match of prepared.matchAll(DOTTED))
    add(match.index, match.index + match[0].length, 'other', `other:${match[0]}`);
  const tokens = tokenise(prepared, 'zh');
  for (let i = 0; i < tokens.length; ) {
    const concept = conceptAt(tokens, i, 'zh');
    // One-character names of countries (中越, 韩) are too often something else.
    if (concept && concept.end - i > 1) {
      add(tokens[i]!.start, tokens[concept.end - 1]!.end, concept.concept.kind, concept.concept.key);
      i = concept.end;
      continue;
    }
    const person = personAt(prepared, tokens[i]!.start);
    if (person) {
      const before = [3, 2].map((n) => titleAt(tokens, i - n, 'zh')).find((title) => title?.end === i);
      const next = AFTER_NAME.test(prepared.slice(person.end));
      if (before || next) {
        add(
          person.start,
          person.end,
          'person',
          `person:${prepared.slice(person.start, person.end)}`,
          before?.value.id,
        );
        while (i < tokens.length && tokens[i]!.start < person.end) i++;
        continue;
      }
    }
    i++;
  }
  for (const match of prepared.matchAll(LATIN)) {
    const kind = /^[A-Z0-9-]+$/.test(match[0]) ? 'acronym' : 'other';
    add(match.index, match.index + match[0].length, kind, `${kind}:${match[0].toLowerCase()}`);
  }
  return found.sort((a, b) => a.start - b.start);
};

/** How much of what follows marks the end of a name: the longer, the surer (苏林|总书记 rather than 苏林总|书记). */
const markAfter = (text: string, end: number): number =>
  AFTER_NAME.exec(text.slice(end, end + 4))?.[0].length ?? 0;

const personAt = (text: string, start: number): { readonly start: number; readonly end: number } | null => {
  if (!isSurname(text[start] ?? '', 'zh')) return null;
  const ends = [start + 3, start + 2].filter((end) => {
    const given = text.slice(start + 1, end);
    return given.length === end - start - 1 && [...given].every(isNameCharacter);
  });
  if (ends.length === 0) return null;
  const [long = start, short = start] = ends;
  const end = markAfter(text, short) > markAfter(text, long) ? short : long;
  return { start, end };
};
