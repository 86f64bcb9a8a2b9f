/** Procedures on exports and the inspector. */

import { preflightExport, prepareExport } from '../exportTexts.ts';
import { writeBeside } from '../files.ts';
import { inspectBead, tintSegments } from '../inspect.ts';
import type { Procedures, Shared } from './context.ts';
import { findBead } from './work.ts';

export const outputProcedures = (os: Procedures, shared: Shared) => ({
  inspector: {
    bead: os.inspector.bead.handler(({ input }) => {
      const project = shared.projects.get(input.project);
      const { store } = project;
      const index = project.index(input.documentId);
      return inspectBead(shared.pool, store, index, findBead(store, input));
    }),
    tints: os.inspector.tints.handler(({ input }) =>
      tintSegments(shared.projects.get(input.project).store, input.segmentIds),
    ),
  },
  exports: {
    preflight: os.exports.preflight.handler(({ input }) =>
      preflightExport(shared.projects.get(input.project), input.options),
    ),
    run: os.exports.run.handler(async ({ input }) => {
      const program = { version: shared.host.version, at: shared.now() };
      const prepared = prepareExport(shared.projects.get(input.project), input.options, program);
      const files = [];
      for (const { name, chunks } of prepared) {
        if (!shared.host.chooseSaveTarget) {
          files.push({ name, content: [...chunks()].join(''), saved: false });
          continue;
        }
        const path = await shared.host.chooseSaveTarget(name);
        if (path !== null) await writeBeside(path, chunks());
        files.push({ name, content: null, saved: path !== null });
      }
      return { files };
    }),
  },
});
