/** A file that brings a further version of a text: one text, or languages side by side, of which one is that text's. */
import { AppError } from '../../core/errors.ts';
import { isCode } from '../../core/format/memoryUnits.ts';
import type { TmxUnit } from '../../core/format/tmx.ts';
import { baseLanguage } from '../../core/text/index.ts';
import type { VersionRow } from '../../store/index.ts';
import type { Pool } from '../../workers/pool.ts';
import type { FileShelf } from '../fileShelf.ts';
import { type CutText, cut, type ImportSlot, readSlot } from '../importTexts.ts';

export interface BroughtUnits {
  readonly name: string;
  readonly label: string;
  readonly units: readonly TmxUnit[];
  /** The languages of the file, as it writes them. */
  readonly codes: readonly string[];
  /** The one that the version is taken from. */
  readonly code: string;
}
/** What a file brings, before it is held against what there is. */
export type Brought = CutText | BroughtUnits;

export interface VersionSlot extends Pick<ImportSlot, 'file' | 'label' | 'encoding' | 'columns'> {
  /** Of a file with languages side by side: which of them is the version; that of the text it is of where left out. */
  readonly code?: string;
}
type TextOf = Pick<VersionRow, 'role' | 'lang' | 'label'>;

/** The code of a file that stands for a text: its very label (`zh-Hant-TW`), its language, or another kind of that. */
export const codeFor = (codes: readonly string[], { lang, label }: TextOf): string | undefined =>
  codes.find((code) => isCode(code, label)) ??
  codes.find((code) => isCode(code, lang)) ??
  codes.find((code) => baseLanguage(code) === baseLanguage(lang));

/** Throws AppError `language-wrong` where nothing in the file is in the language of `of`, and what reading a file throws. */
export async function readVersion(
  pool: Pool,
  shelf: FileShelf,
  { code: wanted, ...slot }: VersionSlot,
  of: TextOf,
): Promise<Brought> {
  const read = await readSlot(pool, shelf, { ...slot, role: of.role });
  const { name, units } = read.content;
  const label = slot.label ?? '';
  const wrong = (found: string): AppError =>
    new AppError('language-wrong', { file: name, found, expected: of.lang });
  if (units !== null) {
    const codes = [...new Set(units.flatMap(({ variants }) => variants.map(({ lang }) => lang)))];
    const code = wanted === undefined ? codeFor(codes, of) : codes.find((one) => isCode(one, wanted));
    if (code === undefined || baseLanguage(code) !== baseLanguage(of.lang)) throw wrong(codes.join(', '));
    return { name, label, units, codes, code };
  }
  if (read.langCertain && baseLanguage(read.lang) !== baseLanguage(of.lang)) throw wrong(read.lang);
  return { role: of.role, label, name, text: await cut(pool, shelf, { ...read, lang: of.lang }) };
}
