/** What an import would bring, shown before anything is stored. */
import type { z } from 'zod';
import type { importPreview } from '../contract/index.ts';
import { sayWarning } from '../core/format/read/index.ts';
import type { TmxUnit } from '../core/format/tmx.ts';
import { isBody, type SegmentKind } from '../core/model.ts';
import { baseLanguage } from '../core/text/index.ts';
import type { Pool } from '../workers/pool.ts';
import type { FileShelf } from './fileShelf.ts';
import { cut, type ImportSlot, readSlot } from './importTexts.ts';
import { streamTmx } from './memoryFiles.ts';
import { isMemory } from './read/aligned.ts';
import { ENCODINGS } from './read/encodingNames.ts';

type Preview = z.infer<typeof importPreview>;

const SAMPLED = 12;
const SAMPLE_LENGTH = 400;

/** Units of a memory that are looked at: it may be larger than what is ever read whole. */
const SAMPLED_UNITS = 2000;

const sampleOf = ({ variants }: TmxUnit): { text: string; kind: SegmentKind } => ({
  text: variants
    .map(({ text }) => text)
    .join(' | ')
    .slice(0, SAMPLE_LENGTH),
  kind: 'text',
});

/** Text by text; changes nothing. Throws what reading a file throws. */
export async function previewTexts(
  pool: Pool,
  shelf: FileShelf,
  slots: readonly ImportSlot[],
): Promise<Preview[]> {
  return Promise.all(
    slots.map(async (one): Promise<Preview> => {
      if (isMemory(shelf.nameOf(one.file))) return previewMemory(shelf, one);
      const slot = await readSlot(pool, shelf, one);
      const { content } = slot;
      const { segments } = await cut(pool, shelf, slot);
      const units = content.units ?? [];
      const pieces: { text: string; kind: SegmentKind }[] = content.units
        ? units.slice(0, SAMPLED).map(sampleOf)
        : [...segments];
      return {
        file: slot.file,
        name: content.name,
        lang: slot.lang,
        langCertain: slot.langCertain,
        encoding: content.encoding ?? '',
        sentences: content.units?.length ?? segments.length,
        body: content.units?.length ?? segments.filter(isBody).length,
        characters: content.characters,
        sample: pieces
          .slice(0, SAMPLED)
          .map(({ text, kind }) => ({ text: text.slice(0, SAMPLE_LENGTH), kind })),
        more: false,
        format: content.formatName,
        encodings: content.encoding === null ? [] : Object.keys(ENCODINGS),
        warnings: content.warnings.map((one) => ({
          code: one.code,
          params: { ...one.params },
          message: sayWarning(one),
        })),
        aligned: content.units !== null,
        columns: content.columns.map((column) => ({
          ...column,
          sample: column.sample.map((text) => text.slice(0, SAMPLE_LENGTH)),
        })),
      };
    }),
  );
}

/** The beginning of a memory, however large it is. */
async function previewMemory(shelf: FileShelf, slot: ImportSlot): Promise<Preview> {
  const name = shelf.nameOf(slot.file);
  const stream = streamTmx(shelf.sourceOf(slot.file), name);
  const units: TmxUnit[] = [];
  let more = false;
  for await (const slice of stream.units) {
    units.push(...slice);
    more = units.length > SAMPLED_UNITS;
    if (more) break;
  }
  const seen = units.slice(0, SAMPLED_UNITS);
  const langs = [...new Set(seen.flatMap(({ variants }) => variants.map(({ lang }) => lang)))];
  const lang = stream.header?.sourceLang ?? langs[0];
  return {
    file: slot.file,
    name,
    lang: lang === undefined ? 'und' : baseLanguage(lang),
    langCertain: true,
    encoding: '',
    sentences: seen.length,
    body: seen.length,
    more,
    characters: seen.reduce(
      (sum, { variants }) => sum + variants.reduce((n, { text }) => n + text.length, 0),
      0,
    ),
    sample: seen.slice(0, SAMPLED).map(sampleOf),
    format: `TMX (${langs.join(', ')})`,
    encodings: [],
    warnings: [],
    aligned: true,
    columns: [],
  };
}
