/** Terms of the project: found whatever their inflection, wrong renderings with both spans, and silence where all is well. */
import { describe, expect, test } from 'vitest';
import { checkRendering, type GlossaryConcept, indexGlossary } from '../../../src/core/check/index.ts';
import { bundledLexicon } from '../../../src/core/lexicon/index.ts';
import type { Flag } from '../../../src/core/model.ts';
import { cutLines } from '../../../src/core/text/index.ts';
import { oneToOne } from './texts.ts';

const concept = (id: string, ...terms: readonly string[]): GlossaryConcept => ({
  id,
  terms: terms.map((term) => {
    const [, lang = '', mark = '', text = ''] = /^(\w+)([-?]?) (.+)$/u.exec(term)!;
    return { lang, text, status: mark === '-' ? 'forbidden' : mark === '?' ? 'admitted' : 'preferred' };
  }),
});
const GLOSSARY: readonly GlossaryConcept[] = [
  concept(
    '1',
    'vi hợp tác xã',
    'de Genossenschaft',
    'de- Kooperative',
    'ru кооператив',
    'zh 合作社',
    'zh- 公社',
  ),
  concept(
    '2',
    'vi bản ghi nhớ',
    'de Absichtserklärung',
    'de? Memorandum',
    'ru меморандум о взаимопонимании',
    'zh 谅解备忘录',
  ),
  concept('3', 'vi hợp tác', 'de Zusammenarbeit'),
];
const termFlags = (source: string, lang: string, target: string, glossary = GLOSSARY): readonly Flag[] =>
  checkRendering({
    source: cutLines(source, 'vi'),
    target: cutLines(target, lang),
    alignment: oneToOne(source.split('\n').length),
    lexicon: bundledLexicon(),
    glossary,
  }).flags.filter(({ messageCode }) =>
    ['term.glossary', 'term.perhaps', 'term.absent', 'term.forbidden', 'term.banned'].includes(messageCode),
  );

test.each([
  ['de', 'Der Vertreter der Genossenschaften sprach mit den Bauern über den neuen Plan.'],
  ['de', 'Der Genossenschaftsvertreter sprach mit den Bauern über den neuen Plan.'],
  ['ru', 'Представитель кооперативов обсудил с крестьянами новый план.'],
  ['zh', '合作社代表与农民讨论了新计划。'],
])('an inflected or compounded term is the term (%s)', (lang, target) => {
  expect(termFlags('Đại diện hợp tác xã đã trao đổi với nông dân về kế hoạch mới.', lang, target)).toEqual(
    [],
  );
});

describe('wrong renderings', () => {
  test('a forbidden term, with both spans and what to write', () => {
    const [flag, ...more] = termFlags(
      'Đại diện hợp tác xã đã trao đổi với nông dân.',
      'de',
      'Der Vertreter der Kooperativen sprach mit den Bauern.',
    );
    expect(more).toEqual([]);
    expect(flag).toMatchObject({
      check: 'term',
      severity: 'major',
      messageCode: 'term.forbidden',
      sourceSpan: { text: 'hợp tác xã' },
      targetSpan: { text: 'Kooperativen' },
      message: '“Kooperativen” should not be used for “hợp tác xã”; use “Genossenschaft”',
    });
  });
  test('another word than the glossary wants', () => {
    const [flag] = termFlags('Hai bên đã ký bản ghi nhớ về nông nghiệp.', 'zh', '双方签署了关于农业的协议。');
    expect(flag).toMatchObject({ sourceSpan: { text: 'bản ghi nhớ' }, params: { preferred: '谅解备忘录' } });
  });
  test('an admitted term is fine', () => {
    expect(
      termFlags(
        'Hai bên đã ký bản ghi nhớ về nông nghiệp.',
        'de',
        'Beide Seiten unterzeichneten das Memorandum zur Landwirtschaft.',
      ),
    ).toEqual([]);
  });
  test('a longer term is not the shorter one in it', () => {
    expect(
      termFlags('Người dân lập hợp tác xã mới.', 'de', 'Die Bewohner gründen eine neue Genossenschaft.'),
    ).toEqual([]);
  });
  test('words in another order are the term', () => {
    expect(termFlags('Họ đã ký bản ghi nhớ.', 'ru', 'О взаимопонимании они подписали меморандум.')).toEqual(
      [],
    );
  });
  test('a language without terms is left alone', () => {
    expect(
      termFlags('Họ đã ký bản ghi nhớ.', 'ru', 'Они подписали договор.', [
        concept('1', 'vi bản ghi nhớ', 'de Memorandum'),
      ]),
    ).toEqual([]);
  });
});

test('a rendering alone is told of forbidden words', () => {
  const target = cutLines('Die Kooperative hat neue Mitglieder aufgenommen.', 'de');
  const { flags } = checkRendering({
    source: null,
    target,
    alignment: { beads: [{ source: [], target: [0], score: 1 }], links: [] },
    glossary: GLOSSARY,
  });
  expect(flags.map(({ messageCode, targetSpan }) => [messageCode, targetSpan?.text])).toEqual([
    ['term.forbiddenAlone', 'Kooperative'],
  ]);
});

test.each([
  ['de', 'Vertrag', 'die Verträge', 'Verträge'],
  ['de', 'Länder', 'das Land', 'Land'],
  ['de', 'strategische Partnerschaft', 'einer strategischen Partnerschaft', 'strategischen Partnerschaft'],
  ['ru', 'стратегическое партнёрство', 'о стратегическом партнерстве', 'стратегическом партнерстве'],
  ['ru', 'рынок', 'на рынках', 'рынках'],
  ['vi', 'hoà bình', 'nền hòa bình', 'hòa bình'],
  ['zh', '伙伴关系', '战略伙伴关系。', '伙伴关系'],
])('%s: %s is found in “%s”', (lang, text, sentence, found) => {
  const index = indexGlossary([{ id: '1', terms: [{ lang, text, status: 'preferred' }] }]);
  expect(index.mentions(sentence, lang).map(({ start, end }) => sentence.slice(start, end))).toEqual([found]);
});

test('the glossary decides over the shipped terms', () => {
  const source = 'Hai nước nâng cấp quan hệ lên đối tác chiến lược toàn diện trong năm nay.';
  const target = 'Beide Länder werten ihre Beziehungen in diesem Jahr zur strategischen Partnerschaft auf.';
  const codesWith = (glossary: readonly GlossaryConcept[]): readonly string[] =>
    checkRendering({
      source: cutLines(source, 'vi'),
      target: cutLines(target, 'de'),
      alignment: oneToOne(1),
      lexicon: bundledLexicon(),
      glossary,
    }).flags.map(({ messageCode }) => messageCode);
  expect(codesWith([])).toContain('partial-omission.term');
  const own = concept('1', 'vi đối tác chiến lược toàn diện', 'de strategische Partnerschaft');
  expect(codesWith([own])).not.toContain('partial-omission.term');
  expect(codesWith([concept('1', 'vi đối tác chiến lược toàn diện', 'ru партнёрство')])).toContain(
    'partial-omission.term',
  );
});
