// Makes long texts in two languages out of the lexicon: sentences of concepts, invented words and numbers, with merges,
// omissions and insertions, and the right beads. The same seed gives the same texts.

/** Mulberry32: a small generator with a seed. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Makes sentences in Vietnamese and in the languages named, out of concepts that have forms in all of them. */
function makeSentences(lexicon, langs, random) {
  const below = (n) => Math.floor(random() * n);
  const concepts = [];
  for (let concept = 0; concept < lexicon.size; concept++)
    if (['vi', ...langs].every((lang) => lexicon.forms(concept, lang).length > 0)) concepts.push(concept);
  // frequencies fall as in natural texts
  const pick = () => concepts[Math.floor(concepts.length ** random()) - 1 + below(1)] ?? concepts[0];
  const form = (concept, side) => {
    const forms = lexicon.forms(concept, side);
    return forms[below(forms.length)].replace(/[~*]/gu, '');
  };
  const invent = (n) => {
    const consonants = 'bdghklmnprstv';
    let word = '';
    for (let k = 0; k < 3; k++) {
      word += consonants[n % 13] + 'aeiou'[n % 5];
      n = Math.floor(n / 7) + 3 * k;
    }
    return word;
  };
  /** The sentence in Vietnamese, then in each language. */
  return () => {
    const source = [];
    const targets = langs.map(() => []);
    const words = 5 + below(16);
    for (let k = 0; k < words; k++) {
      const kind = random();
      if (kind < 0.55) {
        const concept = pick();
        source.push(form(concept, 'vi'));
        for (const [at, lang] of langs.entries()) if (random() < 0.75) targets[at].push(form(concept, lang));
      } else if (kind < 0.6) {
        const number = String(1 + below(random() < 0.5 ? 30 : 5000));
        for (const line of [source, ...targets]) line.push(number);
      } else if (kind < 0.65) {
        const name = invent(below(4000));
        const capital = name[0].toUpperCase() + name.slice(1);
        for (const line of [source, ...targets]) line.push(capital);
      } else {
        // function words: each language has its own, in no relation
        source.push(invent(5000 + below(60)));
        for (const [at, lang] of langs.entries())
          targets[at].push(lang === 'zh' ? '的了在是和有也不就都'[below(10)] : invent(6000 + below(60)));
      }
    }
    // word order differs
    for (const target of targets)
      for (let k = target.length - 1; k > 0; k--) {
        const other = Math.max(0, k - below(4));
        [target[k], target[other]] = [target[other], target[k]];
      }
    const ended = targets.map(
      (target, at) => joinWords(langs[at], target) + (langs[at] === 'zh' ? '。' : '.'),
    );
    return [`${source.join(' ')}.`, ...ended];
  };
}

const joinWords = (lang, words) => words.join(lang === 'zh' ? '' : ' ');

/** `{source, target, beads}`: lines of text and beads `{src, tgt}`, about `size` source sentences. */
export function generate(lexicon, size, lang = 'de', seed = 1) {
  const random = randomFrom(seed);
  const sentence = makeSentences(lexicon, [lang], random);
  const source = [];
  const target = [];
  const beads = [];
  const emit = (pairs, mergeSource, mergeTarget) => {
    const src = mergeSource ? [pairs.map((p) => p[0]).join(' ')] : pairs.map((p) => p[0]);
    const tgt = mergeTarget
      ? [
          joinWords(
            lang,
            pairs.map((p) => p[1]),
          ),
        ]
      : pairs.map((p) => p[1]);
    beads.push({ src: src.map((_, k) => source.length + k), tgt: tgt.map((_, k) => target.length + k) });
    source.push(...src);
    target.push(...tgt);
  };
  while (source.length < size) {
    const fate = random();
    if (fate < 0.03) {
      beads.push({ src: [source.length], tgt: [] });
      source.push(sentence()[0]);
    } else if (fate < 0.06) {
      beads.push({ src: [], tgt: [target.length] });
      target.push(sentence()[1]);
    } else if (fate < 0.061) {
      for (let k = 0; k < 20; k++) {
        beads.push({ src: [source.length], tgt: [] });
        source.push(sentence()[0]);
      }
    } else if (fate < 0.1) emit([sentence(), sentence()], true, false);
    else if (fate < 0.14) emit([sentence(), sentence()], false, true);
    else emit([sentence()], false, false);
  }
  return { source, target, beads };
}

/** One original with renderings in several languages: `{source, renderings: [{lang, target, beads}]}`. */
export function generateRenderings(lexicon, size, langs, seed = 1) {
  const random = randomFrom(seed);
  const sentence = makeSentences(lexicon, langs, random);
  const rows = Array.from({ length: size }, () => sentence());
  const renderings = langs.map((lang, at) => {
    const target = [];
    const beads = [];
    const put = (...lines) => lines.map((line) => target.push(line) - 1);
    for (let row = 0; row < size; row++) {
      const own = rows[row][at + 1];
      const fate = random();
      if (fate < 0.03) beads.push({ src: [row], tgt: [] });
      else if (fate < 0.06)
        beads.push({ src: [], tgt: put(sentence()[at + 1]) }, { src: [row], tgt: put(own) });
      else if (fate < 0.1 && row + 1 < size)
        beads.push({ src: [row, ++row], tgt: put(joinWords(lang, [own, rows[row][at + 1]])) });
      else if (fate < 0.14) beads.push({ src: [row], tgt: put(own, sentence()[at + 1]) });
      else beads.push({ src: [row], tgt: put(own) });
    }
    return { lang, target, beads };
  });
  return { source: rows.map(([line]) => line), renderings };
}
