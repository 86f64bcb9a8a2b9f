/** From one format of aligned texts to another, without a project. Memories (TMX) stream; other formats are read whole. */
import { basename, extname } from 'node:path';
import { AppError } from '../core/errors.ts';
import { isCode, toOutUnit } from '../core/format/memoryUnits.ts';
import { DOCUMENT_PROPERTY, SCORE_PROPERTY, STATUS_PROPERTY, type TmxUnit } from '../core/format/tmx.ts';
import { readTmxDate } from '../core/format/tmxReader.ts';
import type { UnitFormatId } from '../core/format/write/ids.ts';
import type { OutHead, Piece } from '../core/format/write/model.ts';
import { UNIT_FORMATS } from '../core/format/write/registry.ts';
import { baseLanguage } from '../core/text/index.ts';
import type { ExportFile } from './exportTexts.ts';
import { readBytes } from './files.ts';
import { streamTmx } from './memoryFiles.ts';
import { findEncoding } from './read/encodingNames.ts';
import { readBytesAs } from './read/index.ts';

export interface ConvertRequest {
  readonly path: string;
  /** What messages call the file. */
  readonly name: string;
  readonly to: UnitFormatId;
  /** Language of the original; what the file says, else its first, where left out. */
  readonly sourceLang?: string;
  /** Of a file that is text; told from its bytes where left out. */
  readonly encoding?: string;
  /** Of a table; guessed where left out. */
  readonly columns?: readonly { readonly index: number; readonly lang: string }[];
  readonly codes?: Readonly<Record<string, string>>;
  /** Of what is written. */
  readonly title: string;
  readonly program: { readonly version: string; readonly at: number };
}

interface Source {
  readonly units: () => AsyncIterable<readonly TmxUnit[]>;
  /** As the file writes them, original first. */
  readonly langs: readonly string[];
}

/** Files to write, one or several where the format holds one pair or one language only. Throws what reading the file throws. */
export async function convertFile(request: ConvertRequest): Promise<ExportFile[]> {
  const { name, to, title, program, codes = {} } = request;
  const format = UNIT_FORMATS[to];
  const { units, langs } = await openSource(request);
  if (langs.length < 2)
    throw new AppError('nothing-to-export', { reason: `“${name}” holds texts in one language` });
  const written = (lang: string): string => codes[lang] ?? codes[baseLanguage(lang)] ?? lang;
  const columnsOf = (chosen: readonly string[]): OutHead => ({
    title,
    toolVersion: program.version,
    createdAt: program.at,
    columns: chosen.map((lang) => ({ lang: written(lang), label: '' })),
  });
  const file = (suffix: string, chosen: readonly string[], column?: number): ExportFile => ({
    name: `${title}${suffix}.${format.extension}`,
    mediaType: format.mediaType,
    binary: format.binary ?? false,
    chunks: async function* (): AsyncGenerator<Piece> {
      const printer = format.print(columnsOf(chosen), column);
      let number = 0;
      yield printer.start();
      for await (const slice of units())
        for (const unit of slice) {
          const out = toOutUnit(unit, chosen, ++number);
          // What has a text in one of the chosen languages alone is no unit.
          if (out.variants.length > 1) yield printer.unit(out);
        }
      yield printer.end();
    },
  });
  const [original, ...renderings] = langs as [string, ...string[]];
  if (format.eachColumn) return langs.map((lang, i) => file(`.${lang}`, langs, i));
  if (!format.pairsOnly || renderings.length === 1) return [file('', langs)];
  return renderings.map((lang) => file(`.${original}-${lang}`, [original, lang]));
}

async function openSource(request: ConvertRequest): Promise<Source> {
  const { path, name, sourceLang } = request;
  const extension = extname(name).toLowerCase();
  if (extension === '.tmx') {
    const open = () => streamTmx(path, name);
    const first = open();
    const langs = await languagesOf(first.units);
    return {
      units: () => open().units,
      langs: withOriginal(langs, sourceLang ?? first.header?.sourceLang ?? null),
    };
  }
  const bytes = await readBytes(path, name);
  const { units, named } =
    extension === '.json' ? readUnitsJson(bytes, name) : await readAligned(bytes, name, request);
  const one = async function* () {
    yield units;
  };
  return { units: one, langs: withOriginal(await languagesOf(one()), sourceLang ?? named) };
}

async function readAligned(
  bytes: Buffer,
  name: string,
  { encoding, columns }: Pick<ConvertRequest, 'encoding' | 'columns'>,
): Promise<{ units: readonly TmxUnit[]; named: string | null }> {
  const known = encoding === undefined ? undefined : (findEncoding(encoding) ?? undefined);
  const read = await readBytesAs(bytes, name, { encoding: known, columns });
  if (read.units === null)
    throw new AppError('usage', {
      reason: `“${name}” is one text, not texts side by side. Align it with its renderings: songsong align.`,
    });
  return { units: read.units, named: read.columns.find(({ lang }) => lang !== null)?.lang ?? null };
}

async function languagesOf(units: AsyncIterable<readonly TmxUnit[]>): Promise<string[]> {
  const langs = new Set<string>();
  for await (const slice of units)
    for (const { variants } of slice) for (const { lang } of variants) langs.add(lang);
  return [...langs];
}

function withOriginal(langs: readonly string[], wanted: string | null): string[] {
  const found =
    wanted === null
      ? undefined
      : (langs.find((lang) => isCode(lang, wanted)) ??
        langs.find((lang) => baseLanguage(lang) === baseLanguage(wanted)));
  return found === undefined ? [...langs] : [found, ...langs.filter((lang) => lang !== found)];
}

interface JsonUnit {
  readonly id: string;
  readonly document: string;
  readonly changed: string | null;
  readonly variants: readonly {
    readonly lang: string;
    readonly text: string;
    readonly statuses: readonly string[];
    readonly score: number | null;
  }[];
}

/** Our own `songsong/units@1`. */
function readUnitsJson(bytes: Buffer, file: string): { units: readonly TmxUnit[]; named: string | null } {
  const refuse = (reason: string): AppError =>
    new AppError('file-invalid', { file, format: 'songsong/units', reason });
  let read: { schema?: unknown; units?: unknown };
  try {
    read = JSON.parse(bytes.toString('utf8')) as typeof read;
  } catch {
    throw refuse('it is no JSON');
  }
  if (read?.schema !== 'songsong/units@1' || !Array.isArray(read.units))
    throw refuse('its schema is another');
  const units = (read.units as readonly JsonUnit[]).map((unit): TmxUnit => {
    if (
      !Array.isArray(unit?.variants) ||
      unit.variants.some((one) => typeof one?.text !== 'string' || typeof one.lang !== 'string')
    )
      throw refuse('a unit has no texts');
    const variants: JsonUnit['variants'] = unit.variants;
    const several = variants.length > 2;
    const about = (lang: string, value: string): string => (several ? `${lang} ${value}` : value);
    return {
      id: String(unit.id),
      changedAt: readTmxDate(unit.changed?.replace(/[-:]/g, '')),
      properties: [
        ...(unit.document ? [{ type: DOCUMENT_PROPERTY, value: unit.document }] : []),
        ...variants.flatMap(({ lang, statuses, score }) => [
          ...(statuses ?? []).map((status: string) => ({
            type: STATUS_PROPERTY,
            value: about(lang, status),
          })),
          ...(typeof score === 'number' ? [{ type: SCORE_PROPERTY, value: about(lang, String(score)) }] : []),
        ]),
      ],
      variants: variants.map(({ lang, text }) => ({ lang, text })),
    };
  });
  return { units, named: units[0]?.variants[0]?.lang ?? null };
}

/** `texts` for `out/texts.tmx`. */
export const titleOf = (path: string): string => basename(path, extname(path));
