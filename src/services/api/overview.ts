/** Procedures that look at a whole document: sentences without a partner, the map, snapshots. */
import { plotAlignment } from '../map.ts';
import { listSentences } from '../prepare.ts';
import { createSnapshot, goBackTo, listSnapshots, removeSnapshot } from '../snapshots.ts';
import { listUnaligned } from '../unaligned.ts';
import type { Procedures, Shared } from './context.ts';

export const overviewProcedures = (os: Procedures, shared: Shared) => {
  const open = (input: { project: string }) => shared.projects.get(input.project);
  return {
    unaligned: {
      list: os.unaligned.list.handler(({ input }) => listUnaligned(shared.pool, open(input), input)),
    },
    prepare: {
      sentences: os.prepare.sentences.handler(({ input }) => listSentences(open(input), input)),
    },
    map: {
      points: os.map.points.handler(({ input }) => plotAlignment(open(input), input)),
    },
    snapshots: {
      create: os.snapshots.create.handler(({ input }) =>
        createSnapshot(open(input), input.documentId, {
          name: input.name,
          author: shared.author,
          at: shared.now(),
        }),
      ),
      list: os.snapshots.list.handler(({ input }) => listSnapshots(open(input), input.documentId)),
      goBack: os.snapshots.goBack.handler(({ input }) =>
        goBackTo(
          {
            project: open(input),
            documentId: input.documentId,
            furniture: input.furniture,
            author: shared.author,
            now: shared.now,
          },
          input.snapshotId,
        ),
      ),
      remove: os.snapshots.remove.handler(({ input }) => {
        removeSnapshot(open(input), input.documentId, input.snapshotId);
        return {};
      }),
    },
  };
};
