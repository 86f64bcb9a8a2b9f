/**
 * An edit re-checks its own rows: for a stretch of the document, with what the whole taught, `recheckBeads` gives the flags that the
 * full check gives there, on generated documents.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHECKS,
  type CheckInput,
  checkAndLearn,
  checkRendering,
  recheckBeads,
} from '../../../src/core/check/index.ts';
import type { Flag } from '../../../src/core/model.ts';
import { inputOf, oneToOne } from './texts.ts';

/** Sentences with a right rendering and wrong ones. */
const ROWS: readonly (readonly [string, ...(readonly string[])])[] = [
  [
    'Nhà máy tuyển 120 công nhân trong tháng Ba.',
    'Die Fabrik stellt im März 120 Arbeiter ein.',
    'Die Fabrik stellt im März 210 Arbeiter ein.',
    'Die Fabrik stellt im Mai 120 Arbeiter ein.',
  ],
  [
    'Bệnh viện mới có nhiều phòng và một thư viện lớn.',
    'Das neue Krankenhaus hat viele Zimmer und eine große Bibliothek.',
    'Das neue Krankenhaus hat viele Zimmer und einen großen Bahnhof.',
    'Das neue Krankenhaus hat viele Zimmer.',
  ],
  [
    'Ông Vũ Văn Khánh không đồng ý với kế hoạch.',
    'Herr Vu Van Khanh ist mit dem Plan nicht einverstanden.',
    'Herr Vu Van Khanh ist mit dem Plan einverstanden.',
    'Herr Vu Van Khoa ist mit dem Plan nicht einverstanden.',
  ],
  [
    'Doanh thu tăng 8% so với năm ngoái.',
    'Der Umsatz stieg gegenüber dem Vorjahr um 8 %.',
    'Der Umsatz sank gegenüber dem Vorjahr um 8 %.',
    'Doanh thu tăng 8% so với năm ngoái.',
  ],
  ['Trời hôm nay rất đẹp.', 'Das Wetter ist heute sehr schön.', 'Das Wetter ist heute sehr schön, sagt man.'],
];

const row = fc
  .integer({ min: 0, max: ROWS.length - 1 })
  .chain((at) =>
    fc
      .integer({ min: 1, max: ROWS[at]!.length - 1 })
      .map((choice) => [ROWS[at]![0], ROWS[at]![choice]!] as const),
  );
const documents = fc.array(row, { minLength: 7, maxLength: 24 });

const toInput = (rows: readonly (readonly [string, string])[]): CheckInput =>
  inputOf(
    rows.map(([source]) => source),
    'de',
    rows.map(([, target]) => target),
    oneToOne(rows.length),
  );

/** The kinds that a re-check of single beads leaves to the next full run. */
const ofDocument = new Set(
  CHECKS.filter((check) => check.scope === 'document').flatMap((check) => check.explains),
);
const inBead = (flags: readonly Flag[], bead: number): readonly Flag[] =>
  flags.filter((flag) => flag.target.includes(bead) && !ofDocument.has(flag.messageCode));

test('the whole document: the same flags', () => {
  fc.assert(
    fc.property(documents, (rows) => {
      const input = toInput(rows);
      const { verdict, flags, learnt } = checkAndLearn(input);
      const again = recheckBeads(
        input,
        rows.map((_, at) => at),
        verdict,
        learnt,
      );
      for (const at of rows.keys()) expect(inBead(again, at)).toEqual(inBead(flags, at));
    }),
    { numRuns: 40 },
  );
});

test('a stretch around one row: the same flags there', () => {
  fc.assert(
    fc.property(documents, fc.nat(), (rows, seed) => {
      const input = toInput(rows);
      const { verdict, flags, learnt } = checkAndLearn(input);
      const at = seed % rows.length;
      const from = Math.max(0, at - 3);
      const part = toInput(rows.slice(from, at + 4));
      const move = (list: readonly number[]): number[] => list.map((number) => number + from);
      const again = recheckBeads(part, [at - from], verdict, learnt).map((flag) => ({
        ...flag,
        source: move(flag.source),
        target: move(flag.target),
        sourceSpan: flag.sourceSpan && { ...flag.sourceSpan, segment: flag.sourceSpan.segment + from },
        targetSpan: flag.targetSpan && { ...flag.targetSpan, segment: flag.targetSpan.segment + from },
      }));
      expect(inBead(again, at)).toEqual(inBead(flags, at));
    }),
    { numRuns: 40 },
  );
});

test('a check is the same when it runs again', () => {
  fc.assert(
    fc.property(documents, (rows) => {
      expect(checkRendering(toInput(rows))).toEqual(checkRendering(toInput(rows)));
    }),
    { numRuns: 10 },
  );
});
