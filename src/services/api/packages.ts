/** Procedures on packages. */
import { basename, dirname } from 'node:path';
import { exportPackage } from '../packages/exportPackage.ts';
import { mergePackage } from '../packages/mergePackage.ts';
import { freeProjectPath } from '../projectFiles.ts';
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
    merge: os.packages.merge.handler(({ input }) => {
      const project = shared.projects.get(input.project);
      const path = shared.shelf.pathOf(input.file);
      const { taken, conflicts, edits } = mergePackage(project, path, shared.author, shared.now());
      for (const { documentId, editId, changes } of edits)
        shared.rechecks.note({ project, documentId }, editId, changes);
      return { taken, conflicts: [...conflicts] };
    }),
  },
});
