/** All checks, in the order in which they run. A new check is a file in checks/ and a line here. */
import type { Check } from './check.ts';
import { addition } from './checks/addition.ts';
import { date } from './checks/date.ts';
import { duplicate } from './checks/duplicate.ts';
import { furniture } from './checks/furniture.ts';
import { glossary } from './checks/glossary.ts';
import { listCount } from './checks/listCount.ts';
import { listItem } from './checks/listItem.ts';
import { name } from './checks/name.ts';
import { negation } from './checks/negation.ts';
import { number } from './checks/number.ts';
import { omission } from './checks/omission.ts';
import { onlyNames } from './checks/onlyNames.ts';
import { opposite } from './checks/opposite.ts';
import { order } from './checks/order.ts';
import { partialOmission } from './checks/partialOmission.ts';
import { parties } from './checks/parties.ts';
import { punctuation } from './checks/punctuation.ts';
import { renderings } from './checks/renderings.ts';
import { series } from './checks/series.ts';
import { sibling } from './checks/sibling.ts';
import { slogan } from './checks/slogan.ts';
import { term } from './checks/term.ts';
import { title } from './checks/title.ts';
import { untranslated } from './checks/untranslated.ts';
import { wrongWord } from './checks/wrongWord.ts';

export const CHECKS: readonly Check[] = [
  untranslated,
  omission,
  onlyNames,
  addition,
  duplicate,
  number,
  date,
  name,
  title,
  parties,
  listItem,
  listCount,
  partialOmission,
  glossary,
  term,
  renderings,
  wrongWord,
  sibling,
  slogan,
  negation,
  opposite,
  punctuation,
  series,
  order,
  furniture,
];
