/** Writes whole numbers in words in four languages, as tests need them. */

const groupsOf = (value: number): number[] => {
  const groups: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000);
  return groups;
};

const VIETNAMESE = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

const vietnameseBelowThousand = (value: number, isTail: boolean): string => {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words: string[] = [];
  if (hundreds > 0 || isTail) words.push(VIETNAMESE[hundreds]!, 'trăm');
  if (tens === 0 && ones > 0 && words.length > 0) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(VIETNAMESE[tens]!, 'mươi');
  if (ones === 5 && tens > 0) words.push('lăm');
  else if (ones === 1 && tens > 1) words.push('mốt');
  else if (ones > 0) words.push(VIETNAMESE[ones]!);
  return words.join(' ');
};

export const spellVietnamese = (value: number): string => {
  const scales = ['', ' nghìn', ' triệu', ' tỷ'];
  const groups = groupsOf(value);
  return groups
    .map((group, i) =>
      group === 0 ? '' : vietnameseBelowThousand(group, i < groups.length - 1) + scales[i]!,
    )
    .reverse()
    .filter((part) => part !== '')
    .join(' ');
};

const GERMAN = [
  '',
  'ein',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
  'dreizehn',
  'vierzehn',
  'fünfzehn',
  'sechzehn',
  'siebzehn',
  'achtzehn',
  'neunzehn',
];
const GERMAN_TENS = [
  '',
  '',
  'zwanzig',
  'dreißig',
  'vierzig',
  'fünfzig',
  'sechzig',
  'siebzig',
  'achtzig',
  'neunzig',
];

const germanBelowHundred = (value: number): string => {
  if (value < 20) return GERMAN[value]!;
  const ones = value % 10;
  return (ones > 0 ? `${GERMAN[ones]}und` : '') + GERMAN_TENS[Math.floor(value / 10)];
};

const germanBelowThousand = (value: number): string =>
  (value >= 100 ? `${GERMAN[Math.floor(value / 100)]}hundert` : '') + germanBelowHundred(value % 100);

export const spellGerman = (value: number): string => {
  const [ones = 0, thousands = 0, millions = 0, milliards = 0] = groupsOf(value);
  const parts: string[] = [];
  if (milliards > 0)
    parts.push(milliards === 1 ? 'eine Milliarde' : `${germanBelowThousand(milliards)} Milliarden`);
  if (millions > 0)
    parts.push(millions === 1 ? 'eine Million' : `${germanBelowThousand(millions)} Millionen`);
  const tail = (thousands > 0 ? `${germanBelowThousand(thousands)}tausend` : '') + germanBelowThousand(ones);
  if (tail !== '') parts.push(tail.endsWith('ein') ? `${tail}s` : tail);
  return parts.join(' ');
};

const RUSSIAN = [
  '',
  'один',
  'два',
  'три',
  'четыре',
  'пять',
  'шесть',
  'семь',
  'восемь',
  'девять',
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
  'восемнадцать',
  'девятнадцать',
];
const RUSSIAN_TENS = [
  '',
  '',
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
];
const RUSSIAN_HUNDREDS = [
  '',
  'сто',
  'двести',
  'триста',
  'четыреста',
  'пятьсот',
  'шестьсот',
  'семьсот',
  'восемьсот',
  'девятьсот',
];

const russianPlural = (value: number, one: string, few: string, many: string): string => {
  const [tens, ones] = [value % 100, value % 10];
  if (tens >= 11 && tens <= 14) return many;
  return ones === 1 ? one : ones >= 2 && ones <= 4 ? few : many;
};

const russianBelowThousand = (value: number, feminine: boolean): string => {
  const rest = value % 100;
  const words = [RUSSIAN_HUNDREDS[Math.floor(value / 100)]!];
  const ones = rest < 20 ? rest : rest % 10;
  if (rest >= 20) words.push(RUSSIAN_TENS[Math.floor(rest / 10)]!);
  words.push(feminine && ones === 1 ? 'одна' : feminine && ones === 2 ? 'две' : RUSSIAN[ones]!);
  return words.filter((word) => word !== '').join(' ');
};

export const spellRussian = (value: number): string => {
  const [ones = 0, thousands = 0, millions = 0, milliards = 0] = groupsOf(value);
  const parts: string[] = [];
  if (milliards > 0)
    parts.push(
      `${russianBelowThousand(milliards, false)} ${russianPlural(milliards, 'миллиард', 'миллиарда', 'миллиардов')}`,
    );
  if (millions > 0)
    parts.push(
      `${russianBelowThousand(millions, false)} ${russianPlural(millions, 'миллион', 'миллиона', 'миллионов')}`,
    );
  if (thousands > 0)
    parts.push(
      `${russianBelowThousand(thousands, true)} ${russianPlural(thousands, 'тысяча', 'тысячи', 'тысяч')}`,
    );
  if (ones > 0) parts.push(russianBelowThousand(ones, false));
  return parts.join(' ');
};

const CHINESE = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

const chineseBelowTenThousand = (value: number): string => {
  let text = '';
  let gap = false;
  for (const [size, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) gap = text !== '';
    else {
      if (gap) text += '零';
      gap = false;
      text += CHINESE[digit] + name;
    }
  }
  return text;
};

export const spellChinese = (value: number): string => {
  let text = '';
  let pending = false;
  for (const [size, name] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const group = Math.floor(value / size) % (size === 1e8 ? 1e8 : 1e4);
    if (group === 0) pending = text !== '';
    else {
      if (text !== '' && (pending || group < 1000)) text += '零';
      pending = false;
      text += (group >= 1e4 ? spellChinese(group) : chineseBelowTenThousand(group)) + name;
    }
  }
  return text.replace(/^一十/, '十');
};
