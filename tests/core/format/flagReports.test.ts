import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../src/core/format/read/xlsx.ts';
import { FLAG_FORMATS } from '../../../src/core/format/write/flagReports.ts';
import { scoreFlags } from '../../../src/core/format/write/flags.ts';

describe('the report of flags', () => {
  const flag = {
    row: 3,
    check: 'number',
    category: 'Accuracy/Mistranslation',
    severity: 'major' as const,
    confidence: 0.9,
    message: '“3” but “<b>4</b>”',
    source: '3 con cá',
    target: '=4 Fische',
    decision: null,
    reason: null,
  };
  const rendering = {
    document: 'Truyện',
    sourceLang: 'vi',
    lang: 'de',
    label: '',
    verdict: 'complete',
    words: 200,
    flags: [
      flag,
      { ...flag, severity: 'critical' as const, decision: 'agreed' as const, category: 'Accuracy/Omission' },
      { ...flag, severity: 'critical' as const, decision: 'dismissed' as const, reason: 'gerundet' },
      { ...flag, severity: 'note' as const },
    ],
  };
  const report = {
    title: 'Thử',
    toolVersion: '0.1.0',
    createdAt: Date.UTC(2026, 0, 31),
    renderings: [rendering],
  };
  const printed = (format: keyof typeof FLAG_FORMATS): Buffer =>
    Buffer.concat([...FLAG_FORMATS[format].print(report)].map((piece) => Buffer.from(piece as string)));

  test('weighs by severity and leaves out what was dismissed', () => {
    expect(scoreFlags(rendering)).toEqual({
      counts: { critical: 1, major: 1, minor: 0, note: 1 },
      penalty: 30,
      agreedPenalty: 25,
      perThousand: 150,
      categories: { 'Accuracy/Mistranslation': 2, 'Accuracy/Omission': 1 },
    });
    expect(scoreFlags({ flags: [flag], words: 0 }).perThousand).toBeNull();
  });

  test('says the same as page, workbook and JSON', () => {
    const page = printed('flags-html').toString();
    expect(page).toContain('“3” but “&lt;b&gt;4&lt;/b&gt;”');
    expect(page.match(/<tr class="/g)).toHaveLength(4);
    const { rows } = readWorkbook(printed('flags-xlsx'), 'x.xlsx');
    expect(rows).toHaveLength(5);
    expect(rows[1]!.slice(2, 5)).toEqual(['3', 'major', 'Accuracy/Mistranslation']);
    const read = JSON.parse(printed('flags-json').toString()) as {
      renderings: { score: object; flags: object[] }[];
    };
    expect(read.renderings[0]!.score).toEqual(scoreFlags(rendering));
    expect(read.renderings[0]!.flags[0]).toMatchObject({ weight: 5, severity: 'major' });
  });
});
