import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver, compareSentences } from '../../../src/core/compare/index.ts';

const bead = (source: number[], target: number[]) => ({ source, target });
const old = [
  'Erster Satz am Hafen.',
  'Zweiter Satz am Markt.',
  'Dritter Satz im Garten.',
  'Vierter Satz zum Schluss.',
];
const beads = [bead([0], [0]), bead([1], [1, 2]), bead([2], []), bead([3], [3])];
const carry = (after: string[]) => {
  const { beads: carried, links } = carryOver(beads, compareSentences(old, after, 'de'), 'target');
  return [
    ...carried.map((b) => `${b.source}|${b.target} ${b.state}`),
    ...links.map((l) => `link ${l.source}-${l.target}`),
  ];
};

describe('an alignment over a revised rendering', () => {
  it('stays as it is when nothing changed', () => {
    expect(carry(old)).toEqual(['0|0 kept', '1|1,2 kept', '2| kept', '3|3 kept']);
  });
  it('makes the bead of a changed sentence stale and no other', () => {
    expect(carry([old[0]!, old[1]!, 'Dritter Satz im Park.', old[3]!])).toEqual([
      '0|0 kept',
      '1|1,2 stale',
      '2| kept',
      '3|3 kept',
    ]);
  });
  it('lets a new sentence stand alone between beads, and joins it inside one', () => {
    expect(carry([old[0]!, 'Ganz und gar neu.', old[1]!, 'Dazwischen gekommen.', old[2]!, old[3]!])).toEqual([
      '0|0 kept',
      '|1 new',
      '1|2,3,4 stale',
      '2| kept',
      '3|5 kept',
    ]);
  });
  it('keeps the original of a dropped sentence, and links a moved one', () => {
    expect(carry([old[1]!, old[2]!, old[3]!, old[0]!])).toEqual([
      '0| stale',
      '1|0,1 kept',
      '2| kept',
      '3|2 kept',
      '|3 new',
      'link 0-3',
    ]);
  });
  it('covers both texts once, in order, whatever was edited, on either side', () => {
    const sentences = fc.array(fc.constantFrom(...old, 'Neu.', 'Noch ein Satz.'), { maxLength: 9 });
    fc.assert(
      fc.property(
        sentences,
        sentences,
        fc.constantFrom('source' as const, 'target' as const),
        fc.array(fc.nat(3), { maxLength: 9 }),
        (before, after, side, sizes) => {
          const other = side === 'source' ? 'target' : 'source';
          const cut: { source: number[]; target: number[] }[] = [];
          for (let at = 0, partner = 0, k = 0; at < before.length; k++) {
            const size = 1 + ((sizes[k] ?? 0) % 3);
            const own = before.map((_, i) => i).slice(at, at + size);
            cut.push({ [side]: own, [other]: [partner] } as { source: number[]; target: number[] });
            at += size;
            partner += 1;
          }
          const carried = carryOver(cut, compareSentences(before, after, 'de'), side).beads;
          expect(carried.flatMap((b) => b[side])).toEqual(after.map((_, i) => i));
          expect(carried.flatMap((b) => b[other])).toEqual(cut.map((_, i) => i));
        },
      ),
    );
  });
});
