/** Procedures on exports and the inspector. */

import type { Piece } from '../../core/format/write/model.ts';
import { candidatesOf } from '../candidates.ts';
import { preflightExport, prepareExport } from '../exports.ts';

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
      const bead = findBead(store, input);
      return bead ? inspectBead(shared.pool, project, index, bead) : { evidence: [], history: [] };
    }),
    candidates: os.inspector.candidates.handler(({ input }) =>
      candidatesOf(shared.pool, shared.projects.get(input.project), input),
    ),
    tints: os.inspector.tints.handler(({ input }) =>
      tintSegments(shared.projects.get(input.project), input.segmentIds),
    ),
  },
  exports: {
    preflight: os.exports.preflight.handler(({ input }) =>
      preflightExport(shared.projects.get(input.project), input.options, programOf(shared)),
    ),
    run: os.exports.run.handler(async ({ input }) => {
      const prepared = prepareExport(shared.projects.get(input.project), input.options, programOf(shared));
      const files = [];
      for (const { name, mediaType, binary, chunks } of prepared) {
        const encoding: 'base64' | 'utf8' = binary ? 'base64' : 'utf8';
        if (!shared.host.chooseSaveTarget) {
          const content = (await collect(chunks())).toString(encoding);
          files.push({ name, mediaType, content, encoding, saved: false });
          continue;
        }
        const path = await shared.host.chooseSaveTarget(name);
        if (path !== null) await writeBeside(path, chunks());
        files.push({ name, mediaType, content: null, encoding, saved: path !== null });
      }
      return { files };
    }),
  },
});

const programOf = ({ host, now }: Shared) => ({ version: host.version, at: now() });

async function collect(chunks: AsyncIterable<Piece>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const chunk of chunks) pieces.push(Buffer.from(chunk as string));
  return Buffer.concat(pieces);
}
