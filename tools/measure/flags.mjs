// Which flag finds which planted fault, and what that makes in figures: recall by kind and language, precision, false flags for 100 clean
// groups (FF100). Counted as ../shared/eval/score.mjs counts; the tests and tools/eval.mjs use this one mechanism.

const FITTING = {
  omission: ['omission'],
  paragraph_omission: ['omission'],
  partial_omission: ['partial-omission', 'omission'],
  addition: ['addition'],
  number: ['number', 'date', 'unit'],
  scale: ['number', 'date', 'unit'],
  date: ['number', 'date', 'unit'],
  unit: ['number', 'date', 'unit'],
  name: ['name', 'term'],
  negation: ['negation'],
  untranslated: ['untranslated'],
  term: ['term', 'name'],
  duplicate: ['duplicate', 'addition'],
};
/** A flag of these that names words of what was left out finds it, too. */
const OF_WORDS = ['number', 'date', 'unit', 'name', 'term'];

export const isVisible = (flag) => flag.severity !== 'note';
export const touches = (a = [], b = []) => a.some((one) => b.includes(one));
const stands = (flag, fault) => touches(flag.source, fault.src) || touches(flag.target, fault.tgt);

/** Whether a flag finds a planted fault: of a kind that fits, on one of its lines, and naming few lines. */
export function finds(flag, fault) {
  const most = (lines = []) => Math.max(3, lines.length);
  if (flag.source.length > most(fault.src) || flag.target.length > most(fault.tgt)) return false;
  if (fault.kind === 'partial_omission' && OF_WORDS.includes(flag.check))
    return (
      touches(fault.src, flag.source) && !!flag.sourceSpan && fault.src_span.includes(flag.sourceSpan.text)
    );
  return (FITTING[fault.kind] ?? []).includes(flag.check) && stands(flag, fault);
}

/** A dropped passage counts as found when flags name half of its lines. */
export function isFound(fault, flags) {
  const fitting = flags.filter((flag) => finds(flag, fault));
  if (fault.kind !== 'paragraph_omission') return fitting.length > 0;
  return (
    fault.src.filter((line) => fitting.some((flag) => flag.source.includes(line))).length * 2 >=
    fault.src.length
  );
}

/** 1 where a flag finds a fault, 0.5 where it stands on a faulty line but is of another kind, else 0. */
export function worthOf(flag, faults) {
  if (faults.some((fault) => finds(flag, fault))) return 1;
  return flag.source.length <= 3 && faults.some((fault) => stands(flag, fault)) ? 0.5 : 0;
}

/**
 * Counts over the pairs of `readGold`; `flagsOf` gives the flags of a pair. `{kinds: Map(kind → {faults, found, byLang: Map(lang →
 * {found, of})}), langs: Map(lang → {flags, right, cleanFlags, cleanBeads}), judged}`; `judged`: each miss and each flag that is not wholly
 * right, `{pair, judgement: MISS | FALSE | HALF | CLEAN, fault or flag}`.
 */
export function tallyFlags(pairs, flagsOf) {
  const tally = { kinds: new Map(), langs: new Map(), judged: [] };
  for (const pair of pairs) {
    const flags = flagsOf(pair).filter(isVisible);
    const total = tally.langs.get(pair.lang) ?? { flags: 0, right: 0, cleanFlags: 0, cleanBeads: 0 };
    tally.langs.set(pair.lang, total);
    if (pair.faults.length > 0) {
      for (const fault of pair.faults) {
        const kind = tally.kinds.get(fault.kind) ?? { faults: 0, found: 0, byLang: new Map() };
        tally.kinds.set(fault.kind, kind);
        const hit = isFound(fault, flags);
        const { found, of } = kind.byLang.get(pair.lang) ?? { found: 0, of: 0 };
        kind.byLang.set(pair.lang, { found: found + (hit ? 1 : 0), of: of + 1 });
        kind.faults++;
        kind.found += hit ? 1 : 0;
        if (!hit) tally.judged.push({ pair, judgement: 'MISS', fault });
      }
      for (const flag of flags) {
        const worth = worthOf(flag, pair.faults);
        total.flags++;
        total.right += worth;
        if (worth < 1) tally.judged.push({ pair, judgement: worth > 0 ? 'HALF' : 'FALSE', flag });
      }
    } else if (pair.variant === 'clean') {
      total.cleanFlags += flags.length;
      total.cleanBeads += pair.gold.beads.filter(({ src, tgt }) => src.length && tgt.length).length;
      tally.judged.push(...flags.map((flag) => ({ pair, judgement: 'CLEAN', flag })));
    }
  }
  return tally;
}

/** The figures in lines; nothing of the texts. */
export function printTally({ kinds, langs }) {
  const rows = [...kinds].map(([kind, { faults, found, byLang }]) => {
    const cells = [...byLang].map(([lang, one]) => `${lang} ${one.found}/${one.of}`);
    return `${kind.padEnd(20)} ${cells.join('  ')}   ${found}/${faults}`;
  });
  for (const [lang, { flags, right, cleanFlags, cleanBeads }] of langs) {
    const precision = flags > 0 ? `precision ${(right / flags).toFixed(3)} of ${flags} flags; ` : '';
    rows.push(
      `${lang} ${precision}FF100 ${((100 * cleanFlags) / (cleanBeads || 1)).toFixed(2)} (${cleanFlags} visible flags on ${cleanBeads} clean groups)`,
    );
  }
  return rows.join('\n');
}
