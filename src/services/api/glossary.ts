/** Procedures on the glossary and on decisions about flags. */
import type { ReadGlossary } from '../../core/format/glossary/index.ts';
import { countTerms, findConcepts, listDecisions } from '../../store/index.ts';
import { revokeDecisions } from '../decisions.ts';
import { writeBeside } from '../files.ts';
import {
  type GlossaryWork,
  importEntries,
  planImport,
  removeConcepts,
  saveConcept,
  stepGlossary,
} from '../glossary/change.ts';
import { prepareGlossary, readGlossaryBytes } from '../glossary/files.ts';
import { createGlossaryRechecks } from '../glossary/recheck.ts';
import type { Procedures, Shared } from './context.ts';

const SAMPLE = 12;

const countEntries = ({ entries }: ReadGlossary) => {
  const counts = Map.groupBy(
    entries.flatMap(({ terms }) => terms),
    ({ lang, status }) => `${lang} ${status}`,
  );
  return {
    concepts: entries.length,
    terms: [...counts.values()].map((terms) => ({
      lang: terms[0]!.lang,
      status: terms[0]!.status,
      count: terms.length,
    })),
  };
};

export const glossaryProcedures = (os: Procedures, shared: Shared) => {
  const rechecks = createGlossaryRechecks(shared);
  const workOn = (key: string): GlossaryWork => ({
    project: shared.projects.get(key),
    author: shared.author,
    now: shared.now,
  });
  const read = async ({ file, encoding }: { file: string; encoding?: string | undefined }) =>
    readGlossaryBytes(await shared.shelf.readBytes(file), shared.shelf.nameOf(file), encoding);
  return {
    glossary: {
      list: os.glossary.list.handler(({ input }) => {
        const { store } = shared.projects.get(input.project);
        const { total, concepts } = findConcepts(store, input);
        return {
          total,
          concepts: concepts.map((concept) => ({ ...concept, terms: [...concept.terms] })),
          counts: { ...countTerms(store), terms: [...countTerms(store).terms] },
        };
      }),
      preview: os.glossary.preview.handler(async ({ input }) => {
        const glossary = await read(input);
        const plan = planImport(shared.projects.get(input.project), glossary.entries);
        return {
          name: shared.shelf.nameOf(input.file),
          counts: countEntries(glossary),
          added: plan.fresh.length,
          changed: plan.changed.length,
          same: plan.same,
          sample: glossary.entries.slice(0, SAMPLE).map(({ note, terms }) => ({ note, terms: [...terms] })),
          warnings: glossary.warnings.map(({ code, params }) => ({ code, params: { ...params } })),
        };
      }),
      import: os.glossary.import.handler(async ({ input }) => {
        const { entries } = await read(input);
        const work = workOn(input.project);
        const { touched, ...done } = importEntries(work, entries);
        return { ...done, jobId: rechecks.start(work.project, touched) };
      }),
      save: os.glossary.save.handler(({ input }) => {
        const work = workOn(input.project);
        const { id, touched } = saveConcept(work, input);
        return { id, jobId: rechecks.start(work.project, touched) };
      }),
      remove: os.glossary.remove.handler(({ input }) => {
        const work = workOn(input.project);
        const { removed, touched } = removeConcepts(work, input.ids);
        return { removed, jobId: rechecks.start(work.project, touched) };
      }),
      step: os.glossary.step.handler(({ input }) => {
        const work = workOn(input.project);
        const { touched, ...outcome } = stepGlossary(work, input.direction);
        return { ...outcome, jobId: rechecks.start(work.project, touched) };
      }),
      export: os.glossary.export.handler(async ({ input }) => {
        const { name, mediaType, chunks } = prepareGlossary(shared.projects.get(input.project), input.format);
        if (!shared.host.chooseSaveTarget) {
          let content = '';
          for await (const chunk of chunks()) content += chunk;
          return { name, mediaType, content, saved: false };
        }
        const path = await shared.host.chooseSaveTarget(name);
        if (path !== null) await writeBeside(path, chunks());
        return { name, mediaType, content: null, saved: path !== null };
      }),
    },
    decisions: {
      list: os.decisions.list.handler(({ input }) =>
        listDecisions(shared.projects.get(input.project).store).map(
          ({ key: _, verdict, about, ...rest }) => ({
            ...rest,
            decision: verdict,
            check: about?.check ?? null,
            lang: about?.lang ?? null,
            severity: about?.severity ?? null,
            messageCode: about?.messageCode ?? null,
            params: { ...about?.params },
            message: about?.message ?? '',
            source: about?.source ?? '',
            target: about?.target ?? '',
          }),
        ),
      ),
      revoke: os.decisions.revoke.handler(({ input }) => ({
        revoked: revokeDecisions(workOn(input.project), input.ids),
      })),
    },
  };
};
