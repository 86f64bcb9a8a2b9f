/** A file with languages side by side (TMX, XLIFF, PO, tables) as one original and its renderings, each unit a bead. */
import { basename } from 'node:path';
import { AppError } from '../core/errors.ts';
import type { AlignedSource } from '../core/format/alignmentFile.ts';
import type { TmxUnit } from '../core/format/tmx.ts';
import type { Alignment, Segment } from '../core/model.ts';
import { baseLanguage } from '../core/text/index.ts';
import type { NamedFile } from './cutFile.ts';
import { readBytes } from './files.ts';
import { openBytes, readOpened } from './read/index.ts';

export interface AlignedTexts {
  readonly source: AlignedSource;
  readonly targets: readonly (AlignedSource & { readonly alignment: Alignment })[];
}

interface Column {
  readonly code: string;
  readonly segments: Segment[];
  /** For each unit the number of its segment, or null. */
  readonly places: (number | null)[];
}

function layColumn(code: string, units: readonly TmxUnit[]): Column {
  const segments: Segment[] = [];
  const places = units.map(({ variants }, unit) => {
    const text = variants.find(({ lang }) => lang.toLowerCase() === code.toLowerCase())?.text ?? '';
    if (text === '') return null;
    segments.push({ text, kind: 'text', line: unit + 1, paragraph: unit, start: 0, end: text.length });
    return segments.length - 1;
  });
  return { code, segments, places };
}

const listOf = (place: number | null | undefined): number[] => (typeof place === 'number' ? [place] : []);

/** Null for a file that is one text. Lines are numbers of units. Throws the AppErrors of the readers, and `usage`. */
export async function readAlignedFile(file: NamedFile, sourceLang?: string): Promise<AlignedTexts | null> {
  const bytes = await readBytes(file.path, file.name);
  const opened = openBytes(bytes, file.name, { encoding: file.encoding });
  // A text that is not sure to be a table is one text.
  if (!['tmx', 'xliff', 'po', 'xlsx', 'table'].includes(opened.format.id)) return null;
  const { units, columns, lang } = await readOpened(opened);
  if (units === null) return null;
  const codes = columns.flatMap((column) => (column.lang === null ? [] : [column.lang]));
  const wanted = sourceLang ?? (lang === null || lang === '*all*' ? undefined : lang) ?? codes[0];
  const original =
    codes.find((code) => code.toLowerCase() === wanted?.toLowerCase()) ??
    codes.find((code) => baseLanguage(code) === baseLanguage(wanted ?? ''));
  const renderings = codes.filter((code) => code !== original);
  if (original === undefined || renderings.length === 0)
    throw new AppError('usage', {
      reason: `“${basename(file.name)}” holds ${codes.join(', ') || 'no language'}: name the original with --source-lang.`,
    });
  const asText = ({ code, segments }: Column): AlignedSource => ({
    file: file.name,
    lang: baseLanguage(code),
    segments,
  });
  const source = layColumn(original, units);
  return {
    source: asText(source),
    targets: renderings.map((code) => {
      const target = layColumn(code, units);
      const beads = units
        .map((_, unit) => ({
          source: listOf(source.places[unit]),
          target: listOf(target.places[unit]),
          score: 1,
        }))
        .filter((bead) => bead.source.length + bead.target.length > 0);
      return { ...asText(target), alignment: { beads, links: [] } };
    }),
  };
}
