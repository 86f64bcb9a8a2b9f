// How many running content words (outside the stop lists, without numbers) lie in mentions of the lexicon.

function* contentWords(core, lexicon, text, lang) {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of lexicon.mentions(text, lang)) covered.fill(1, start, end);
  for (const { text: word, start, end } of core.splitWords(text, lang)) {
    if (core.isStopWord(word, lang) || !/\p{L}/u.test(word)) continue;
    let known = 0;
    for (let at = start; at < end; at++) known += covered[at];
    yield { word, known: known * 2 >= end - start };
  }
}

/** Share of content words covered, by language; each text of the pairs counts once. */
export function coverage(core, lexicon, pairs) {
  const texts = new Map();
  for (const { pair, source, target } of pairs) {
    texts.set(`${pair.doc} ${source.lang}`, source);
    if (pair.variant === 'clean') texts.set(`${pair.doc} ${target.lang}`, target);
  }
  const counts = {};
  for (const { lang, segments } of texts.values()) {
    counts[lang] ??= { all: 0, known: 0 };
    const count = counts[lang];
    for (const { text } of segments) {
      for (const { known } of contentWords(core, lexicon, text, lang)) {
        count.all += 1;
        count.known += known ? 1 : 0;
      }
    }
  }
  return Object.fromEntries(Object.entries(counts).map(([lang, { all, known }]) => [lang, known / all]));
}

/** Content words of a text of the project's own that the lexicon does not know. */
export const uncovered = (core, lexicon, text, lang) => [
  ...new Set(
    [...contentWords(core, lexicon, text, lang)].filter(({ known }) => !known).map(({ word }) => word),
  ),
];
