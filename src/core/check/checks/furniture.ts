/** One collapsed notice for the page furniture of the translation, naming what of it was left in the original's language. */
import type { Check } from '../check.ts';
import { isForeign } from '../foreign.ts';

export const furniture: Check = {
  name: 'furniture',
  needs: 'rendering',
  finds: ['untranslated', 'addition'],
  explains: ['furniture.untranslated', 'furniture.notice'],
  scope: 'document',
  find: (context) => {
    const set: number[] = [];
    const foreign: number[] = [];
    for (const [index, segment] of context.target.segments.entries()) {
      if (segment.kind !== 'furniture' && segment.kind !== 'metadata') continue;
      set.push(index);
      if (isForeign(segment.text, context.sourceLang, context.targetLang)) foreign.push(index);
    }
    if (set.length === 0) return [];
    const untranslated = foreign.length > 0;
    return [
      {
        check: untranslated ? 'untranslated' : 'addition',
        code: untranslated ? 'furniture.untranslated' : 'furniture.notice',
        severity: 'note',
        confidence: 0.9,
        source: [],
        target: untranslated ? foreign : set,
        params: { count: set.length, foreign: foreign.length },
      },
    ];
  },
};
