/** Reads the gold sets of ../shared and counts flags as ../shared/eval/score.mjs does, in this process. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Alignment, Bead, Flag, SegmentedText, SegmentKind } from '../../../src/core/model.ts';

const ROOT = new URL('../../../../shared/gold', import.meta.url).pathname;
export const hasGold = (set: string): boolean => existsSync(join(ROOT, set));

export interface Fault {
  readonly kind: string;
  readonly src: readonly number[];
  readonly tgt: readonly number[];
  readonly src_span: string;
  readonly tgt_span: string;
  readonly note: string;
}

export interface GoldPair {
  readonly doc: string;
  readonly lang: string;
  readonly variant: string;
  readonly source: SegmentedText;
  readonly target: SegmentedText;
  readonly gold: Alignment;
  readonly faults: readonly Fault[] | null;
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

const readLines = (file: string, lang: string, kindOf: (text: string) => SegmentKind): SegmentedText => {
  let start = 0;
  const segments = readFileSync(file, 'utf8')
    .replace(/\n$/, '')
    .split('\n')
    .map((text, index) => {
      const segment = {
        text,
        kind: kindOf(text),
        line: index + 1,
        paragraph: index,
        start,
        end: start + text.length,
      };
      start += text.length + 1;
      return segment;
    });
  return { lang, segments };
};

export const readGoldSet = (set: string, kindOf?: (text: string) => SegmentKind): readonly GoldPair[] =>
  readGoldFolder(join(ROOT, set), kindOf);

export const readGoldFolder = (
  folder: string,
  kindOf: (text: string) => SegmentKind = () => 'text',
): readonly GoldPair[] => {
  const pairs: GoldPair[] = [];
  for (const doc of readdirSync(folder).sort()) {
    if (!statSync(join(folder, doc)).isDirectory()) continue;
    for (const file of readdirSync(join(folder, doc)).sort()) {
      const match = /^vi-([a-z]{2})(?:\.([a-z]+))?\.gold\.json$/.exec(file);
      if (!match) continue;
      const lang = match[1]!;
      const stem = match[2] ? `${lang}.${match[2]}` : lang;
      const faults = join(folder, doc, `vi-${stem}.faults.json`);
      const beads: Bead[] = json(join(folder, doc, file)).beads.map(
        (bead: { src: number[]; tgt: number[] }) => ({
          source: bead.src,
          target: bead.tgt,
          score: 1,
        }),
      );
      pairs.push({
        doc,
        lang,
        variant: match[2] ?? 'clean',
        source: readLines(join(folder, doc, 'vi.seg'), 'vi', kindOf),
        target: readLines(join(folder, doc, `${stem}.seg`), lang, kindOf),
        gold: { beads, links: [] },
        faults: existsSync(faults) ? json(faults) : null,
      });
    }
  }
  return pairs;
};

const FITTING: Readonly<Record<string, readonly string[]>> = {
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
const touches = (a: readonly number[] = [], b: readonly number[] = []) => a.some((x) => b.includes(x));

export const finds = (flag: Flag, fault: Fault): boolean => {
  const most = (lines: readonly number[]) => Math.max(3, lines.length);
  if (flag.source.length > most(fault.src) || flag.target.length > most(fault.tgt)) return false;
  if (fault.kind === 'partial_omission' && ['number', 'date', 'unit', 'name', 'term'].includes(flag.check))
    return (
      touches(fault.src, flag.source) && !!flag.sourceSpan && fault.src_span.includes(flag.sourceSpan.text)
    );
  return (
    (FITTING[fault.kind]?.includes(flag.check) ?? false) &&
    (touches(fault.src, flag.source) || touches(fault.tgt, flag.target))
  );
};

export const isFound = (fault: Fault, flags: readonly Flag[]): boolean => {
  const fitting = flags.filter((flag) => finds(flag, fault));
  if (fault.kind !== 'paragraph_omission') return fitting.length > 0;
  return (
    fault.src.filter((line) => fitting.some((flag) => flag.source.includes(line))).length * 2 >=
    fault.src.length
  );
};

/** 1 where a flag finds a fault, 0.5 where it stands on a faulty line but is of another kind, else 0. */
export const worthOf = (flag: Flag, faults: readonly Fault[]): number => {
  if (faults.some((fault) => finds(flag, fault))) return 1;
  const onLine = faults.some((fault) => touches(fault.src, flag.source) || touches(fault.tgt, flag.target));
  return onLine && flag.source.length <= 3 ? 0.5 : 0;
};

export const isVisible = (flag: Flag): boolean => flag.severity !== 'note';

export interface Tally {
  readonly kinds: Map<string, { faults: number; found: number; byLang: Map<string, [number, number]> }>;
  readonly langs: Map<string, { flags: number; right: number; cleanFlags: number; cleanBeads: number }>;
  readonly log: string[];
}

/** Counts over all pairs of a set; `flagsOf` gives the flags of a pair. */
export const tallyFlags = (
  pairs: readonly GoldPair[],
  flagsOf: (pair: GoldPair) => readonly Flag[],
): Tally => {
  const tally: Tally = { kinds: new Map(), langs: new Map(), log: [] };
  for (const pair of pairs) {
    const flags = flagsOf(pair).filter(isVisible);
    const total = tally.langs.get(pair.lang) ?? { flags: 0, right: 0, cleanFlags: 0, cleanBeads: 0 };
    tally.langs.set(pair.lang, total);
    const show = (word: string, flag: Flag) => {
      const text = (side: 'source' | 'target') =>
        flag[side].map((segment) => pair[side].segments[segment]?.text).join(' ');
      tally.log.push(
        `${word} ${pair.doc} ${pair.lang} ${flag.check} ${flag.severity} ${flag.confidence} ${flag.source}|${flag.target} ${flag.message}\n      ${text('source')}\n      ${text('target')}`,
      );
    };
    if (pair.faults) {
      for (const fault of pair.faults) {
        const kind = tally.kinds.get(fault.kind) ?? { faults: 0, found: 0, byLang: new Map() };
        tally.kinds.set(fault.kind, kind);
        const hit = isFound(fault, flags) ? 1 : 0;
        kind.faults++;
        kind.found += hit;
        const [found, all] = kind.byLang.get(pair.lang) ?? [0, 0];
        kind.byLang.set(pair.lang, [found + hit, all + 1]);
        if (!hit) tally.log.push(`MISS ${pair.doc} ${pair.lang} ${JSON.stringify(fault)}`);
      }
      for (const flag of flags) {
        const worth = worthOf(flag, pair.faults);
        total.flags++;
        total.right += worth;
        if (worth === 0) show('FALSE', flag);
        if (worth === 0.5) show('HALF', flag);
      }
    } else if (pair.variant === 'clean') {
      total.cleanFlags += flags.length;
      total.cleanBeads += pair.gold.beads.filter((bead) => bead.source.length && bead.target.length).length;
      for (const flag of flags) show('CLEAN', flag);
    }
  }
  return tally;
};

export const printTally = (tally: Tally): string => {
  const rows = [...tally.kinds].map(
    ([kind, { faults, found, byLang }]) =>
      `${kind.padEnd(20)} ${[...byLang].map(([lang, [f, n]]) => `${lang} ${f}/${n}`).join('  ')}   ${found}/${faults}`,
  );
  for (const [lang, t] of tally.langs)
    rows.push(
      `${lang} precision ${(t.right / (t.flags || 1)).toFixed(3)} of ${t.flags}; FF100 ${((100 * t.cleanFlags) / (t.cleanBeads || 1)).toFixed(2)} (${t.cleanFlags} on ${t.cleanBeads})`,
    );
  return rows.join('\n');
};
