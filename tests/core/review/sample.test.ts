import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSample, wilsonInterval } from '../../../src/core/review/index.ts';

test('a sample has different members, as many as asked for, and the seed decides', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 600 }), fc.nat(), (population, size, seed) => {
      const drawn = drawSample(population, size, seed);
      expect(drawn).toHaveLength(Math.min(size, population));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.every((one, i) => one >= 0 && one < population && (i === 0 || drawn[i - 1]! < one))).toBe(
        true,
      );
      expect(drawSample(population, size, seed)).toEqual(drawn);
    }),
  );
});

test('every member is as likely as any other', () => {
  const hits = new Array<number>(20).fill(0);
  for (let seed = 0; seed < 4000; seed++) for (const one of drawSample(20, 5, seed)) hits[one]! += 1;
  // 1000 expected, standard deviation 27.
  for (const count of hits) expect(Math.abs(count - 1000)).toBeLessThan(140);
});

test("Wilson's interval: published values, and it holds the share", () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  const published = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const;
  for (const [errors, judged, low, high] of published) {
    const interval = wilsonInterval(errors, judged);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  }
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(1000), (judged, n) => {
      const errors = n % (judged + 1);
      const { low, high } = wilsonInterval(errors, judged);
      expect(low).toBeLessThanOrEqual(errors / judged + 1e-12);
      expect(high).toBeGreaterThanOrEqual(errors / judged - 1e-12);
    }),
  );
});
