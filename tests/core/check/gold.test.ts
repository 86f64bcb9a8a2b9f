/** Recall, precision and false flags on the gold sets beside the repository, counted as its scorer does; with our own alignment. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { align } from '../../../src/core/align/index.ts';
import { checkRendering } from '../../../src/core/check/index.ts';
import { bundledLexicon } from '../../../src/core/lexicon/index.ts';
import { cutLines } from '../../../src/core/text/index.ts';
import { type FlagTally, printTally, tallyFlags } from '../../../tools/measure/flags.mjs';
import { readGold } from '../../../tools/measure/gold.mjs';

const folderOf = (set: string): string => join(import.meta.dirname, '../../../../shared/gold', set);
const hasGold = (set: string): boolean => existsSync(folderOf(set));

const measure = (set: string): FlagTally => {
  const pairs = readGold(folderOf(set)).filter((pair) => pair.variant !== 'hard');
  const tally = tallyFlags(pairs, (pair) => {
    const source = cutLines(pair.source.join('\n'), pair.from);
    const target = cutLines(pair.target.join('\n'), pair.lang);
    const input = { source, target, lexicon: bundledLexicon() };
    return checkRendering({ ...input, alignment: align(input) }).flags;
  });
  console.log(`${set}\n${printTally(tally)}`);
  return tally;
};

describe.runIf(hasGold('dev'))('the development set with planted faults', () => {
  let tally: FlagTally;
  beforeAll(() => {
    tally = measure('dev');
  }, 120_000);
  const found = (...kinds: readonly string[]): number =>
    kinds.reduce((sum, kind) => sum + (tally.kinds.get(kind)?.found ?? 0), 0);

  test.each([
    [['omission', 'paragraph_omission', 'duplicate', 'untranslated'], 42],
    [['number', 'scale', 'date', 'unit'], 38],
    [['addition'], 11],
    [['term'], 6],
    [['negation'], 9],
    [['partial_omission'], 7],
    [['name'], 9],
  ] as const)('%s: at least %d found', (kinds, least) => {
    expect(found(...kinds)).toBeGreaterThanOrEqual(least);
  });
  test('precision and false flags', () => {
    for (const [lang, { flags, right, cleanFlags, cleanBeads }] of tally.langs) {
      expect(right / flags, `${lang} precision`).toBeGreaterThanOrEqual(0.85);
      expect((100 * cleanFlags) / cleanBeads, `${lang} false flags for 100 beads`).toBeLessThanOrEqual(2);
    }
  });
});

describe.runIf(hasGold('ntrex-dev'))('professional news translations', () => {
  test('false flags for 100 beads', () => {
    for (const [lang, { cleanFlags, cleanBeads }] of measure('ntrex-dev').langs)
      expect((100 * cleanFlags) / cleanBeads, lang).toBeLessThanOrEqual(3);
  }, 300_000);
});

test.skipIf(hasGold('dev'))(
  'the gold sets are not beside the repository: recall and precision go unmeasured',
  () => {
    expect(hasGold('dev')).toBe(false);
  },
);
