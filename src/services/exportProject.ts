/** The whole project as JSON, for programs and for the day when this one is gone: `songsong/whole-project@1`, in docs/formats.md. */
import { isoDate } from '../core/format/write/xml.ts';
import {
  allTerms,
  flagsOf,
  getProject,
  linksOf,
  listDocuments,
  notesOfDocument,
  readGroups,
  readSegments,
  type Store,
} from '../store/index.ts';
import type { DocumentIndex, IndexedAlignment } from './documentIndex.ts';
import { type ExportFile, type ExportOptions, openFlags, type Program } from './exportTexts.ts';
import { breathe } from './importTexts.ts';
import type { OpenProject } from './openProjects.ts';
import { fileNameFor } from './projectFiles.ts';

export const prepareProjectJson = (
  project: OpenProject,
  options: ExportOptions,
  program: Program,
): ExportFile[] => [
  {
    name: `${fileNameFor(getProject(project.store).name)}.project.json`,
    mediaType: 'application/json',
    binary: false,
    chunks: () => printProject(project, options, program),
  },
];

/** What goes out, for the preflight. */
export const countProject = (project: OpenProject, options: ExportOptions) => {
  const documents = chosen(project, options);
  const flags = documents.map((index) => openFlags(project.store, index.document.id));
  return { documents: documents.length, openFlags: flags.reduce((sum, one) => sum + one, 0) };
};

const chosen = (project: OpenProject, options: ExportOptions): DocumentIndex[] =>
  listDocuments(project.store)
    .filter(({ id }) => !options.documentIds || options.documentIds.includes(id))
    .map(({ id }) => project.index(id));

async function* printProject(
  project: OpenProject,
  options: ExportOptions,
  program: Program,
): AsyncGenerator<string> {
  const { store } = project;
  const { name, sourceLang, createdAt } = getProject(store);
  const head = {
    schema: 'songsong/whole-project@1',
    tool: `SongSong ${program.version}`,
    written: isoDate(program.at),
    name,
    sourceLang,
    created: isoDate(createdAt),
    terms: allTerms(store),
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"documents":[\n`;
  for (const [i, index] of chosen(project, options).entries()) {
    if (i > 0) yield ',\n';
    yield* printDocument(store, index);
    await breathe();
  }
  yield '\n]}\n';
}

async function* printDocument(store: Store, index: DocumentIndex): AsyncGenerator<string> {
  const { id, title } = index.document;
  yield `{"title":${JSON.stringify(title)},"texts":[\n`;
  for (const [i, version] of index.versions.entries()) {
    const { id: textId, role, lang, label, revision, sourceName } = version;
    const head = JSON.stringify({ id: textId, role, lang, label, revision, file: sourceName });
    yield `${i > 0 ? ',\n' : ''}${head.slice(0, -1)},"segments":[\n`;
    yield* commas(readSegments(store, textId), (rows) =>
      rows
        .map(({ id: segmentId, paragraph, kind, text, line, sourceStart, sourceEnd }) =>
          JSON.stringify({ id: segmentId, paragraph, kind, text, line, start: sourceStart, end: sourceEnd }),
        )
        .join(',\n'),
    );
    yield ']}';
  }
  yield '],\n"alignments":[\n';
  for (const [i, alignment] of index.alignments.entries()) {
    if (i > 0) yield ',\n';
    yield* printAlignment(store, alignment, id);
  }
  yield `],\n"notes":${JSON.stringify(notesOfDocument(store, id))}}`;
}

async function* printAlignment(
  store: Store,
  alignment: IndexedAlignment,
  documentId: number,
): AsyncGenerator<string> {
  const { sourceId, targetId, engine, verdict } = alignment;
  const head = JSON.stringify({ original: sourceId, rendering: targetId, engine, verdict });
  yield `${head.slice(0, -1)},"groups":[\n`;
  yield* commas(slices(readGroups(store, alignment, documentId), 1000), (groups) =>
    groups
      .map(({ id: _, source, target, changedAt, reviewedAt, ...group }) =>
        JSON.stringify({
          original: source.map((one) => one.id),
          rendering: target.map((one) => one.id),
          ...group,
          reviewed: reviewedAt === null ? null : isoDate(reviewedAt),
          changed: isoDate(changedAt),
        }),
      )
      .join(',\n'),
  );
  const links = linksOf(store, alignment.id).map((link) => ({
    original: link.sourceSegmentId,
    rendering: link.targetSegmentId,
  }));
  const flags = flagsOf(store, alignment.id).map(
    ({ pairKey: _, alignmentId: __, lang: ___, ...flag }) => flag,
  );
  yield `],\n"links":${JSON.stringify(links)},\n"flags":${JSON.stringify(flags)}}`;
}

function* slices<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let slice: T[] = [];
  for (const item of items) {
    slice.push(item);
    if (slice.length === size) {
      yield slice;
      slice = [];
    }
  }
  if (slice.length > 0) yield slice;
}

async function* commas<T>(items: Iterable<T>, print: (item: T) => string): AsyncGenerator<string> {
  let first = true;
  for (const item of items) {
    yield first ? print(item) : `,\n${print(item)}`;
    first = false;
    await breathe();
  }
}
