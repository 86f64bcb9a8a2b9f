/** Procedures on files, projects, documents and the program itself. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectSummary } from '../../contract/index.ts';
import { AppError } from '../../core/errors.ts';
import { createStore, getProject, listDocuments, showDocument } from '../../store/index.ts';
import { alignDocument } from '../alignDocument.ts';
import { cutSlots, storeDocument } from '../importTexts.ts';
import { importTmx } from '../importTmx.ts';
import { LANGUAGES } from '../languages.ts';
import type { OpenProject } from '../openProjects.ts';
import { previewTexts } from '../previewTexts.ts';
import { freeProjectPath } from '../projectFiles.ts';
import type { Progress } from '../recentProjects.ts';
import { refuseSigned } from '../review/frozen.ts';
import { cutSample, SAMPLE_NAME, SAMPLE_TITLE } from '../sample.ts';
import { summariseDocument, summariseProject } from '../summaries.ts';
import type { Procedures, Shared } from './context.ts';

/** Opens a project by its path and remembers it. */
export function openByPath(shared: Shared, path: string): ProjectSummary {
  const project = shared.projects.open(path);
  return remember(shared, project);
}

function remember(shared: Shared, project: OpenProject): ProjectSummary {
  const { name } = getProject(project.store);
  const summary = summariseProject(project);
  shared.recent.add({
    path: project.store.path,
    name,
    openedAt: shared.now(),
    progress: progressOf(summary),
  });
  return summary;
}

/** How far the renderings of a project are, over all its documents. */
const progressOf = ({ documents }: ProjectSummary): Progress => {
  const byLang = new Map<string, Progress[number]>();
  for (const { lang, role, confirmed, beads } of documents.flatMap((document) => document.columns)) {
    if (role === 'original') continue;
    const sum = byLang.get(lang) ?? { lang, confirmed: 0, beads: 0 };
    byLang.set(lang, { lang, confirmed: sum.confirmed + confirmed, beads: sum.beads + beads });
  }
  return [...byLang.values()];
};

/** Before a project closes: home shows it as it was left. */
export const noteProgress = (shared: Pick<Shared, 'recent'>, project: OpenProject): void =>
  shared.recent.note(project.store.path, progressOf(summariseProject(project)));

export function createAt(shared: Shared, path: string, name: string, sourceLang: string): ProjectSummary {
  const store = createStore(path, { name, sourceLang, createdAt: shared.now() });
  return remember(shared, shared.projects.adopt(store));
}

/** The sample is made and aligned at the first call; later ones open it as the person left it. */
async function openSample(shared: Shared): Promise<ProjectSummary> {
  const path = join(shared.projectFolder, 'sample.songsong');
  if (existsSync(path)) {
    const project = shared.projects.open(path);
    if (listDocuments(project.store).length > 0) return remember(shared, project);
    // A start that was interrupted left it empty.
    await fillSample(shared, project);
    return remember(shared, project);
  }
  freeProjectPath(shared.projectFolder, 'sample');
  const store = createStore(path, { name: SAMPLE_NAME, sourceLang: 'vi', createdAt: shared.now() });
  const project = shared.projects.adopt(store);
  await fillSample(shared, project);
  return remember(shared, project);
}

async function fillSample(shared: Shared, project: OpenProject): Promise<void> {
  const texts = await cutSample(shared.pool);
  const { documentId } = await storeDocument(project, SAMPLE_TITLE, texts, shared.now, shared.author);
  await alignDocument({
    ...shared,
    project,
    documentId,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

export const projectProcedures = (os: Procedures, shared: Shared) => ({
  files: {
    put: os.files.put.handler(({ input }) => {
      const file = shared.shelf.put(input.name, Buffer.from(input.base64, 'base64'));
      return { file, name: shared.shelf.nameOf(file) };
    }),
  },
  app: {
    info: os.app.info.handler(() => ({
      version: shared.host.version,
      host: shared.host.kind,
      languages: [...LANGUAGES],
      reviewer: shared.author,
      reviewerKnown: shared.reviewer.isKnown(),
    })),
    setReviewer: os.app.setReviewer.handler(({ input }) => {
      shared.reviewer.rename(input.name);
      return {};
    }),
    settings: os.app.settings.handler(() => shared.settings.read()),
    keepSettings: os.app.keepSettings.handler(({ input }) => {
      shared.settings.write(input.settings);
      return {};
    }),
    events: os.app.events.handler(async function* ({ input, signal }) {
      yield* shared.events.follow(input.after, signal);
    }),
  },
  projects: {
    recent: os.projects.recent.handler(() =>
      shared.recent.list().map(({ path, name, openedAt, exists, progress }) => {
        const open = shared.projects.find(path);
        return {
          file: shared.shelf.putPath(path),
          name,
          openedAt,
          exists,
          progress: open ? progressOf(summariseProject(open)) : progress,
        };
      }),
    ),
    create: os.projects.create.handler(({ input }) =>
      createAt(shared, freeProjectPath(shared.projectFolder, input.name), input.name, input.sourceLang),
    ),
    openSample: os.projects.openSample.handler(() => openSample(shared)),
    open: os.projects.open.handler(({ input }) => openByPath(shared, shared.shelf.pathOf(input.file))),
    get: os.projects.get.handler(({ input }) => summariseProject(shared.projects.get(input.project))),
    close: os.projects.close.handler(({ input }) => {
      noteProgress(shared, shared.projects.get(input.project));
      shared.projects.close(input.project);
      return {};
    }),
  },
  documents: {
    preview: os.documents.preview.handler(({ input }) =>
      previewTexts(shared.pool, shared.shelf, input.slots),
    ),
    add: os.documents.add.handler(async ({ input }) => {
      const project = shared.projects.get(input.project);
      const texts = await cutSlots(shared.pool, shared.shelf, input.slots);
      const { documentId } = await storeDocument(project, input.title, texts, shared.now, shared.author);
      return summariseDocument(project, documentId);
    }),
    importTmx: os.documents.importTmx.handler(async ({ input }) => {
      const project = shared.projects.get(input.project);
      const documentId = await importTmx(
        project,
        shared.pool,
        shared.shelf,
        input,
        shared.now,
        shared.author,
      );
      return summariseDocument(project, documentId);
    }),
    remove: os.documents.remove.handler(({ input }) => {
      const project = shared.projects.get(input.project);
      const index = project.index(input.documentId);
      const { title } = index.document;
      refuseSigned(project.store, index);
      project.store.history.record(
        {
          documentId: null,
          command: 'remove-document',
          params: { title },
          args: { documentId: input.documentId },
          author: shared.author,
          at: shared.now(),
        },
        () => showDocument(project.store, input.documentId, false),
      );
      project.changed(input.documentId);
      project.changedAsWhole();
      return {};
    }),
  },
  desktop: {
    chooseFiles: os.desktop.chooseFiles.handler(async ({ input }) => {
      if (!shared.host.chooseFiles)
        throw new AppError('usage', { reason: 'This host has no file dialog: drop or paste the files.' });
      const paths = await shared.host.chooseFiles(input.kind);
      return paths.map((path) => {
        const file = shared.shelf.putPath(path);
        return { file, name: shared.shelf.nameOf(file) };
      });
    }),
  },
});
