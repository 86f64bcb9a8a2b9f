/** Words and set phrases that the bundled lexicon, or one of the user's, knows as one concept. */
import type { Lexicon } from '../../lexicon/model.ts';
import type { RawUnit, WordEvidence } from '../model.ts';
import { PARAMETERS } from '../parameters.ts';

export const lexiconEvidence = (lexicon: Lexicon): WordEvidence => ({
  id: 'lexicon',
  expected: true,
  claims: true,
  read: (text, lang, isFree) => {
    const units: RawUnit[] = [];
    for (const { start, end, concepts } of lexicon.mentions(text, lang))
      if (isFree(start, end))
        units.push({
          key: concepts.join(' '),
          start,
          end,
          meanings: concepts,
          recall: PARAMETERS.recall.lexicon,
        });
    return units;
  },
});
