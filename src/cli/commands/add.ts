/** `songsong add`: texts, aligned files and folders become documents of a project. */
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { groupByName } from '../../core/format/read/index.ts';
import { cutFile, type NamedFile } from '../../services/cutFile.ts';
import { isAlignedFile } from '../../services/read/aligned.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { type LanguageOptions, nameFile, nameFiles } from '../inputs.ts';
import { writeResult } from '../output.ts';
import { type Client, withServices } from '../services.ts';
import { resolveFrom, type Surroundings } from '../surroundings.ts';

export interface AddOptions extends LanguageOptions {
  readonly title?: string;
  readonly columns?: readonly { readonly index: number; readonly lang: string }[];
  readonly segmented?: boolean;
  /** False: nothing is taken for page furniture. */
  readonly furniture: boolean;
  /** False: pages of a folder are not compared with each other. */
  readonly compare: boolean;
  /** Only say what would be added. */
  readonly dryRun?: boolean;
}

interface NewDocument {
  readonly title: string;
  readonly source: NamedFile;
  readonly targets: readonly NamedFile[];
  readonly aligned: boolean;
}

export async function addDocument(
  path: string,
  source: string,
  targets: readonly string[],
  options: AddOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const place = resolveFrom(surroundings, source);
  const isFolder = (await stat(place).catch(() => null))?.isDirectory() ?? false;
  if (isFolder && targets.length > 0)
    throw new AppError('usage', { reason: 'A folder stands alone: `songsong add texts.songsong reports/`.' });
  const documents = isFolder
    ? await listFolder(source, options, surroundings)
    : [await nameDocument(nameFiles(source, targets, options, surroundings), options)];
  // Says what is wrong with a file by the name that the person gave it, before the project is opened.
  for (const { source: first, targets: others, aligned } of documents)
    if (!aligned) for (const file of [first, ...others]) await cutFile(file, options.segmented);
  return withServices(surroundings, async (services, client) => {
    const { key } = services.openPath(resolveFrom(surroundings, path));
    for (const document of documents) {
      const slots = slotsOf(services.fileOf, document, documents, options);
      if (options.dryRun) {
        const previews = await client.documents.preview({ slots });
        await writeResult(printPreview(document.title, slots, previews), undefined, surroundings);
      } else await add(client, key, document, slots);
    }
    return EXIT.fine;
  });
}

/** Pages that one is compared with. */
const MOST_COMPARED = 6;

const titleOf = (name: string): string => basename(name, extname(name));

async function nameDocument(
  files: { source: NamedFile; targets: readonly NamedFile[] },
  options: AddOptions,
): Promise<NewDocument> {
  const { source, targets } = files;
  const aligned = targets.length === 0 && (await isAlignedFile(source.path, source.name));
  return { title: options.title ?? titleOf(source.name), source, targets, aligned };
}

/** The documents of a folder: files whose names differ only in the language, and aligned files alone. */
async function listFolder(
  folder: string,
  options: AddOptions,
  surroundings: Surroundings,
): Promise<NewDocument[]> {
  const entries = await readdir(resolveFrom(surroundings, folder), { recursive: true, withFileTypes: true });
  const root = resolveFrom(surroundings, folder);
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length)
        .replace(/^[/\\]/, ''),
    )
    .sort();
  const sourceLang = options.sourceLang ?? 'vi';
  const documents: NewDocument[] = [];
  for (const { stem, files } of groupByName(names, (name) => name)) {
    const all = files.map(({ file, lang }) => ({
      lang,
      file: nameFile(
        join(folder, file),
        lang ?? undefined,
        { ...options, encoding: options.encoding?.[0] },
        surroundings,
      ),
    }));
    const original = all.find(({ lang }) => lang === sourceLang);
    if (all.length === 1 && (await isAlignedFile(all[0]!.file.path, all[0]!.file.name)))
      documents.push({ title: titleOf(all[0]!.file.name), source: all[0]!.file, targets: [], aligned: true });
    else if (original && all.length > 1) {
      const targets = all.filter((one) => one !== original).map(({ file }) => file);
      documents.push({ title: stem, source: original.file, targets, aligned: false });
    } else
      for (const { file } of all)
        process.stderr.write(
          `${file.name}: left out, nothing beside it has the same name in another language.\n`,
        );
  }
  if (documents.length === 0)
    throw new AppError('usage', {
      reason: `“${folder}” holds no files that belong together: name them as bao-cao.vi.docx and bao-cao.de.docx.`,
    });
  return documents;
}

type Slots = Parameters<Client['documents']['preview']>[0]['slots'];

/** What of each file is handed on, original first. */
function slotsOf(
  fileOf: (path: string) => string,
  { source, targets }: NewDocument,
  all: readonly NewDocument[],
  options: AddOptions,
): Slots {
  /** Texts of the same language in a folder are taken for pages of one site. */
  const siteOf = (file: NamedFile): string[] =>
    all
      .flatMap((document) => (document.aligned ? [] : [document.source, ...document.targets]))
      .filter((other) => other.lang === file.lang && other.path !== file.path)
      .slice(0, MOST_COMPARED)
      .map((other) => fileOf(other.path));
  return [source, ...targets].map((file, i) => ({
    role: i === 0 ? ('original' as const) : ('rendering' as const),
    file: fileOf(file.path),
    lang: file.lang,
    encoding: file.encoding,
    columns: options.columns ? [...options.columns] : undefined,
    site: options.compare ? siteOf(file) : undefined,
    segmented: options.segmented,
    furniture: options.furniture ? undefined : ('text' as const),
    rules: file.rules === undefined ? undefined : fileOf(file.rules),
  }));
}

async function add(
  client: Client,
  project: string,
  { title, aligned }: NewDocument,
  slots: Slots,
): Promise<void> {
  if (aligned) {
    const { file, encoding, columns } = slots[0]!;
    await client.documents.importTmx({ project, title, file, encoding, columns });
  } else await client.documents.add({ project, title, slots });
}

type Previews = Awaited<ReturnType<Client['documents']['preview']>>;

/** For people: what each file was taken for, and how it begins. */
function* printPreview(title: string, slots: Slots, previews: Previews): Generator<string> {
  yield `${title}\n`;
  for (const [i, preview] of previews.entries()) {
    const { name, lang, langCertain, format, encoding, sentences, body, aligned, columns, more } = preview;
    const role = aligned ? 'aligned texts' : slots[i]!.role;
    const language = aligned ? '' : `${lang}${langCertain ? '' : ' (not certain)'}`;
    const counted = aligned ? `${more ? 'more than ' : ''}${sentences} units` : `${body} sentences`;
    const furniture = sentences > body ? `${sentences - body} pieces of page furniture` : '';
    const facts = [role, language, [format, encoding].filter(Boolean).join(' in '), counted, furniture];
    yield `  ${name}: ${facts.filter(Boolean).join(', ')}\n`;
    for (const column of columns)
      yield `    column ${column.index + 1} “${column.name}”: ${column.lang ?? 'not a text'}\n`;
    for (const { message } of preview.warnings) yield `    ! ${message}\n`;
    for (const { kind, text } of preview.sample)
      yield `    ${kind === 'text' ? '' : `[${kind}] `}${text.replace(/\s+/g, ' ')}\n`;
  }
}
