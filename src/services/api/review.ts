/** Procedures on review: queue, samples, signatures, notes, report. */
import { readNames, readNotesOn, readThreads } from '../review/noteThreads.ts';
import { readQueue } from '../review/queue.ts';
import { makeReport } from '../review/report.ts';
import { writeReport } from '../review/reportFile.ts';
import { drawReviewSample, readSamples } from '../review/samples.ts';
import { listSignOffs, reopenRendering, signRendering } from '../review/signatures.ts';
import type { Procedures, Shared } from './context.ts';

export const reviewProcedures = (os: Procedures, shared: Shared) => {
  const open = (input: { project: string; documentId: number }) => {
    const project = shared.projects.get(input.project);
    return { project, store: project.store, index: project.index(input.documentId) };
  };
  const report = (input: { project: string; documentId: number }) => {
    const { store, index } = open(input);
    return makeReport(store, index, shared.now());
  };
  return {
    review: {
      queue: os.review.queue.handler(({ input }) => {
        const { project, store, index } = open(input);
        return { ...readQueue(store, index, input), revision: project.revision(input.documentId) };
      }),
      drawSample: os.review.drawSample.handler(({ input }) => {
        const { project, store, index } = open(input);
        const alignment = index.alignment(input.alignmentId);
        const drawn = drawReviewSample(store, alignment, { ...input, by: shared.author, at: shared.now() });
        project.changed(input.documentId, []);
        return readSamples(store, project.index(input.documentId)).find(
          ({ sampleId }) => sampleId === drawn,
        )!;
      }),
      samples: os.review.samples.handler(({ input }) => {
        const { store, index } = open(input);
        return readSamples(store, index);
      }),
      signOff: os.review.signOff.handler(({ input }) => {
        const { project, store, index } = open(input);
        const alignment = index.alignment(input.alignmentId);
        const { remark } = input;
        const signed = signRendering(store, alignment, { reviewer: shared.author, at: shared.now(), remark });
        project.changed(input.documentId, []);
        return signed;
      }),
      reopen: os.review.reopen.handler(({ input }) => {
        const { project, store, index } = open(input);
        const alignment = index.alignment(input.alignmentId);
        const { reason } = input;
        reopenRendering(store, alignment, { reviewer: shared.author, at: shared.now(), reason });
        project.changed(input.documentId, []);
        return {};
      }),
      signOffs: os.review.signOffs.handler(({ input }) => listSignOffs(open(input).store, input.documentId)),
      notes: os.review.notes.handler(({ input }) => {
        const { store, index } = open(input);
        return readThreads(store, index, shared.author);
      }),
      notesOn: os.review.notesOn.handler(({ input }) =>
        readNotesOn(shared.projects.get(input.project).store, input.segmentIds),
      ),
      names: os.review.names.handler(({ input }) =>
        readNames(shared.projects.get(input.project).store, shared.author),
      ),
      report: os.review.report.handler(({ input }) => report(input)),
      reportFile: os.review.reportFile.handler(({ input: { project, documentIds, format } }) =>
        writeReport(shared.projects.get(project), documentIds ?? null, format, shared.now()),
      ),
    },
  };
};
