/** The report as a workbook: a sheet for each kind of list, so that it can be filtered and counted on. */
import type { DocumentReport, ReportPart } from '../../contract/index.ts';
import { printWorkbook, type SheetCell } from '../../core/format/write/sheet.ts';
import { isoDate } from '../../core/format/write/xml.ts';
import { confirmedIn, signatureOf } from './reportFigures.ts';

type Value = string | number;
interface Sheet {
  readonly name: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: (part: ReportPart) => readonly (readonly Value[])[];
}

const share = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Document and rendering stand before each row. */
const SHEETS: readonly Sheet[] = [
  {
    name: 'Summary',
    heads: [
      'Verdict',
      'Rendered',
      'With original',
      'Groups',
      'Confirmed',
      'Without rendering',
      'Without original',
      'Open flags',
      'Open notes',
      'Signed off by',
      'Signed off',
      'Remark',
    ],
    widths: [16, 10, 13, 9, 11, 17, 16, 11, 11, 20, 21, 36],
    rows: (part) => {
      const signed = signatureOf(part);
      return [
        [
          part.verdict?.kind ?? '',
          part.verdict ? share(part.verdict.sourceCoverage) : '',
          part.verdict ? share(part.verdict.targetCoverage) : '',
          part.groups,
          confirmedIn(part),
          part.omissions,
          part.additions,
          part.openFlags.filter(({ decision }) => decision === 'open').length,
          part.openNotes.length,
          signed?.reviewer ?? '',
          signed ? isoDate(signed.at) : '',
          signed?.remark ?? '',
        ],
      ];
    },
  },
  {
    name: 'Statuses',
    heads: ['Status', 'Groups'],
    widths: [16, 9],
    rows: ({ statuses }) => statuses.map(({ status, count }) => [status, count]),
  },
  {
    name: 'Flags by category',
    heads: ['MQM category', 'Severity', 'Open', 'Agreed', 'Dismissed'],
    widths: [30, 10, 8, 8, 11],
    rows: ({ flags }) =>
      flags.map(({ category, severity, open, agreed, dismissed }) => [
        category,
        severity,
        open,
        agreed,
        dismissed,
      ]),
  },
  {
    name: 'Flags',
    heads: ['Row', 'Severity', 'MQM category', 'Check', 'Flag', 'Decision'],
    widths: [7, 10, 30, 16, 70, 10],
    rows: ({ openFlags }) =>
      openFlags.map(({ number, severity, category, check, message, decision }) => [
        number,
        severity,
        category,
        check,
        message,
        decision,
      ]),
  },
  {
    name: 'Rejected',
    heads: ['Row', 'Text', 'Reason', 'Reviewer'],
    widths: [7, 60, 40, 20],
    rows: ({ rejected }) =>
      rejected.map(({ number, target, reason, reviewer }) => [number, target, reason, reviewer]),
  },
  {
    name: 'Versions',
    heads: ['From', 'To', 'When', 'Changed', 'Moved', 'Added', 'Removed', 'Same'],
    widths: [28, 28, 21, 9, 9, 9, 9, 9],
    rows: ({ versions }) =>
      versions.map(({ from, to, at, counts }) => [
        from,
        to,
        isoDate(at),
        counts.changed,
        counts.moved,
        counts.added,
        counts.removed,
        counts.same,
      ]),
  },
  {
    name: 'Samples',
    heads: ['Drawn', 'By', 'Seed', 'Of', 'Groups', 'Judged', 'Errors', 'Error rate', 'From', 'To'],
    widths: [21, 20, 9, 9, 9, 9, 9, 11, 9, 9],
    rows: ({ samples }) =>
      samples.map((one) => [
        isoDate(one.drawnAt),
        one.drawnBy,
        one.seed,
        one.population,
        one.size,
        one.judged,
        one.errors,
        one.rate === null ? '' : share(one.rate),
        share(one.interval.low),
        share(one.interval.high),
      ]),
  },
  {
    name: 'Signatures',
    heads: ['Signed off by', 'Signed off', 'Remark', 'Reopened by', 'Reopened', 'Reason'],
    widths: [20, 21, 36, 20, 21, 36],
    rows: ({ signOffs }) =>
      signOffs.map(({ reviewer, at, remark, reopened }) => [
        reviewer,
        isoDate(at),
        remark,
        reopened?.by ?? '',
        reopened ? isoDate(reopened.at) : '',
        reopened?.reason ?? '',
      ]),
  },
  {
    name: 'Open notes',
    heads: ['Sentence', 'On', 'Note', 'By', 'Answers'],
    widths: [10, 36, 60, 20, 9],
    rows: ({ openNotes }) =>
      openNotes.map(({ number, quote, text, author, answers }) => [
        number,
        quote ?? '',
        text,
        author,
        answers,
      ]),
  },
];

const cellOf = (value: Value): SheetCell | Value =>
  typeof value === 'number' ? value : { value, style: 'text' };

export function printReportWorkbook(reports: readonly DocumentReport[]): Uint8Array {
  const pieces: (string | Uint8Array)[] = [];
  const columnsOf = ({ widths }: Sheet) => [26, 18, ...widths].map((width) => ({ width }));
  const headsOf = ({ heads }: Sheet) => ['Document', 'Rendering', ...heads];
  const [first, ...others] = SHEETS;
  const workbook = printWorkbook(first!.name, columnsOf(first!), headsOf(first!));
  const fill = (sheet: Sheet): void => {
    for (const { title, parts } of reports)
      for (const part of parts)
        for (const row of sheet.rows(part)) {
          const rendering = part.label === '' ? part.lang : `${part.lang} (${part.label})`;
          pieces.push(workbook.row([title, rendering, ...row].map(cellOf)));
        }
  };
  pieces.push(workbook.start());
  fill(first!);
  for (const sheet of others) {
    pieces.push(workbook.next(sheet.name, columnsOf(sheet), headsOf(sheet)));
    fill(sheet);
  }
  pieces.push(workbook.end());
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
}
