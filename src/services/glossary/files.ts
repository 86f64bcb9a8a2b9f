/** Glossary files: read through the readers of all files (encodings, archives, damaged files), and written out. */
import { AppError } from '../../core/errors.ts';
import {
  type GlossaryEntry,
  type GlossaryFormat,
  printGlossary,
  type ReadGlossary,
  readGlossary,
} from '../../core/format/glossary/index.ts';
import { allConcepts, getProject } from '../../store/index.ts';
import type { OpenProject } from '../openProjects.ts';
import { fileNameFor } from '../projectFiles.ts';
import { findEncoding } from '../read/encodingNames.ts';
import { openBytes } from '../read/index.ts';

/** Throws the AppErrors of `openBytes`, and `file-invalid`. */
export function readGlossaryBytes(bytes: Buffer, file: string, encoding?: string): ReadGlossary {
  const known = encoding === undefined ? undefined : findEncoding(encoding);
  if (known === null) throw new AppError('usage', { reason: `The encoding “${encoding}” is not known.` });
  // Named as a table, so that no reader of texts judges it; what is packed is told by its content all the same.
  const opened = openBytes(bytes, file, { format: 'table', ...(known !== undefined && { encoding: known }) });
  if (opened.format.from === 'bytes' && opened.format.id !== 'xlsx')
    throw new AppError('file-invalid', {
      file,
      format: 'a glossary',
      reason: `it is ${opened.format.name}, not CSV, TSV, XLSX or TBX`,
    });
  const read = readGlossary({ file, bytes: opened.bytes, text: opened.text });
  return {
    ...read,
    // What the name of the file says of its format is of no use here: TBX is no format of texts.
    warnings: [...opened.warnings.filter(({ code }) => code !== 'wrong-extension'), ...read.warnings],
  };
}

const MEDIA = { csv: 'text/csv', tbx: 'application/x-tbx+xml', tbx2: 'application/x-tbx+xml' } as const;

export interface GlossaryFile {
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: () => AsyncGenerator<string>;
}

/** Throws AppError `nothing-to-export` for an empty glossary. */
export function prepareGlossary(project: OpenProject, format: GlossaryFormat): GlossaryFile {
  const entries: readonly GlossaryEntry[] = allConcepts(project.store);
  if (entries.length === 0) throw new AppError('nothing-to-export', { reason: 'the glossary is empty' });
  const { name } = getProject(project.store);
  return {
    name: `${fileNameFor(name)}.glossary.${format === 'csv' ? 'csv' : 'tbx'}`,
    mediaType: MEDIA[format],
    chunks: async function* () {
      yield* printGlossary(format, name, entries);
    },
  };
}
