// Faults that are injected into clean renderings, seeded, so that a run says the same twice (../shared/design/checks-evaluation.md, I1–I12).
// A generator gets one sentence of the rendering and what else it may use, and gives the faulty sentence, or null where it has nothing to do.

/** A generator of numbers in [0, 1) that starts from a name (Mulberry32 over an FNV hash). */
export function dice(name) {
  let state = 0x811c9dc5;
  for (const character of name) state = Math.imul(state ^ character.codePointAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
const pick = (list, random) => list[Math.floor(random() * list.length)];
/** One match of a pattern replaced, chosen by the dice; null where nothing matches or nothing changes. */
function replaceOne(text, pattern, random, change) {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return null;
  const match = pick(found, random);
  const with_ = change(match);
  if (with_ === null || with_ === match[0]) return null;
  return text.slice(0, match.index) + with_ + text.slice(match.index + match[0].length);
}

/** Not inside words such as COVID-19 or G20, where digits are no numbers. */
const NUMBER =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\d][-.,]?|\d[.,  ])\d+(?:[.,  ]\d+)*(?![\p{Script=Latin}\p{Script=Cyrillic}\d])/gu;
const digit = (random, old) => {
  const others = [...'123456789'].filter((one) => one !== old);
  return pick(others, random);
};
const SCALES = {
  de: [
    ['Millionen', 'Milliarden'],
    ['Million', 'Milliarde'],
    ['Mio.', 'Mrd.'],
  ],
  ru: [
    ['миллион', 'миллиард'],
    ['млн', 'млрд'],
  ],
  zh: [['亿', '万']],
};
/** Words that count: “Millionen von Menschen” is no number. */
const COUNTED =
  'eine?r?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|один|одного|два|двух|три|трех|трёх|четыре|пять|десять|полтора';
const UNITS = {
  de: [
    [/(?<=\d\s?)US-Dollar|(?<=(?:Million|Milliarde)(?:en)?\s)(?:US-)?Dollar/gu, 'Euro'],
    [/(?<=\d\s?)Kilometer|(?<=\d\s)km\b/gu, 'Meter'],
    [/(?<=\d\s?)(?:Prozent|%)(?!punkt)/gu, 'Kilogramm'],
  ],
  ru: [
    [/(?<=(?:\d|миллион\p{L}*|млн|млрд|миллиард\p{L}*)\s)доллар\p{L}*(?: США)?/gu, 'евро'],
    [/(?<=\d\s)километр\p{L}*|(?<=\d\s)км(?!\p{L})/gu, 'метров'],
    [/(?<=\d\s?)(?:процент\p{L}*|%)/gu, ' килограммов'],
  ],
  zh: [
    [/(?<=[\d万亿])美元/gu, '欧元'],
    [/(?<=\d\s?)(?:公里|千米)/gu, '米'],
    [/(?<=\d)%/gu, '公斤'],
  ],
};
const MONTHS = {
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
};
const NEGATIONS = {
  de: [/(?<=\p{L} )nicht /gu, /\bkein(?=e|em|en|er|es|\b)/giu],
  ru: [/(?<=\s)не (?=\p{L})/gu],
  zh: [/不(?=[^断同仅过但少久得])|没有|并未/gu],
};
const LAST = { de: /,? (?:und|oder) /u, ru: /,? (?:и|или) /u, zh: /和|或|及|以及/u };
const MODIFIERS = {
  de: /\b(?:umfassend|strategisch|national|international|wirtschaftlich|politisch|öffentlich|gemeinsam)(?:e|en|er|es|em) /gu,
  ru: /(?<![\p{L}])(?:всеобъемлющ|стратегическ|национальн|международн|экономическ|политическ|общественн|совместн)\p{L}{2,3} /gu,
  zh: /(?:全面|战略|国家|国际|经济|政治|公共|共同)(?=\p{Script=Han})/gu,
};
const END = /[.!?。！？…]["”»“]?$/u;

/** Drops one clause between commas whose share of the sentence lies between two bounds; the sentence stays well formed. */
const dropClause =
  (low, high) =>
  (text, { random }) => {
    const parts = text.split(/(?<=[,;，；])\s*/u);
    if (parts.length < 2) return null;
    const fitting = parts
      .map((part, at) => ({ at, share: part.length / text.length }))
      .filter(({ share }) => share >= low && share < high);
    if (fitting.length === 0) return null;
    const { at } = pick(fitting, random);
    const rest = parts.filter((_, i) => i !== at);
    if (at === parts.length - 1) {
      const end = END.exec(text)?.[0] ?? '';
      rest[rest.length - 1] = rest.at(-1).replace(/[,;，；]$/u, '') + end;
    }
    return rest.join(/\p{Script=Han}/u.test(text) ? '' : ' ');
  };

/**
 * `checks`: which flags find it. `from` is what the generator may use: {lang, source (the original's sentence), others (names of the
 * document), neighbour (the sentence before), foreign (a sentence of another text), random}. `whole`: what happens to the sentence:
 * `drop`, `repeat` or `insert`; then lines move and the texts are aligned anew.
 */
export const FAULTS = {
  'changed digit': {
    checks: ['number', 'date', 'unit'],
    all: true,
    change: (text, { random }) =>
      replaceOne(text, NUMBER, random, ([number]) => {
        const at = pick(
          [...number].flatMap((sign, i) => (/\d/u.test(sign) ? [i] : [])),
          random,
        );
        return number.slice(0, at) + digit(random, number[at]) + number.slice(at + 1);
      }),
  },
  'ten times': {
    checks: ['number', 'date', 'unit'],
    change: (text, { random }) =>
      replaceOne(
        text,
        /(?<![\p{Script=Latin}\p{Script=Cyrillic}\d.,-])\d{1,3}(?![\d.,:\p{Script=Latin}\p{Script=Cyrillic}])/gu,
        random,
        ([number]) => `${number}0`,
      ),
  },
  'swapped scale': {
    checks: ['number', 'unit'],
    all: true,
    change: (text, { lang, random }) => {
      const words = SCALES[lang].flatMap(([a, b]) => [
        [a, b],
        [b, a],
      ]);
      // Longest first: `Millionen` before `Million`.
      const known = words.map(([word]) => word).sort((a, b) => b.length - a.length);
      const pattern = new RegExp(
        lang === 'zh'
          ? '(?<=\\d\\s?)(?<!万)[亿万](?!亿)'
          : `(?<=(?:\\d|${COUNTED})[ \u00a0])(?:${known.map((word) => word.replace('.', '\\.')).join('|')})(?!\\p{L}*är)`,
        'gu',
      );
      return replaceOne(text, pattern, random, ([word]) => words.find(([a]) => a === word)?.[1] ?? null);
    },
  },
  'other date': {
    checks: ['number', 'date'],
    change: (text, { lang, random }) => {
      if (lang === 'zh')
        return replaceOne(text, /(?<=\d{1,2}月)\d{1,2}(?=日)/gu, random, ([day]) =>
          String((Number(day) % 27) + 1),
        );
      const months = MONTHS[lang];
      return replaceOne(
        text,
        new RegExp(`(?<=\\d{1,2}\\.? )(?:${months.join('|')})(?!\\p{L})`, 'gu'),
        random,
        ([month]) => months[(months.indexOf(month) + 1 + Math.floor(random() * 10)) % 12],
      );
    },
  },
  'other unit': {
    checks: ['unit', 'number'],
    change: (text, { lang, random }) => {
      const [pattern, other] =
        pick(
          UNITS[lang].filter(([one]) => text.search(one) >= 0),
          random,
        ) ?? [];
      return pattern ? replaceOne(text, pattern, random, () => other) : null;
    },
  },
  'dropped sentence': { checks: ['omission'], whole: 'drop' },
  'dropped two': { checks: ['omission'], whole: 'drop two' },
  'clause 35–60 %': {
    checks: ['partial-omission', 'number', 'name', 'date', 'negation'],
    change: dropClause(0.35, 0.6),
  },
  'clause 20–35 %': {
    checks: ['partial-omission', 'number', 'name', 'date', 'negation'],
    change: dropClause(0.2, 0.35),
  },
  'clause 10–20 %': {
    checks: ['partial-omission', 'number', 'name', 'date', 'negation'],
    change: dropClause(0.1, 0.2),
  },
  'list item': {
    checks: ['partial-omission', 'name', 'term'],
    change: (text, { lang, random }) => {
      const word = lang === 'zh' ? '[^、，。；：]{1,8}' : '[^\\s,.;:]{3,}(?: [^\\s,.;:]{3,})?';
      const comma = lang === 'zh' ? '、' : ', ';
      return replaceOne(text, new RegExp(`${comma}${word}(?=${LAST[lang].source})`, 'gu'), random, () => '');
    },
  },
  'dropped modifier': {
    checks: ['partial-omission', 'term'],
    change: (text, { lang, random }) => replaceOne(text, MODIFIERS[lang], random, () => ''),
  },
  'swapped name': {
    checks: ['name', 'term'],
    change: (text, { names, others, random }) => {
      const own = names.filter((name) => text.includes(name));
      const known = others.filter((name) => !text.includes(name));
      if (own.length === 0 || known.length === 0) return null;
      return text.replace(pick(own, random), pick(known, random));
    },
  },
  'removed negation': {
    checks: ['negation', 'partial-omission'],
    change: (text, { lang, random }) => {
      const fitting = NEGATIONS[lang].filter((pattern) => text.search(pattern) >= 0);
      if (fitting.length === 0) return null;
      return replaceOne(text, pick(fitting, random), random, ([word]) =>
        /^kein/iu.test(word) ? (word[0] === 'K' ? 'Ein' : 'ein') : '',
      );
    },
  },
  'untranslated sentence': {
    checks: ['untranslated'],
    change: (_, { source }) => (source.length >= 30 ? source : null),
  },
  'untranslated words': {
    checks: ['untranslated'],
    change: (text, { lang, source, random }) => {
      const words = source.split(' ');
      const count = 4 + Math.floor(random() * 5);
      if (words.length < count + 4) return null;
      const from = Math.floor(random() * (words.length - count));
      const left = words.slice(from, from + count).join(' ');
      if (lang === 'zh') {
        const at = Math.floor(text.length / 3);
        return `${text.slice(0, at)}${left}${text.slice(at + count * 2)}`;
      }
      const own = text.split(' ');
      const at = Math.max(1, Math.floor((own.length * from) / words.length));
      return [...own.slice(0, at), left, ...own.slice(at + count)].join(' ');
    },
  },
  'repeated sentence': { checks: ['duplicate', 'addition'], whole: 'repeat' },
  'added sentence': { checks: ['addition'], whole: 'insert' },
};

/** Changes that are no faults: nothing may be flagged that was not flagged before. */
export const HARMLESS = {
  'other separators': (text) => text.replace(/(?<=\d)[.,](?=\d{3}(?!\d))/gu, ' '),
  'wide digits': (text) => text.replace(/\d/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  'other quotes': (text) => text.replace(/[„«“]/gu, '"').replace(/["”»]/gu, '"'),
  'hard spaces': (text) => text.replace(/(?<=\d) (?=\p{L})/gu, ' '),
  'е for ё': (text) => text.replaceAll('ё', 'е').replaceAll('Ё', 'Е'),
};
