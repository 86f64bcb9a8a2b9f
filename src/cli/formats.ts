/** How results of one shot are printed: JSON for programs, TMX for translation memories, TSV for tables. */
import { AppError } from '../core/errors.ts';
import type { AlignedSource, AlignedTarget, AlignmentFile } from '../core/format/alignmentFile.ts';
import { tableRow } from '../core/format/tables.ts';
import { streamUnits, type UnitRendering } from '../core/format/units.ts';
import { UNIT_FORMATS } from '../core/format/write/registry.ts';
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

export function* printFlags(file: AlignmentFile, format: 'json' | 'tsv'): Generator<string> {
  if (format === 'json') yield `${JSON.stringify(file)}\n`;
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
