/**
 * Vietnamese number words that are other words elsewhere: `năm` year or five, `ba` father or three, `chín` ripe or nine,
 * `tư` private or four. They count only where the words around them are numeral, too.
 */

import { numberWords } from './numberWords.ts';
import type { Token } from './tokens.ts';
import { unitTable } from './unitTable.ts';

const AFTER_TENS = new Set(['mốt', 'lăm', 'nhăm', 'tư']);
const DOUBTFUL = new Set(['năm', 'ba', 'chín', 'tư', 'hai', 'sáu', 'bảy', 'bẩy', 'tám']);
const TENS = new Set(['mươi', 'mười', 'linh', 'lẻ']);

const isScale = (token: Token | undefined): boolean =>
  token?.kind === 'word' && numberWords('vi').words.get(token.text)?.kind === 'scale';

const isCardinal = (token: Token | undefined): boolean =>
  token?.kind === 'word' && numberWords('vi').words.get(token.text)?.kind === 'cardinal';

const isCapitalised = (token: Token): boolean => token.raw[0] !== token.text[0];

/** Whether the number word at `index` is meant as a number. */
export const isNumberHere = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index]!;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const { text } = token;
  if (AFTER_TENS.has(text) && before && TENS.has(before.text)) return text !== 'tư' || before.text !== 'mười';
  if (text === 'mốt' || text === 'lăm' || text === 'nhăm') return false;
  if (text === 'mươi' || text === 'linh' || text === 'lẻ' || text === 'rưỡi' || text === 'tr')
    return before?.kind === 'number' || isCardinal(before) || isScale(before);
  if (!DOUBTFUL.has(text)) return true;
  if (isScale(after) && after!.gap !== '-') return text !== 'năm' || !(before?.kind === 'number');
  if (TENS.has(before?.text ?? '')) return text !== 'năm' || before!.text === 'linh' || before!.text === 'lẻ';
  if (text === 'năm') return isFive(tokens, index);
  if (text === 'tư') return false;
  // Capitalised inside a sentence it is somebody's name: bác Ba, chị Hai.
  if (isCapitalised(token) && index > 0 && before!.kind === 'word') return false;
  if (text === 'ba' || text === 'chín') {
    if (isScale(before) || before?.text === 'gấp' || before?.text === 'thứ' || before?.text === 'phần')
      return true;
    return (before !== undefined && isCardinal(before)) || countsSomething(tokens, index + 1);
  }
  return true;
};

const countsSomething = (tokens: readonly Token[], index: number): boolean =>
  tokens[index] !== undefined &&
  tokens[index]!.gap === ' ' &&
  (unitTable('vi').find(tokens, index) ?? numberWords('vi').counters.find(tokens, index)) !== null;

const isFive = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (before?.kind === 'number' || isCardinal(before) || isScale(before)) return false;
  if (after?.kind !== 'word' || after.gap !== ' ') return false;
  if (after.text === 'năm') return true;
  return (
    before?.text !== 'mỗi' &&
    before?.text !== 'hàng' &&
    before?.text !== 'nhiều' &&
    countsSomething(tokens, index + 1)
  );
};
