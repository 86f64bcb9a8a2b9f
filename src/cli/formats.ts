/** How results of one shot are printed: JSON for programs, TMX for translation memories, TSV for tables. */
import type { AlignedTarget, AlignmentFile } from '../core/format/alignmentFile.ts';
import type { PrintOptions } from './inputs.ts';

export function* printAlignment(file: AlignmentFile, options: PrintOptions): Generator<string> {
  if (options.format === 'json') yield `${JSON.stringify(file)}\n`;
  else yield* printBeads(file);
}

export function* printFlags(file: AlignmentFile, format: 'json' | 'tsv'): Generator<string> {
  if (format === 'json') yield `${JSON.stringify(file)}\n`;
  else {
    yield tableRow(
      'lang',
      'file',
      'check',
      'severity',
      'confidence',
      'source lines',
      'target lines',
      'message',
    );
    for (const target of file.targets)
      for (const flag of target.flags)
        yield tableRow(
          target.lang,
          target.file,
          flag.check,
          flag.severity,
          flag.confidence.toFixed(2),
          flag.source.map((i) => file.source?.segments[i]?.line).join(' '),
          flag.target.map((i) => target.segments[i]?.line).join(' '),
          flag.message,
        );
  }
}

/** One bead a row, renderings one after the other. */
function* printBeads(file: AlignmentFile): Generator<string> {
  yield tableRow('lang', 'source lines', 'target lines', 'score', 'source', 'target');
  for (const target of file.targets)
    for (const bead of target.beads)
      yield tableRow(
        target.lang,
        linesOf(file.source, bead.source),
        linesOf(target, bead.target),
        bead.score.toFixed(3),
        textOf(file.source, bead.source),
        textOf(target, bead.target),
      );
}

type Side = Pick<AlignedTarget, 'segments'> | null;
const linesOf = (side: Side, numbers: readonly number[]) =>
  numbers.map((i) => side?.segments[i]?.line).join(' ');
const textOf = (side: Side, numbers: readonly number[]) =>
  numbers.map((i) => side?.segments[i]?.text).join(' ');

/** Cells hold neither tabs nor line breaks; one that a spreadsheet would take for a formula gets an apostrophe. */
export const tableRow = (...cells: string[]): string =>
  `${cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ').replace(/^[=+@]/, "'$&")).join('\t')}\n`;
