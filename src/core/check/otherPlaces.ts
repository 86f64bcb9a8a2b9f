/** Whether two names are of two places, from the tables of places and capitals. */
import type { NameMention } from '../facts/index.ts';
import { conceptOf } from '../facts/names/concepts.ts';
import type { CheckContext } from './check.ts';
import capitalsText from './data/capitals.txt?raw';
import { foldWord } from './words.ts';

const CAPITALS: readonly (readonly [string, string])[] = capitalsText
  .split('\n')
  .filter((line) => line.includes('|') && !line.startsWith('#'))
  .map((line) => {
    const [land = '', city = ''] = line.split('|').map((part) => foldWord(part.trim()));
    return [land, city];
  });

const isPair = (one: readonly string[], two: readonly string[], land: string, city: string): boolean =>
  one.includes(land) && two.includes(city);

/** Two places of the tables of which neither name contains the other: `Mekongdelta` is not another place than the Mekong. */
export const areOtherPlaces = (context: CheckContext, source: NameMention, target: NameMention): boolean => {
  const formsOf = (key: string): readonly string[] =>
    [context.sourceLang, context.targetLang].flatMap((lang) =>
      (conceptOf(key)?.forms[lang] ?? []).map((form) => foldWord(form).replace(/[~*]/gu, '')),
    );
  const [one, two] = [formsOf(source.key), formsOf(target.key)];
  if (one.length === 0 || two.length === 0) return false;
  if (CAPITALS.some(([land, city]) => isPair(one, two, land, city) || isPair(two, one, land, city)))
    return false;
  return !one.some((a) => two.some((b) => a.includes(b) || b.includes(a)));
};
