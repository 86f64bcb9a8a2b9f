import { describe, expect, test } from 'vitest';
import { cognates } from '../../../../src/core/align/evidence/cognates.ts';
import { lexiconEvidence } from '../../../../src/core/align/evidence/lexicon.ts';
import { punctuation } from '../../../../src/core/align/evidence/punctuation.ts';
import { freeWords } from '../../../../src/core/align/evidence/words.ts';
import { parseLexicon } from '../../../../src/core/lexicon/index.ts';
import { read, said, shared } from './texts.ts';

describe('cognates', () => {
  test('capitalised words are alike after folding, across alphabets', () => {
    expect(
      shared(cognates, ['Công ty Marinka mở xưởng.', 'vi'], ['Фирма Маринка открыла цех.', 'ru']),
    ).toEqual(['cmarinka']);
  });
  test('words without a capital say nothing', () => {
    expect(said(cognates, 'đi chợ mua cá', 'vi')).toEqual([]);
  });
});

describe('lexicon', () => {
  const lexicon = parseLexicon(['chợ | Markt~ | рын~ | 市场', 'cá | Fisch~ | рыб~ | 鱼', 'nơm | Reuse~ | |']);
  test.each([
    ['Fische vom Markt', 'de'],
    ['рыбы', 'ru'],
    ['市场上的鱼', 'zh'],
  ])('concepts are the same in %s', (text, lang) => {
    const evidence = lexiconEvidence(lexicon, 'vi', lang);
    expect(shared(evidence, ['cá ở chợ', 'vi'], [text, lang]).length).toBeGreaterThan(0);
  });
  test('a concept without a form in the other language says nothing and claims nothing', () => {
    expect(said(lexiconEvidence(lexicon, 'vi', 'de'), 'nơm cá', 'vi')).toHaveLength(2);
    expect(said(lexiconEvidence(lexicon, 'vi', 'zh'), 'nơm cá', 'vi')).toEqual(['cá=1']);
    expect(said(lexiconEvidence(lexicon, 'vi', 'fr'), 'nơm cá', 'vi')).toEqual([]);
  });
  test('a stretch that is taken is not read again', () => {
    const evidence = lexiconEvidence(lexicon, 'vi', 'de');
    expect(evidence.read('cá ở chợ', 'vi', (start) => start > 0).map((unit) => unit.start)).toEqual([5]);
  });
});

describe('punctuation', () => {
  test('full-width marks mean the same', () => {
    expect(shared(punctuation, ['Ai đó? (bạn)', 'vi'], ['是谁？（朋友）', 'zh'])).toEqual([
      'pquestion',
      'pbracket',
    ]);
  });
  test('a colon counts at the end alone', () => {
    expect(said(punctuation, 'Lúc 8:30 họ đi', 'vi')).toEqual([]);
    expect(said(punctuation, 'Ông nói:', 'vi')).toEqual([':=pcolon']);
  });
});

describe('free words, for the induced lexicon', () => {
  test('Vietnamese syllables and pairs, words of others cut to six letters, pairs of characters', () => {
    expect(read(freeWords, 'bánh tráng', 'vi').map((unit) => unit.key)).toEqual([
      'bánh',
      'tráng',
      'bánh tráng',
    ]);
    expect(read(freeWords, 'Reispapierrolle', 'de').map((unit) => unit.key)).toEqual(['reispa']);
    expect(read(freeWords, '米纸卷', 'zh').map((unit) => unit.key)).toEqual(['米纸', '纸卷']);
  });
  test('they link to nothing by themselves', () => {
    expect(read(freeWords, 'bánh tráng', 'vi').flatMap((unit) => unit.meanings)).toEqual([]);
  });
});
