/** What must hold of any text: a copy that renders itself is clean, fingerprints hang on texts and not on places. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRendering, fingerprint, pairFingerprint, recheckBeads } from '../../../src/core/check/index.ts';
import { bundledLexicon } from '../../../src/core/lexicon/index.ts';
import { beadsOf, oneToOne, textOf, visible } from './texts.ts';

const PAIRS = [
  ['Ngôi trường có 45 giáo viên.', 'Die Schule hat 45 Lehrer.'],
  ['Giá gạo tăng 3,5% trong tháng.', 'Der Reispreis stieg im Monat um 3,5 %.'],
  ['Trận đấu bắt đầu lúc 19 giờ.', 'Das Spiel beginnt um 19 Uhr.'],
  ['Sông dài 86 km.', 'Der Fluss ist 86 km lang.'],
  ['Lễ hội diễn ra ngày 3/9/2022.', 'Das Fest findet am 3. September 2022 statt.'],
  ['Công ty đầu tư 2 triệu USD.', 'Das Unternehmen investiert 2 Millionen US-Dollar.'],
] as const;
const somePairs = fc.uniqueArray(fc.constantFrom(...PAIRS), { minLength: 1 });
const source = (pairs: readonly (readonly [string, string])[]) =>
  textOf(
    'vi',
    pairs.map(([vi]) => vi),
  );
const target = (pairs: readonly (readonly [string, string])[]) =>
  textOf(
    'de',
    pairs.map(([, de]) => de),
  );
const lexicon = bundledLexicon();

test('faithful sentences in any selection and order give no visible flag', () => {
  fc.assert(
    fc.property(somePairs, (pairs) => {
      const input = {
        source: source(pairs),
        target: target(pairs),
        alignment: oneToOne(pairs.length),
        lexicon,
      };
      expect(visible(checkRendering(input))).toEqual([]);
    }),
  );
});

test('a dropped sentence is found wherever it stood', () => {
  fc.assert(
    fc.property(
      somePairs.filter((pairs) => pairs.length > 2),
      fc.nat(),
      (pairs, seed) => {
        const dropped = seed % pairs.length;
        const kept = pairs.filter((_, index) => index !== dropped);
        const beads = pairs.map((_, i) => [[i], i === dropped ? [] : [i < dropped ? i : i - 1]] as const);
        const input = { source: source(pairs), target: target(kept), alignment: beadsOf(beads), lexicon };
        expect(visible(checkRendering(input)).map((flag) => [flag.check, flag.source])).toEqual([
          ['omission', [dropped]],
        ]);
      },
    ),
  );
});

describe('fingerprints', () => {
  const wrong = PAIRS.map(([vi, de]) => [vi, de.replace('45', '54')] as const);
  const flagsOf = (pairs: readonly (readonly [string, string])[]) => {
    const input = {
      source: source(pairs),
      target: target(pairs),
      alignment: oneToOne(pairs.length),
      lexicon,
    };
    return visible(checkRendering(input)).map((flag) => fingerprint(flag, input.source, input.target));
  };
  test('the same after a re-run and at another place', () => {
    expect(flagsOf(wrong)).toHaveLength(1);
    expect(flagsOf(wrong)).toEqual(flagsOf(wrong));
    expect(flagsOf([...wrong].reverse())).toEqual(flagsOf(wrong));
  });
  test('another when one of the texts changes', () => {
    const changed = wrong.map(([vi, de]) => [vi, de.replace('Schule', 'kleine Schule')] as const);
    expect(flagsOf(changed)).toHaveLength(1);
    expect(flagsOf(changed)).not.toEqual(flagsOf(wrong));
  });
  test('a pair of terms has one whatever its sentence', () => {
    const input = {
      source: source(wrong),
      target: target(wrong),
      alignment: oneToOne(wrong.length),
      lexicon,
    };
    const [flag] = visible(checkRendering(input));
    expect(pairFingerprint(flag!)).toBe(pairFingerprint({ ...flag!, source: [9], target: [9] }));
  });
});

test('checking again the beads of an edit gives what a full run gives there', () => {
  const wrong = PAIRS.map(([vi, de]) => [vi, de.replace('86 km', '68 km')] as const);
  const input = { source: source(wrong), target: target(wrong), alignment: oneToOne(wrong.length), lexicon };
  const full = visible(checkRendering(input));
  expect(full.map((flag) => flag.source)).toEqual([[3]]);
  expect(recheckBeads(input, [3]).filter((flag) => flag.severity !== 'note')).toEqual(full);
  expect(recheckBeads(input, [0]).filter((flag) => flag.severity !== 'note')).toEqual([]);
});
