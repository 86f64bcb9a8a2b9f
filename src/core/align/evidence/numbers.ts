/** Numbers and dates by value, as the facts of a text give them: 150 tỷ = 150 Milliarden = 150 млрд = 1500亿. */
import { extractDates, extractQuantities } from '../../facts/index.ts';
import type { RawUnit, WordEvidence } from '../model.ts';
import { PARAMETERS } from '../parameters.ts';

/** Equal for values that differ by rounding alone. */
const valueKey = (value: number): string => `n${Number(value.toPrecision(6))}`;

export const numbers: WordEvidence = {
  id: 'number',
  expected: true,
  claims: true,
  read: (text, lang, isFree) => {
    const units: RawUnit[] = [];
    for (const { start, end, values, hard } of extractQuantities(text, lang)) {
      if (!isFree(start, end) || (!hard && values[0]! <= 1)) continue;
      const meanings = values.map(valueKey);
      units.push({
        key: `${meanings.join(' ')}${hard ? '' : ' soft'}`,
        start,
        end,
        meanings,
        recall: hard ? PARAMETERS.recall.number : PARAMETERS.recall.softNumber,
      });
    }
    return units;
  },
};

export const dates: WordEvidence = {
  id: 'date',
  expected: true,
  claims: true,
  read: (text, lang, isFree) => {
    const units: RawUnit[] = [];
    for (const { start, end, year, month, day, weekday } of extractDates(text, lang)) {
      if (!isFree(start, end)) continue;
      const add = (meaning: string): void => {
        units.push({ key: meaning, start, end, meanings: [meaning], recall: PARAMETERS.recall.date });
      };
      if (month !== null) add(`d${day ?? ''}.${month}`);
      if (year !== null) add(valueKey(year));
      if (weekday !== null && month === null) add(`w${weekday}`);
    }
    return units;
  },
};
