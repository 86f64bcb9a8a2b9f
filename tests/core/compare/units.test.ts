import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  carryOver,
  makeCutAlong,
  type ReturnedUnit,
  reviseByUnits,
} from '../../../src/core/compare/index.ts';

const cut = (text: string): string[] => text.match(/[^.!?]+[.!?]/gu)?.map((one) => one.trim()) ?? [text];

describe('a text that went out as several sentences', () => {
  it('is cut where its sentences ended, however they had been cut', () => {
    const known = ['Z. B. am Hafen.', 'Ja', 'sagte er.', 'Erst dies. Dann das.'];
    const along = makeCutAlong(known, cut);
    expect(along('Z. B. am Hafen. Ja sagte er.')).toEqual(['Z. B. am Hafen.', 'Ja', 'sagte er.']);
    expect(along('Erst dies. Dann das. Neu hier.')).toEqual(['Erst dies. Dann das.', 'Neu hier.']);
    expect(along('Jakob kam. Ja sagte er.')).toEqual(['Jakob kam.', 'Ja', 'sagte er.']);
  });
  it('loses nothing', () => {
    const sentences = fc.array(fc.constantFrom('Ja.', 'Nein!', 'Ja. Nein!', 'ohne Ende', '好', 'x'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(sentences, fc.subarray(['Ja.', 'Nein!', 'Ja. Nein!', 'ohne Ende', 'x']), (parts, known) => {
        expect(makeCutAlong(known, cut)(parts.join(' ')).join(' ')).toBe(parts.join(' '));
      }),
    );
  });
});

const SOURCES = Array.from(
  { length: 8 },
  (_, i) => `Câu số ${i} của bài này nói về ${'abcdefgh'[i]!.repeat(5)}.`,
);
const TARGETS = [
  'Der Hafen liegt still.',
  'Drei Boote kehren heim.',
  'Am Kai warten Händler.',
  'Die Kinder zählen Fische.',
  'Ein alter Mann flickt Netze.',
  'Abends brennt ein Feuer.',
  'Alle singen leise.',
  'Dann schläft das Dorf.',
];
/** One to one, but: 2 with two targets, 5 with none, and the last one is furniture. */
const OWN = [
  ...TARGETS.slice(0, 3),
  'Sie rufen Preise.',
  ...TARGETS.slice(3, 5),
  ...TARGETS.slice(6),
  'Teilen',
];
const BEADS = [
  { other: [0], own: [0] },
  { other: [1], own: [1] },
  { other: [2], own: [2, 3] },
  { other: [3], own: [4] },
  { other: [4], own: [5] },
  { other: [5], own: [] },
  { other: [6], own: [6] },
  { other: [7], own: [7] },
  { other: [], own: [8] },
];
const UNITS: ReturnedUnit[] = BEADS.filter(({ own, other }) => own.length > 0 && other.length > 0).map(
  (bead) => ({
    own: bead.own.map((one) => OWN[one]!).join(' '),
    other: bead.other.map((one) => SOURCES[one]!).join(' '),
  }),
);
const revise = (units: readonly ReturnedUnit[]) =>
  reviseByUnits({
    units,
    own: OWN,
    isFixed: (one) => one === 8,
    other: SOURCES,
    beads: BEADS,
    lang: 'de',
    otherLang: 'vi',
    cut,
  });
const carry = ({ changes, homes }: ReturnType<typeof revise>) =>
  carryOver(
    BEADS.map(({ own, other }) => ({ source: other, target: own })),
    changes,
    'target',
    homes,
  ).beads.map(({ source, target, state }) => `${source}|${target} ${state}`);

describe('a text that comes back as units', () => {
  it('changes nothing where nothing was changed, in whatever order the units are', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(UNITS, { minLength: 0, maxLength: UNITS.length }), (units) => {
        const { sentences, changes, homes, untouched } = revise(units);
        expect(sentences.map(({ text }) => text)).toEqual(OWN);
        expect(changes.every(({ kind, before, after }) => kind === 'same' && before === after)).toBe(true);
        expect(homes.size).toBe(0);
        const spoken = units.reduce((sum, { own }) => sum + cut(own!).length, 0);
        expect(untouched).toBe(OWN.length - 1 - spoken);
      }),
    );
  });
  it('makes exactly the groups stale whose sentence was changed, however much', () => {
    const edits = fc.uniqueArray(fc.nat(UNITS.length - 1), { maxLength: 4 });
    fc.assert(
      fc.property(edits, fc.boolean(), (numbers, anew) => {
        const units = UNITS.map((unit, i) => {
          if (!numbers.includes(i)) return unit;
          return { ...unit, own: anew ? `Ganz anders ${i}.` : unit.own!.replace(/\.$/, ' sehr.') };
        });
        const stale = carry(revise(units)).filter((bead) => bead.endsWith('stale'));
        expect(stale).toHaveLength(numbers.length);
      }),
    );
  });
  it('puts what came where the file puts it', () => {
    const filled = [
      ...UNITS.slice(0, 5),
      { other: SOURCES[5]!, own: 'Abends brennt ein Feuer. Es raucht.' },
      ...UNITS.slice(5),
    ];
    expect(carry(revise(filled))[5]).toBe('5|6,7 stale');
    const grown = UNITS.map((unit, i) => (i === 2 ? { ...unit, own: `${unit.own} Niemand kauft.` } : unit));
    expect(carry(revise(grown)).slice(2, 4)).toEqual(['2|2,3,4 stale', '3|5 kept']);
    const fresh = [
      ...UNITS.slice(0, 2),
      { other: 'Một câu hoàn toàn mới.', own: 'Frisch dazu.' },
      ...UNITS.slice(2),
    ];
    expect(carry(revise(fresh)).slice(1, 4)).toEqual(['1|1 kept', '|2 new', '2|3,4 kept']);
  });
  it('covers both texts once and in order, whatever came back', () => {
    const text = fc.option(fc.constantFrom(...OWN, 'Neu.', 'Noch ein Satz. Und einer.'), { nil: null });
    const source = fc.option(
      fc
        .array(fc.constantFrom(...SOURCES, 'Mới.'), { minLength: 1, maxLength: 3 })
        .map((list) => list.join(' ')),
      { nil: null },
    );
    fc.assert(
      fc.property(fc.array(fc.record({ own: text, other: source }), { maxLength: 10 }), (units) => {
        const revised = revise(units);
        const { sentences, changes } = revised;
        expect(changes.flatMap(({ after }) => after ?? [])).toEqual(sentences.map((_, i) => i));
        const spoken = changes.flatMap(({ before }) => before ?? []).sort((a, b) => a - b);
        expect(spoken).toEqual(OWN.map((_, i) => i));
        const carried = carry(revised).map((bead) => bead.split(' ')[0]!.split('|'));
        const side = (i: number) =>
          carried.flatMap((bead) => bead[i]!.split(',').filter(Boolean).map(Number));
        expect(side(0)).toEqual(SOURCES.map((_, i) => i));
        expect(side(1)).toEqual(sentences.map((_, i) => i));
        expect(sentences.flatMap(({ before, text: one }) => (before === 8 ? one : []))).toEqual(['Teilen']);
      }),
      { numRuns: 300 },
    );
  });
});
