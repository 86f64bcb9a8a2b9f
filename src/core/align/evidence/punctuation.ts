/** Marks that translators keep: questions, exclamations, brackets, quotation marks, a colon at the end. */

import type { RawUnit, WordEvidence } from '../model.ts';
import { PARAMETERS } from '../parameters.ts';

const MARKS: readonly (readonly [string, RegExp])[] = [
  ['question', /[?？]/u],
  ['exclamation', /[!！]/u],
  ['bracket', /[(（]/u],
  ['quotation', /["“„«‘「『]/u],
  ['colon', /[:：]\s*$/u],
  ['dots', /…|\.\.\./u],
  ['percent', /[%％]/u],
];

export const punctuation: WordEvidence = {
  id: 'punctuation',
  expected: true,
  claims: false,
  read: (text) => {
    const units: RawUnit[] = [];
    for (const [key, mark] of MARKS) {
      const at = text.search(mark);
      if (at >= 0)
        units.push({
          key,
          start: at,
          end: at + 1,
          meanings: [`p${key}`],
          recall: PARAMETERS.recall.punctuation,
        });
    }
    return units;
  },
};
