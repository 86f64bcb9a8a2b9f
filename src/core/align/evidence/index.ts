/** The evidence on words, in the order in which it reads a text: what claims its words comes first. */
import type { AlignInput, WordEvidence } from '../model.ts';
import { cognates } from './cognates.ts';
import { lexiconEvidence } from './lexicon.ts';
import { type NameTexts, namesOf } from './names.ts';
import { dates, numbers } from './numbers.ts';
import { punctuation } from './punctuation.ts';
import { freeWords } from './words.ts';

/** Pairs known through a third language; they come from no text (see carried.ts). */
const carried: WordEvidence = { id: 'carried', expected: false, claims: false, read: () => [] };

export const wordEvidence = ({ lexicon, options }: AlignInput, texts: NameTexts): readonly WordEvidence[] => {
  const without = new Set(options?.without ?? []);
  const list = [
    punctuation,
    dates,
    numbers,
    ...(without.has('name') && without.has('acronym') ? [] : namesOf(texts)),
    ...(lexicon ? [lexiconEvidence(lexicon, texts.sourceLang, texts.targetLang)] : []),
    cognates,
    freeWords,
    ...(options?.carried?.length ? [carried] : []),
  ];
  return list.filter(({ id }) => !without.has(id) || (id === 'induced' && !without.has('taught')));
};
