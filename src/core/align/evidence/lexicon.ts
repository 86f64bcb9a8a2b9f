/** Words and set phrases that the bundled lexicon, or one of the user's, knows as one concept in both languages. */
import type { Lexicon } from '../../lexicon/model.ts';
import { baseLanguage } from '../../text/index.ts';
import type { RawUnit, WordEvidence } from '../model.ts';
import { PARAMETERS } from '../parameters.ts';

/** Whether a concept has a form in a language; asked often, so that the answers are kept. */
const knownIn = (lexicon: Lexicon, lang: string): ((concept: number) => boolean) => {
  if (!lexicon.langs.includes(lang)) return () => false;
  const [unseen, known, unknown] = [0, 1, 2];
  const answers = new Uint8Array(lexicon.size);
  return (concept) => {
    if (answers[concept] === unseen)
      answers[concept] = lexicon.forms(concept, lang).length > 0 ? known : unknown;
    return answers[concept] === known;
  };
};

/** What the other language has no word for is left to other evidence: it could never be found again. */
export const lexiconEvidence = (lexicon: Lexicon, sourceLang: string, targetLang: string): WordEvidence => {
  const [source, target] = [baseLanguage(sourceLang), baseLanguage(targetLang)];
  const inOther = new Map([
    [source, knownIn(lexicon, target)],
    [target, knownIn(lexicon, source)],
  ]);
  return {
    id: 'lexicon',
    expected: true,
    claims: true,
    read: (text, lang, isFree) => {
      const units: RawUnit[] = [];
      const isKnown = inOther.get(baseLanguage(lang)) ?? (() => true);
      for (const { start, end, concepts } of lexicon.mentions(text, lang)) {
        const shared = concepts.every(isKnown) ? concepts : concepts.filter(isKnown);
        if (shared.length > 0 && isFree(start, end))
          units.push({
            key: shared.join(' '),
            start,
            end,
            meanings: shared,
            recall: PARAMETERS.recall.lexicon,
          });
      }
      return units;
    },
  };
};
