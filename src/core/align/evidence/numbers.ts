/** Numbers by their digits; values in words and units of scale come from the facts of a text. */
import type { RawUnit, WordEvidence } from '../model.ts';

export const numbers: WordEvidence = {
  id: 'number',
  recall: 0.9,
  claims: true,
  read: (text) => {
    const units: RawUnit[] = [];
    for (const match of text.matchAll(/\d+(?:[.,  ]\d{3})*(?:[.,]\d+)?/gu)) {
      const digits = match[0].replace(/\D/gu, '').replace(/0+$/u, '') || '0';
      units.push({ key: digits, start: match.index, end: match.index + match[0].length });
    }
    return units;
  },
};
