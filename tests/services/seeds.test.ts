/** The five articles beside the repository, judged by the oracle's rules as ../shared/eval/seeds.mjs does: a gate for the checks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Flag, SegmentedText, Span, Verdict } from '../../src/core/model.ts';
import { alignFiles, checkFiles } from '../../src/services/oneShot.ts';

const SHARED = new URL('../../../shared', import.meta.url).pathname;
const SEEDS = join(SHARED, 'seeds');
const ORACLE = join(SHARED, 'gold/seeds/oracle.json');
const isThere = existsSync(SEEDS) && existsSync(ORACLE);

interface Item {
  readonly id: string;
  readonly pair: string;
  readonly expect: 'must' | 'should' | 'may' | 'mustnot';
  readonly category: string;
  readonly severity: string;
  readonly forbids?: string | readonly string[];
  readonly source_line?: number | readonly number[];
  readonly target_line?: number | readonly number[];
  readonly source_span?: string | readonly string[];
  readonly target_span?: string | readonly string[];
}
interface Output {
  readonly source: SegmentedText | null;
  readonly target: SegmentedText;
  readonly flags: readonly Flag[];
  readonly verdict: Verdict;
}

const list = <T>(value: T | readonly T[] | null | undefined): readonly T[] =>
  value === null || value === undefined ? [] : ([value].flat() as readonly T[]);
const meets = (one: string, span: Span | null): boolean =>
  !one || !span || one.includes(span.text) || span.text.includes(one);

/** Whether a flag stands where an item does. */
const isOn = (item: Item, output: Output, flag: Flag): boolean => {
  const at = (text: SegmentedText | null, segments: readonly number[], lines: readonly number[]): boolean =>
    segments.some((segment) => lines.includes(text?.segments[segment]?.line ?? -1));
  const fits = (spans: readonly string[], span: Span | null): boolean =>
    spans.length === 0 || spans.some((one) => meets(one, span));
  return (
    (at(output.source, flag.source, list(item.source_line)) &&
      fits(list(item.source_span), flag.sourceSpan)) ||
    (at(output.target, flag.target, list(item.target_line)) && fits(list(item.target_span), flag.targetSpan))
  );
};
const flagsFor = (item: Item, output: Output): readonly Flag[] =>
  output.flags.filter(
    (flag) =>
      (flag.severity !== 'note' || (item.expect !== 'mustnot' && item.severity === 'note')) &&
      isOn(item, output, flag),
  );

describe.runIf(isThere)('the seed articles', () => {
  const outputs = new Map<string, Output>();
  const items: Item[] = [];
  beforeAll(async () => {
    const file = (number: string, lang: string) => {
      const name = readdirSync(SEEDS).find((one) => one.startsWith(`${number}_`))!;
      return { path: join(SEEDS, name), name, lang };
    };
    const source = file('004', 'vi');
    const targets = [file('000', 'de'), file('001', 'ru'), file('002', 'zh')];
    const aligned = await alignFiles({ source, targets });
    for (const [index, pair] of ['004-000', '004-001', '004-002'].entries()) {
      const target = aligned.targets[index]!;
      outputs.set(pair, { source: aligned.source, target, ...target } as Output);
    }
    const alone = (await checkFiles({ source: null, targets: [file('003', 'de')] })).targets[0]!;
    outputs.set('003', { source: null, target: alone, ...alone } as Output);
    items.push(...(JSON.parse(readFileSync(ORACLE, 'utf8')) as Item[]));
  }, 120_000);
  const wanted = (expectation: Item['expect'], pair?: string): readonly Item[] =>
    items.filter(
      (item) =>
        item.expect === expectation &&
        item.category !== 'weak_link' &&
        outputs.has(item.pair) &&
        (!pair || item.pair === pair),
    );
  const missing = (of: readonly Item[]): readonly string[] =>
    of.filter((item) => flagsFor(item, outputs.get(item.pair)!).length === 0).map(({ id }) => id);

  test.each([
    ['004-000', 'complete'],
    ['004-001', 'partial'],
    ['004-002', 'not-a-translation'],
    ['003', 'no-original'],
  ])('%s is judged %s', (pair, kind) => {
    expect(outputs.get(pair)!.verdict.kind).toBe(kind);
  });
  test('nothing is flagged that must not be', () => {
    const violated = wanted('mustnot').filter((item) =>
      flagsFor(item, outputs.get(item.pair)!).some(
        (flag) => list(item.forbids).includes('*') || list(item.forbids).includes(flag.check),
      ),
    );
    expect(violated.map(({ id }) => id)).toEqual([]);
  });
  test('all that must be found is', () => {
    expect(wanted('must').length).toBeGreaterThan(5);
    // Verdicts have a test of their own; evidence stands in their reasons.
    const flagged = wanted('must').filter(({ category }) => !['doc_verdict', 'evidence'].includes(category));
    const lost = missing(flagged);
    console.log(
      `must: ${flagged.length - lost.length} of ${flagged.length} found; missing ${lost.join(', ')}`,
    );
    expect(lost).toEqual([]);
  });
  test.each([
    ['004-000', 4],
    ['004-001', 5],
    ['004-002', 1],
    ['003', 1],
  ] as const)('%s: at least %d of what should be found', (pair, least) => {
    const all = wanted('should', pair);
    const lost = missing(all);
    console.log(`${pair}: ${all.length - lost.length} of ${all.length} found; missing ${lost.join(', ')}`);
    expect(all.length - lost.length).toBeGreaterThanOrEqual(least);
  });
});

test.skipIf(isThere)('the seed articles are not beside the repository: their gate does not run', () => {
  expect(isThere).toBe(false);
});
