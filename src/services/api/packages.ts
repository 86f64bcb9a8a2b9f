/** Procedures on packages. */
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { writeBeside } from '../files.ts';
import { exportPackage } from '../packages/exportPackage.ts';
import { mergePackage } from '../packages/mergePackage.ts';
import { fileNameFor, freeProjectPath } from '../projectFiles.ts';
import type { Procedures, Shared } from './context.ts';

export const packageProcedures = (os: Procedures, shared: Shared) => ({
  packages: {
    export: os.packages.export.handler(({ input }) => {
      const project = shared.projects.get(input.project);
      const path = freeProjectPath(dirname(project.store.path), input.name);
      const { documentIds, langs = null } = input;
      exportPackage(project, { path, documentIds, langs, by: shared.author, at: shared.now() });
      return { file: shared.shelf.putPath(path), name: basename(path) };
    }),
    handOver: os.packages.handOver.handler(async ({ input }) => {
      const project = shared.projects.get(input.project);
      const folder = await mkdtemp(join(tmpdir(), 'songsong-package-'));
      const name = `${fileNameFor(input.name)}.songsong`;
      const made = join(folder, name);
      const { documentIds, langs = null } = input;
      try {
        exportPackage(project, { path: made, documentIds, langs, by: shared.author, at: shared.now() });
        const { chooseSaveTarget } = shared.host;
        if (!chooseSaveTarget)
          return { name, content: (await readFile(made)).toString('base64'), saved: false };
        const path = await chooseSaveTarget(name);
        if (path !== null) await writeBeside(path, createReadStream(made));
        return { name, content: null, saved: path !== null };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }),
    merge: os.packages.merge.handler(async ({ input }) => {
      const project = shared.projects.get(input.project);
      const source = shared.shelf.sourceOf(input.file);
      const folder = await mkdtemp(join(tmpdir(), 'songsong-package-'));
      try {
        // A file that was dropped on a page is opened from a copy of its own.
        const path = typeof source === 'string' ? source : join(folder, shared.shelf.nameOf(input.file));
        if (typeof source !== 'string') await writeFile(path, source);
        const { author, now } = shared;
        const { taken, conflicts, edits } = mergePackage(project, path, author, now(), input);
        for (const { documentId, editId, changes } of edits)
          shared.afterEdits.note({ project, documentId }, editId, changes);
        return { taken, conflicts: [...conflicts] };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }),
  },
});
