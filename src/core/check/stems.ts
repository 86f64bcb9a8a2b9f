/** A word of the document cut to what its inflections share: endings off where enough is left, and no longer than six letters. */
const STEM = 6;
/** So many letters are left, so that short words do not fall together. */
const LEAST = 4;

const ENDINGS: Readonly<Record<string, RegExp>> = {
  de: /(?:en|er|es|em|e|n|s)$/u,
  ru: /(?:ами|ями|ов|ев|ей|ом|ем|ам|ям|ах|ях|ого|его|ому|ему|ой|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|их|ых|им|ым|[уюаяоеыиь])$/u,
};

/** `fold`: a word in lower case. */
export const stemOf = (fold: string, lang: string): string => {
  const ending = ENDINGS[lang]?.exec(fold)?.[0].length ?? 0;
  let cut = ending;
  while (cut > 0 && fold.length - cut < LEAST) cut--;
  return fold.slice(0, Math.min(STEM, fold.length - cut));
};
