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

/** `{source, target, beads}`: lines of text and beads `{src, tgt}`, about `size` source sentences. */
export function generate(lexicon, size, lang = 'de', seed = 1) {
  const random = randomFrom(seed);
  const below = (n) => Math.floor(random() * n);
  const concepts = [];
  for (let concept = 0; concept < lexicon.size; concept++)
    if (lexicon.forms(concept, 'vi').length > 0 && lexicon.forms(concept, lang).length > 0)
      concepts.push(concept);
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
  const join = (words) => (lang === 'zh' ? words.join('') : words.join(' '));
  const sentence = () => {
    const source = [];
    const target = [];
    const words = 5 + below(16);
    for (let k = 0; k < words; k++) {
      const kind = random();
      if (kind < 0.55) {
        const concept = pick();
        source.push(form(concept, 'vi'));
        if (random() < 0.75) target.push(form(concept, lang));
      } else if (kind < 0.6) {
        const number = String(1 + below(random() < 0.5 ? 30 : 5000));
        source.push(number);
        target.push(number);
      } else if (kind < 0.65) {
        const name = invent(below(4000));
        const capital = name[0].toUpperCase() + name.slice(1);
        source.push(capital);
        target.push(capital);
      } else {
        // function words: each language has its own, in no relation
        source.push(invent(5000 + below(60)));
        target.push(lang === 'zh' ? '的了在是和有也不就都'[below(10)] : invent(6000 + below(60)));
      }
    }
    // word order differs
    for (let k = target.length - 1; k > 0; k--) {
      const other = Math.max(0, k - below(4));
      [target[k], target[other]] = [target[other], target[k]];
    }
    return [`${source.join(' ')}.`, join(target) + (lang === 'zh' ? '。' : '.')];
  };
  const source = [];
  const target = [];
  const beads = [];
  const emit = (pairs, mergeSource, mergeTarget) => {
    const src = mergeSource ? [pairs.map((p) => p[0]).join(' ')] : pairs.map((p) => p[0]);
    const tgt = mergeTarget
      ? [pairs.map((p) => p[1]).join(lang === 'zh' ? '' : ' ')]
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
