/** How results of one shot are printed: JSON for programs, TMX for translation memories, TSV for tables. */
import { AppError } from '../core/errors.ts';
import type { AlignedSource, AlignedTarget, AlignmentFile } from '../core/format/alignmentFile.ts';
import { tableRow } from '../core/format/tables.ts';
import { streamUnits, type UnitRendering } from '../core/format/units.ts';
import { FLAG_FORMATS } from '../core/format/write/flagReports.ts';
import type { FlagReport } from '../core/format/write/flags.ts';
import { printFlagText } from '../core/format/write/flagText.ts';
import { UNIT_FORMATS } from '../core/format/write/registry.ts';
import { isBody } from '../core/model.ts';
import { splitWords } from '../core/text/index.ts';
import type { PrintOptions } from './inputs.ts';

export function printAlignment(
  file: AlignmentFile,
  options: PrintOptions,
  toolVersion: string,
): Iterable<string> {
  if (options.format === 'tmx') return printTmx(file, options, toolVersion);
  return options.format === 'tsv' ? printBeads(file) : [`${JSON.stringify(file)}\n`];
}

/** Throws AppError `nothing-to-export` where no bead has two sides, before anything is written. */
function printTmx(
  { source, targets }: AlignmentFile,
  { shape = 'multilingual', codes = {} }: PrintOptions,
  toolVersion: string,
): string[] {
  if (!source) throw new AppError('nothing-to-export', { reason: 'there is no original' });
  const columns = [source, ...targets].map(({ lang }) => ({ lang: codes[lang] ?? lang, label: '' }));
  const printer = UNIT_FORMATS.tmx.print({ title: source.file, toolVersion, createdAt: Date.now(), columns });
  const number = (side: AlignedSource, places: readonly number[]) =>
    places.map((i) => ({ ...side.segments[i]!, id: i + 1, number: i + 1 }));
  const renderings = targets.map(
    (target): UnitRendering => ({
      lang: target.lang,
      isNoTranslation: target.verdict.kind === 'not-a-translation',
      beads: target.beads.map((bead) => ({
        source: number(source, bead.source),
        target: number(target, bead.target),
        score: bead.score,
      })),
    }),
  );
  const groups = shape === 'pairs' ? renderings.map((_, i) => [i]) : [renderings.map((_, i) => i)];
  const units = groups.flatMap((group, i) => [
    ...streamUnits(
      source.lang,
      group.map((one) => renderings[one]!),
      { columns: group.map((one) => one + 1), prefix: groups.length > 1 ? `${i + 1}.` : '' },
    ),
  ]);
  if (units.length === 0)
    throw new AppError('nothing-to-export', { reason: 'no sentence of the original has a counterpart' });
  return [printer.start(), ...units.map((unit) => printer.unit(unit)), printer.end()].map(String);
}

export const FLAG_PRINTS = ['json', 'tsv', 'text', 'html'] as const;
export type FlagPrint = (typeof FLAG_PRINTS)[number];

/** What was found as a report for people; rows are numbers of the original's sentences, or of the rendering's where it stands alone. */
function toReport({ source, targets }: AlignmentFile, toolVersion: string): FlagReport {
  const words = source
    ? source.segments.filter(isBody).reduce((sum, { text }) => sum + splitWords(text, source.lang).length, 0)
    : 0;
  return {
    title: source?.file ?? targets[0]?.file ?? '',
    toolVersion,
    createdAt: Date.now(),
    renderings: targets.map((target) => ({
      document: source?.file ?? target.file,
      sourceLang: source?.lang ?? '',
      lang: target.lang,
      label: target.file,
      verdict: target.verdict.kind,
      words,
      flags: target.flags.map((flag) => ({
        ...flag,
        row: (flag.source[0] ?? flag.target[0] ?? 0) + 1,
        source: textOf(source, flag.source),
        target: textOf(target, flag.target),
        decision: null,
        reason: null,
      })),
    })),
  };
}

export function* printReport(report: FlagReport, format: 'text' | 'html'): Generator<string> {
  if (format === 'text') yield* printFlagText(report);
  else for (const piece of FLAG_FORMATS['flags-html'].print(report)) yield String(piece);
}

export function* printFlags(file: AlignmentFile, format: FlagPrint, toolVersion: string): Generator<string> {
  if (format === 'json') yield `${JSON.stringify(file)}\n`;
  else if (format !== 'tsv') yield* printReport(toReport(file, toolVersion), format);
  else {
    const heads = ['lang', 'file', 'check', 'severity', 'confidence', 'source lines', 'target lines'];
    yield tableRow([...heads, 'message']);
    for (const target of file.targets)
      for (const flag of target.flags)
        yield tableRow([
          target.lang,
          target.file,
          flag.check,
          flag.severity,
          flag.confidence.toFixed(2),
          linesOf(file.source, flag.source),
          linesOf(target, flag.target),
          flag.message,
        ]);
  }
}

/** One bead a row, renderings one after the other. */
function* printBeads(file: AlignmentFile): Generator<string> {
  yield tableRow(['lang', 'source lines', 'target lines', 'score', 'source', 'target']);
  for (const target of file.targets)
    for (const bead of target.beads)
      yield tableRow([
        target.lang,
        linesOf(file.source, bead.source),
        linesOf(target, bead.target),
        bead.score.toFixed(3),
        textOf(file.source, bead.source),
        textOf(target, bead.target),
      ]);
}

type Side = Pick<AlignedTarget, 'segments'> | null;
const linesOf = (side: Side, numbers: readonly number[]) =>
  numbers.map((i) => side?.segments[i]?.line).join(' ');
const textOf = (side: Side, numbers: readonly number[]) =>
  numbers.map((i) => side?.segments[i]?.text).join(' ');
