/**
 * A workbook for review by people without the app, made to come back: each row has its id, and a hidden key that names the sentences
 * in it and how they read when the file was made (see ../review.ts). Sentences of one cell stand on lines of their own.
 */
import { printKey, REVIEW_STATUSES, reviewHeads } from '../review.ts';
import type { UnitFormat } from './model.ts';
import { printWorkbook } from './sheet.ts';
import { cleanSegment } from './xml.ts';

export const xlsx: UnitFormat = {
  name: 'Excel workbook for review',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  binary: true,
  losses: ['one-sided', 'notes', 'flags', 'dates', 'history'],
  print: ({ title, columns }) => {
    const heads = reviewHeads(columns);
    const sheet = printWorkbook(
      title,
      [
        { width: 9 },
        { width: 9, hidden: true },
        ...columns.map(() => ({ width: columns.length > 2 ? 42 : 60 })),
        ...columns.slice(1).map(() => ({ width: 14, choices: REVIEW_STATUSES })),
        { width: 36 },
        { width: 8 },
        { width: 24 },
      ],
      [heads.id, heads.key, ...heads.texts, ...heads.statuses, heads.comment, heads.score, heads.document],
    );
    return {
      start: () => sheet.start(),
      unit: (unit) => {
        const variants = columns.map((_, i) => unit.variants.find(({ column }) => column === i));
        const scores = unit.variants.flatMap(({ score }) => (score === null ? [] : [score]));
        return sheet.row([
          { value: unit.id, style: 'id' },
          { value: printKey(unit.variants), style: 'id' },
          ...variants.map((variant) => ({
            value:
              variant?.sentences?.map(({ text }) => cleanSegment(text)).join('\n') ?? variant?.text ?? '',
            style: 'text' as const,
          })),
          ...variants
            .slice(1)
            .map((variant) => ({ value: variant?.statuses.join(' ') ?? '', style: 'text' as const })),
          '',
          scores.length > 0 ? Math.round(Math.min(...scores) * 1000) / 1000 : '',
          { value: unit.document, style: 'id' },
        ]);
      },
      end: () => sheet.end(),
    };
  },
};
