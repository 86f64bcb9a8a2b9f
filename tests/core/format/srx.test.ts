/** SRX 2.0: rules are read and used; the built-in ones, written out and read back, cut the development texts as they do. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertPattern, findSrxEnds, readSrx, rulesOf, writeSrx } from '../../../src/core/format/srx.ts';
import { cutText } from '../../../src/core/text/index.ts';

const shared = join(import.meta.dirname, '../../../../shared/gold/dev');
const missing = !existsSync(shared);
if (missing) console.warn('SKIPPED: the gold sets are not beside the repository (../shared/gold)');

const wrap = (rules: string, cascade = 'no'): string =>
  `<srx version="2.0" xmlns="http://www.lisa.org/srx20"><header cascade="${cascade}"/><body><languagerules><languagerule languagerulename="x">${rules}</languagerule><languagerule languagerulename="y"><rule break="yes"><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules><maprules><languagemap languagepattern="(DE|de).*" languagerulename="x"/><languagemap languagepattern=".*" languagerulename="y"/></maprules></body></srx>`;
const cut = (text: string, ends: readonly number[]): string[] =>
  ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end).trim());

const RULES =
  '<rule break="no"><beforebreak>\\bDr\\.</beforebreak><afterbreak>\\s</afterbreak></rule><rule break="yes"><beforebreak>[.!?]+</beforebreak><afterbreak>\\s+\\p{Lu}</afterbreak></rule>';

describe('SRX', () => {
  it('gives its rules to the languages that its map names, the first rule deciding', () => {
    const srx = readSrx('a.srx', wrap(RULES));
    const text = 'Dr. Lan kam. Sie blieb; das war gut. und so.';
    expect(cut(text, findSrxEnds(text, rulesOf(srx, 'de-AT')))).toEqual([
      'Dr. Lan kam.',
      'Sie blieb; das war gut. und so.',
    ]);
    expect(cut(text, findSrxEnds(text, rulesOf(srx, 'vi')))).toEqual([
      'Dr. Lan kam. Sie blieb;',
      'das war gut. und so.',
    ]);
  });

  it('cascades where the header says so', () => {
    const text = 'Dr. Lan kam. Sie blieb; gut.';
    const srx = readSrx('a.srx', wrap(RULES, 'yes'));
    expect(cut(text, findSrxEnds(text, rulesOf(srx, 'de')))).toEqual(['Dr. Lan kam.', 'Sie blieb;', 'gut.']);
  });

  it('takes the patterns of ICU', () => {
    for (const pattern of ['\\x{41}', '[[:upper:]]\\h', '\\Qa.b\\E', '(?i)etc\\.', 'a++b', '(?>ab)', '\\"']) {
      const { source, flags } = convertPattern(pattern);
      expect(() => new RegExp(source, flags)).not.toThrow();
    }
  });

  it('refuses what is none, in words', () => {
    expect(() => readSrx('a.srx', '<tmx/>')).toThrow(/cannot be read as segmentation rules/);
    expect(() => readSrx('a.srx', wrap('<rule><beforebreak>(</beforebreak><afterbreak/></rule>'))).toThrow(
      /the pattern \( cannot be used/,
    );
  });
});

describe.skipIf(missing)('the built-in rules as SRX', () => {
  const srx = readSrx('built-in.srx', [...writeSrx()].join(''));
  for (const lang of ['vi', 'de', 'ru', 'zh'])
    it(`cut ${lang} as they do themselves, to 98 %`, () => {
      let [same, ours, theirs] = [0, 0, 0];
      for (const doc of ['forum', 'contract', 'manual', 'story']) {
        const raw = readFileSync(join(shared, doc, `${lang}.txt`), 'utf8').normalize('NFC');
        const { segments } = cutText(raw, lang);
        const paragraphs = Map.groupBy(segments, (segment) => segment.paragraph);
        for (const group of paragraphs.values()) {
          if (group[0]!.kind === 'heading') continue;
          const text = group.map((segment) => segment.text).join(/^(?:zh)$/.test(lang) ? '' : ' ');
          const size = (pieces: readonly string[]): Set<number> => {
            let at = 0;
            return new Set(pieces.map((piece) => (at += piece.replace(/\s/g, '').length)));
          };
          const [a, b] = [
            size(group.map((s) => s.text)),
            size(cut(text, findSrxEnds(text, rulesOf(srx, lang)))),
          ];
          ours += a.size;
          theirs += b.size;
          same += [...a].filter((end) => b.has(end)).length;
          if (process.env.SRX_SHOW && (a.size !== b.size || [...a].some((end) => !b.has(end))))
            console.info(
              `${doc} ${lang}\n  ${group.map((s) => s.text).join(' ¦ ')}\n  ${cut(text, findSrxEnds(text, rulesOf(srx, lang))).join(' ¦ ')}`,
            );
        }
      }
      const f1 = (2 * same) / (ours + theirs);
      console.info(`SRX ${lang} ${f1.toFixed(4)}`);
      expect(f1).toBeGreaterThanOrEqual(0.98);
    });
});
