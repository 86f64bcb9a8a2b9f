// The checks in figures: recall by kind and language, precision, and false flags for 100 clean beads (FF100); on the planted faults of a
// gold set, and on faults injected into a clean one. Nothing of the texts is printed.
import { dice, FAULTS, HARMLESS } from './faults.mjs';
import { isVisible, printTally, tallyFlags, touches } from './flags.mjs';

const LANGS = ['de', 'ru', 'zh'];
const percent = (part, of) => (of > 0 ? `${((100 * part) / of).toFixed(1)} %` : '–');
const toText = (core, lang, lines) => core.cutLines(lines.join('\n'), lang);
const isTwoSided = (bead) => bead.source.length > 0 && bead.target.length > 0;

/** Rows of kinds by columns of languages. */
function printTable(title, rows) {
  console.log(`\n== ${title}`);
  const width = Math.max(...[...rows.keys()].map((name) => name.length), 10);
  console.log(' '.repeat(width), LANGS.map((lang) => lang.padStart(18)).join(''), '             all');
  for (const [name, byLang] of rows) {
    const cell = (found, of) => `${`${found}/${of}`.padStart(9)} ${percent(found, of).padStart(8)}`;
    const cells = LANGS.map((lang) => {
      const { found = 0, of = 0 } = byLang.get(lang) ?? {};
      return cell(found, of);
    });
    const all = [...byLang.values()];
    const sum = (key) => all.reduce((total, one) => total + one[key], 0);
    console.log(name.padEnd(width), cells.join(''), cell(sum('found'), sum('of')));
  }
}
const count = (rows, kind, lang, isFound) => {
  const byLang = rows.get(kind) ?? new Map();
  rows.set(kind, byLang);
  const cell = byLang.get(lang) ?? { found: 0, of: 0 };
  byLang.set(lang, { found: cell.found + (isFound ? 1 : 0), of: cell.of + 1 });
};

/** Faults that somebody planted by hand: recall, precision (half for the right line), FF100 on the clean texts beside them. */
export function measurePlanted(core, lexicon, pairs, set) {
  const texts = new Map(pairs.map(({ pair, source, target }) => [pair, { source, target }]));
  const tally = tallyFlags([...texts.keys()], (pair) => {
    const { beads, links } = core.align({ ...texts.get(pair), lexicon });
    return core.checkAndLearn({ ...texts.get(pair), alignment: { beads, links }, lexicon }).flags;
  });
  const rows = new Map([...tally.kinds].map(([kind, { byLang }]) => [kind, byLang]));
  if (rows.size > 0) printTable(`planted faults of ${set} that are flagged, own alignment`, rows);
  console.log(printTally({ kinds: new Map(), langs: tally.langs }));
}

const printClean = (clean, set) => {
  for (const [lang, { flags, beads }] of clean)
    console.log(
      `FF100 ${set} ${lang}: ${((100 * flags) / beads).toFixed(2)} (${flags} visible flags on ${beads} clean beads)`,
    );
};

/** At most so many faults of a kind in one text, so that it stays the text it was; kinds of single numbers take every sentence. */
const MOST = 14;

/** Persons and places that the rendering names, as written. */
const namesIn = (core, lang, lines) => [
  ...new Set(
    lines.flatMap((line) =>
      core
        .extractFacts(line, lang)
        .names.filter(({ kind }) => kind === 'person' || kind === 'place')
        .map(({ start, end }) => line.slice(start, end)),
    ),
  ),
];

/** Lines with a fault at some of them, and what became of the beads. */
function plant(name, fault, text, context) {
  const random = dice(`${name} ${context.doc} ${text.lang}`);
  const lines = [...text.target];
  const places = text.beads.filter((bead) => bead.source.length === 1 && bead.target.length === 1);
  const order = places.map((bead) => ({ bead, at: random() })).sort((a, b) => a.at - b.at);
  const planted = [];
  for (const { bead } of order) {
    if (!fault.all && planted.length >= MOST) break;
    const at = bead.target[0];
    // Faults keep their distance, so that a flag is about one of them.
    if (!fault.all && planted.some((one) => Math.abs(one.target - at) < 4)) continue;
    if (fault.whole) {
      if (lines[at].length < 30 && text.lang !== 'zh') continue;
      planted.push({ source: bead.source[0], target: at });
      continue;
    }
    const faulty = fault.change(lines[at], {
      ...context,
      lang: text.lang,
      source: text.source[bead.source[0]],
      random,
    });
    if (faulty === null || faulty === lines[at]) continue;
    lines[at] = faulty;
    planted.push({ source: bead.source[0], target: at });
  }
  return { lines, planted, random };
}

/** Whole sentences go, come twice, or come from elsewhere; the places of the faults move with the lines. */
function rebuild(fault, { lines, planted, random }, foreign) {
  const at = new Set(planted.map(({ target }) => target));
  const fresh = [];
  const moved = new Map();
  lines.forEach((line, i) => {
    const isDropped =
      fault.whole.startsWith('drop') && (at.has(i) || (fault.whole === 'drop two' && at.has(i - 1)));
    if (!isDropped) fresh.push(line);
    if (!at.has(i)) return;
    if (fault.whole === 'repeat') fresh.push(line);
    if (fault.whole === 'insert') fresh.push(foreign[Math.floor(random() * foreign.length)]);
    moved.set(i, fresh.length - 1);
  });
  const found = planted.map(({ source, target }) =>
    fault.whole.startsWith('drop')
      ? { source: [source], target: [] }
      : {
          source: [],
          target: fault.whole === 'repeat' ? [moved.get(target) - 1, moved.get(target)] : [moved.get(target)],
        },
  );
  return { lines: fresh, found };
}

const nameFlag = (flag) => `${flag.check} ${flag.source} ${flag.message}`;

/** Faults injected into the clean texts of a set whose lines are right as they stand. */
export function measureInjected(core, lexicon, pairs, set) {
  const clean = pairs.filter(({ pair }) => pair.variant === 'clean' && LANGS.includes(pair.lang));
  const recall = new Map();
  const precision = new Map();
  const quiet = new Map();
  const harmless = new Map();
  const numbers = new Map();
  for (const { pair, source, target } of clean) {
    const { lang, doc } = pair;
    const beads = pair.gold.beads.map(({ src, tgt }) => ({ source: src, target: tgt, score: 1 }));
    const check = (text, alignment) =>
      core.checkAndLearn({ source, target: text, alignment, lexicon }).flags.filter(isVisible);
    const before = check(target, { beads, links: [] });
    const own = core.align({ source, target, lexicon });
    const two = beads.filter(isTwoSided).length;
    const known = quiet.get(lang) ?? { flags: 0, beads: 0 };
    quiet.set(lang, { flags: known.flags + check(target, own).length, beads: known.beads + two });
    const ofNumbers = new Set(
      before
        .filter(({ check }) => ['number', 'date', 'unit'].includes(check))
        .map((flag) => flag.source[0] ?? flag.target[0]),
    );
    const flagged = numbers.get(lang) ?? { found: 0, of: 0 };
    numbers.set(lang, { found: flagged.found + ofNumbers.size, of: flagged.of + two });

    const names = namesIn(core, lang, pair.target);
    const foreign = clean
      .filter((other) => other.pair.lang === lang && other.pair.doc !== doc)
      .flatMap((other) => other.pair.target)
      .filter((line) => line.length > (lang === 'zh' ? 15 : 50));
    const text = { lang, source: pair.source, target: pair.target, beads };
    const usual = new Set(before.map(nameFlag));
    for (const [name, fault] of Object.entries(FAULTS)) {
      const made = plant(name, fault, text, { doc, names, others: names });
      if (made.planted.length === 0) continue;
      const { lines, found } = fault.whole
        ? rebuild(fault, made, foreign)
        : {
            lines: made.lines,
            found: made.planted.map(({ source, target }) => ({ source: [source], target: [target] })),
          };
      const faulty = toText(core, lang, lines);
      const alignment = fault.whole ? core.align({ source, target: faulty, lexicon }) : { beads, links: [] };
      const fresh = check(faulty, alignment).filter((flag) => fault.whole || !usual.has(nameFlag(flag)));
      const stands = (flag, one) =>
        (one.source.length > 0 && touches(flag.source, one.source)) ||
        (one.target.length > 0 && touches(flag.target, one.target));
      for (const one of found)
        count(
          recall,
          name,
          lang,
          fresh.some((flag) => fault.checks.includes(flag.check) && stands(flag, one)),
        );
      if (fault.whole) continue;
      for (const flag of fresh)
        count(
          precision,
          name,
          lang,
          found.some((one) => stands(flag, one)),
        );
    }
    for (const [name, change] of Object.entries(HARMLESS)) {
      const lines = pair.target.map(change);
      const touched = lines.flatMap((line, i) => (line === pair.target[i] ? [] : [i]));
      const fresh = check(toText(core, lang, lines), { beads, links: [] }).filter(
        (flag) => !usual.has(nameFlag(flag)),
      );
      // A flag that was there before may say the changed words now.
      const places = new Set(before.map((flag) => `${flag.check} ${flag.source}`));
      for (const line of touched)
        count(
          harmless,
          name,
          lang,
          fresh.some((flag) => flag.target.includes(line) && !places.has(`${flag.check} ${flag.source}`)),
        );
    }
  }
  if (recall.size === 0) return;
  printTable(`injected faults of ${set} that are flagged as what they are`, recall);
  printTable(`precision: of the flags that came with them, those on a faulty line`, precision);
  printTable('harmless changes that are flagged (none should be)', harmless);
  printTable(
    'clean beads with a flag on numbers, dates or units (1.5 % at most)',
    new Map([['numbers', numbers]]),
  );
  printClean(quiet, set);
}
