/** How results of one shot are printed: JSON for programs, TMX for translation memories, TSV for tables. */
import { AppError } from '../core/errors.ts';
import type { AlignedTarget, AlignmentFile } from '../core/format/alignmentFile.ts';
import { tableRow } from '../core/format/tables.ts';
import { type TmxUnit, toTmxUnits, writeTmx } from '../core/format/tmx.ts';
import { makeUnits, type UnitRendering } from '../core/format/units.ts';
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
): Iterable<string> {
  if (!source) throw new AppError('nothing-to-export', { reason: 'there is no original' });
  const renderings: UnitRendering[] = targets.map((target) => ({
    ...target,
    isNoTranslation: target.verdict.kind === 'not-a-translation',
  }));
  const groups = shape === 'pairs' ? renderings.map((one) => [one]) : [renderings];
  const units = groups.flatMap((group, i): TmxUnit[] => [
    ...toTmxUnits(makeUnits(source, group).units, { codes, prefix: groups.length > 1 ? `${i + 1}.` : '' }),
  ]);
  if (units.length === 0)
    throw new AppError('nothing-to-export', { reason: 'no sentence of the original has a counterpart' });
  const header = { sourceLang: codes[source.lang] ?? source.lang, toolVersion, createdAt: Date.now() };
  return writeTmx(header, units);
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
