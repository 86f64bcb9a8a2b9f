/** Procedures on versions. */
import { AppError } from '../../core/errors.ts';
import { revisionsOf } from '../../store/index.ts';
import { foreseeStale } from '../versions/carryAlignment.ts';
import { changesOf } from '../versions/changes.ts';
import { compareTexts } from '../versions/compare.ts';
import { compareWith } from '../versions/compared.ts';
import { countChanges } from '../versions/counts.ts';
import { startJudging } from '../versions/judge.ts';
import { keepVersion, textOfVersion } from '../versions/keep.ts';
import { readVersion } from '../versions/readVersion.ts';
import { reviseText } from '../versions/revise.ts';
import { sampleOf } from '../versions/sampleChanges.ts';
import type { Procedures, Shared } from './context.ts';

export const versionProcedures = (os: Procedures, shared: Shared) => {
  const open = (input: { project: string; documentId: number }, versionId: number) => {
    const project = shared.projects.get(input.project);
    const index = project.index(input.documentId);
    const of = index.versions.find(({ id }) => id === versionId);
    if (!of) throw new AppError('not-found', { what: 'version' });
    return { project, index, of, documentId: input.documentId };
  };
  const revise = async (place: ReturnType<typeof open>, text: Parameters<typeof reviseText>[0]['text']) => {
    const { changes, editId, alignmentIds, ...result } = await reviseText({
      ...place,
      text,
      author: shared.author,
      at: shared.now(),
    });
    if (editId !== null) shared.afterEdits.note(place, editId, changes);
    return { ...result, jobId: startJudging(shared, place.project, place.documentId, alignmentIds) };
  };
  return {
    versions: {
      list: os.versions.list.handler(({ input }) =>
        revisionsOf(shared.projects.get(input.project).store, input.documentId).map(
          ({ id, isCurrent, importedAt, parentId: _, documentId: __, ...version }) => ({
            ...version,
            versionId: id,
            at: importedAt,
            current: isCurrent,
          }),
        ),
      ),
      preview: os.versions.preview.handler(async ({ input }) => {
        const { project, index, of } = open(input, input.of);
        const brought = await readVersion(shared.pool, shared.shelf, input, of);
        const compared = compareWith(project.store, index, of, brought);
        return {
          counts: countChanges(compared.changes),
          stale: foreseeStale(project.store, index, of, compared),
          untouched: compared.untouched,
          aligned:
            'units' in brought
              ? { units: brought.units.length, codes: [...brought.codes], code: brought.code }
              : null,
          sample: sampleOf(compared),
        };
      }),
      add: os.versions.add.handler(async ({ input }) => {
        const place = open(input, input.of);
        return revise(place, await readVersion(shared.pool, shared.shelf, input, place.of));
      }),
      keep: os.versions.keep.handler(({ input }) => {
        const { project, of } = open(input, input.versionId);
        return { versionId: keepVersion(project, of, input.label, shared.author, shared.now()) };
      }),
      restore: os.versions.restore.handler(({ input }) => {
        const project = shared.projects.get(input.project);
        const all = revisionsOf(project.store, input.documentId);
        const old = all.find(({ id }) => id === input.versionId);
        const holds = all.find((one) => one.isCurrent && one.columnRank === old?.columnRank);
        if (!old || !holds) throw new AppError('not-found', { what: 'version' });
        return revise(open(input, holds.id), textOfVersion(project, old.id, old.label || old.sourceName));
      }),
      compare: os.versions.compare.handler(async ({ input }) => {
        const project = shared.projects.get(input.project);
        // Whoever edits while a file is read made what is shown old: then its edits are late.
        const revision = project.revision(input.documentId);
        const comparison = await compareTexts(project.store, project.index(input.documentId), {
          ...input,
          readFile: (file, of) => readVersion(shared.pool, shared.shelf, { file }, of),
        });
        return { ...comparison, revision };
      }),
      changes: os.versions.changes.handler(({ input }) =>
        changesOf(shared.projects.get(input.project).store, input.segmentIds),
      ),
    },
  };
};
