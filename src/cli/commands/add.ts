/** `songsong add`: texts, aligned files and folders become documents of a project. */
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { groupByName } from '../../core/format/read/index.ts';
import { cutFile, type NamedFile } from '../../services/cutFile.ts';
import { isAlignedFile } from '../../services/read/aligned.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { type LanguageOptions, nameFile, nameFiles } from '../inputs.ts';
import { type Client, withServices } from '../services.ts';
import { resolveFrom, type Surroundings } from '../surroundings.ts';

export interface AddOptions extends LanguageOptions {
  readonly title?: string;
  readonly columns?: readonly { readonly index: number; readonly lang: string }[];
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
    if (!aligned) for (const file of [first, ...others]) await cutFile(file);
  return withServices(surroundings, async (services, client) => {
    const { key } = services.openPath(resolveFrom(surroundings, path));
    for (const document of documents) await add(client, services.fileOf, key, document, documents, options);
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
        { encoding: options.encoding?.[0] },
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

async function add(
  client: Client,
  fileOf: (path: string) => string,
  project: string,
  { title, source, targets, aligned }: NewDocument,
  all: readonly NewDocument[],
  options: AddOptions,
): Promise<void> {
  const file = fileOf(source.path);
  if (aligned) {
    const columns = options.columns ? [...options.columns] : undefined;
    await client.documents.importTmx({ project, title, file, encoding: source.encoding, columns });
    return;
  }
  const { lang, encoding } = source;
  /** Texts of the same language in a folder are taken for pages of one site. */
  const siteOf = (file: NamedFile): string[] =>
    all
      .flatMap((document) => (document.aligned ? [] : [document.source, ...document.targets]))
      .filter((other) => other.lang === file.lang && other.path !== file.path)
      .slice(0, MOST_COMPARED)
      .map((other) => fileOf(other.path));
  await client.documents.add({
    project,
    title,
    slots: [
      { role: 'original', file, lang, encoding, site: siteOf(source) },
      ...targets.map((target) => ({
        role: 'rendering' as const,
        file: fileOf(target.path),
        lang: target.lang,
        encoding: target.encoding,
        site: siteOf(target),
      })),
    ],
  });
}
