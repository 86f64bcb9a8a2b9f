/**
 * Makes a long project for measurements: invented sentences in four languages with words as frequent as words are, groups of all
 * types, scores, statuses and flags. The same numbers give the same project.
 */
import {
  createStore,
  inBulk,
  indexSegments,
  insertAlignment,
  insertBeads,
  insertDocument,
  insertFlags,
  insertSegments,
  insertVersion,
  type NewFlag,
  RANK_STEP,
  type Store,
  setCheckRun,
  showAlignment,
  showDocument,
} from '../../src/store/index.ts';
import { randomFrom } from './generate.mjs';

export const LANGS = ['vi', 'de', 'ru', 'zh'] as const;
type Lang = (typeof LANGS)[number];

/** What invented words are made of. */
const SYLLABLES: Readonly<Record<Lang, readonly string[]>> = {
  vi: 'trời mưa nắng người đường phố nhà sông núi cà phê chợ cá gạo lúa làng đêm ngày tháng năm bạn mẹ cha con chị anh sách thơ nói đi đến về ăn uống ngủ dậy cười khóc buồn vui xưa nay mới cũ lớn nhỏ cao thấp xanh đỏ trắng đen'.split(
    ' ',
  ),
  de: 'regen sonne strasse haus berg fluss markt fisch reis dorf nacht tag freund mutter vater kind buch lied wort weg wald feld licht schatten stein wasser feuer wind stern'.split(
    ' ',
  ),
  ru: 'дождь солнце улица дом гора река рынок рыба рис село ночь день друг мать отец дитя книга песня слово путь лес поле свет тень камень вода огонь ветер звезда ёлка'.split(
    ' ',
  ),
  zh: [...'雨阳街家山河市鱼米村夜日友母父子书歌词路林田光影石水火风星大小高低新旧红白黑来去说吃喝睡笑哭'],
};
const CAPITALS = /^\p{L}/u;

function makeWords(lang: Lang, random: () => number): string[] {
  const syllables = SYLLABLES[lang];
  const pick = (): string => syllables[Math.floor(random() * syllables.length)]!;
  return Array.from({ length: lang === 'vi' ? 400 : 5000 }, (_, i) =>
    i < syllables.length ? syllables[i]! : lang === 'vi' ? `${pick()} ${pick()}` : pick() + pick(),
  );
}

/** Sentences of 6 to 24 words; the first words of the list are the most frequent. */
function* sentencesOf(lang: Lang, seed: number): Generator<string, never> {
  const random = randomFrom(seed);
  const words = makeWords(lang, random);
  for (let n = 1; ; n++) {
    const length = 6 + Math.floor(random() * 18);
    const chosen = Array.from({ length }, () => words[Math.floor(words.length ** random()) - 1]!);
    if (random() < 0.1) chosen.push(String(n));
    const text = chosen.join(lang === 'zh' ? '' : ' ').replace(CAPITALS, (letter) => letter.toUpperCase());
    yield `${text}${lang === 'zh' ? '。' : '.'}`;
  }
}

type Step = readonly [source: number, target: number];
/** Mostly one to one; some groups of each other type. */
const stepOf = (dice: number): Step =>
  dice < 0.88 ? [1, 1] : dice < 0.92 ? [1, 2] : dice < 0.96 ? [2, 1] : dice < 0.98 ? [1, 0] : [0, 1];

const statusOf = (dice: number) =>
  dice < 0.3
    ? ('confirmed' as const)
    : dice < 0.35
      ? ('edited' as const)
      : dice < 0.38
        ? ('needs-review' as const)
        : ('auto' as const);

function addVersion(store: Store, documentId: number, lang: Lang, column: number, sentences: number): number {
  const id = insertVersion(store, {
    documentId,
    columnRank: column,
    role: column === 1 ? 'original' : 'rendering',
    lang,
    label: '',
    sourceName: `${lang}.txt`,
    importedAt: 0,
  });
  const texts = sentencesOf(lang, column);
  const BLOCK = 10_000;
  for (let from = 0; from < sentences; from += BLOCK) {
    const to = Math.min(sentences, from + BLOCK);
    const block = Array.from({ length: to }, (_, n) =>
      n < from
        ? (undefined as never)
        : {
            text: texts.next().value,
            kind:
              n % 500 === 0
                ? ('furniture' as const)
                : n % 100 === 1
                  ? ('heading' as const)
                  : ('text' as const),
            line: n + 1,
            paragraph: n >> 2,
            start: 0,
            end: 0,
          },
    );
    insertSegments(store, id, block, from, to);
  }
  return id;
}

function addAlignment(store: Store, source: number, target: number, counts: Step, seed: number): void {
  const random = randomFrom(seed);
  const id = insertAlignment(store, { sourceId: source, targetId: target, engine: 'bench', createdAt: 0 });
  const flagged: Step[] = [];
  const beads = function* () {
    let [s, t] = [0, 0];
    while (s < counts[0] || t < counts[1]) {
      const [g, h] = s === counts[0] ? [0, 1] : t === counts[1] ? [1, 0] : stepOf(random());
      s = Math.min(counts[0], s + g);
      t = Math.min(counts[1], t + h);
      if (g > 0 && h > 0 && random() < 0.02) flagged.push([s, t]);
      yield {
        sourceTo: s * RANK_STEP,
        targetTo: t * RANK_STEP,
        status: statusOf(random()),
        score: Math.round(Math.sqrt(random()) * 1000) / 1000,
      };
    }
  };
  insertBeads(store, id, beads());
  const ids = (versionId: number): number[] =>
    store.db
      .prepare('SELECT id FROM segment WHERE version_id = ? ORDER BY rank')
      .pluck()
      .all(versionId) as number[];
  const [sources, targets] = [ids(source), ids(target)];
  insertFlags(
    store,
    id,
    1,
    flagged.map(
      ([s, t], n): NewFlag => ({
        check: ['number', 'name', 'partial-omission', 'length'][n % 4]!,
        category: 'Accuracy/Mistranslation',
        severity: (['critical', 'major', 'minor', 'note'] as const)[n % 4]!,
        confidence: 0.8,
        sourceSegmentIds: [sources[s - 1]!],
        targetSegmentIds: [targets[t - 1]!],
        sourceSpan: null,
        targetSpan: null,
        messageCode: 'number-missing',
        params: {},
        message: 'A number differs.',
        fingerprint: `bench ${id} ${n}`,
        pairKey: `bench ${id} ${n}`,
      }),
    ),
  );
  setCheckRun(store, id, 1, { kind: 'gaps', sourceCoverage: 0.98, targetCoverage: 0.98, reasons: [] });
  showAlignment(store, id);
}

/** Writes a project of `rows` original sentences beside three renderings; gives the id of its document. */
export async function makeLongProject(
  path: string,
  rows: number,
  report = (_: string): void => {},
): Promise<number> {
  const store = createStore(path, { name: `${rows} rows`, sourceLang: 'vi', createdAt: 0 });
  try {
    const documentId = await inBulk(store, true, async () => {
      const id = insertDocument(store, 'Dài');
      const versions = LANGS.map((lang, i) => {
        report(`texts: ${lang}`);
        return addVersion(store, id, lang, i + 1, rows + (i === 0 ? 0 : Math.round(rows * 0.002) * i));
      });
      versions.slice(1).forEach((version, i) => {
        report(`groups: ${LANGS[i + 1]}`);
        const targets = rows + Math.round(rows * 0.002) * (i + 1);
        addAlignment(store, versions[0]!, version, [rows, targets], 100 + i);
      });
      showDocument(store, id, true);
      return id;
    });
    report('search index');
    while (indexSegments(store, 20_000));
    return documentId;
  } finally {
    store.close();
  }
}
