/** Changes of the glossary, each one undoable edit of the project. */
import { AppError } from '../../core/errors.ts';
import { cleanTerm, type GlossaryEntry, readLangCode } from '../../core/format/glossary/index.ts';
import { baseLanguage, foldExact } from '../../core/text/index.ts';
import {
  allConcepts,
  type ConceptRow,
  deleteConcept,
  getConcept,
  getProject,
  insertConcept,
  setConcept,
} from '../../store/index.ts';
import type { Clock } from '../host.ts';
import type { OpenProject } from '../openProjects.ts';

export interface GlossaryWork {
  readonly project: OpenProject;
  readonly author: string;
  readonly now: Clock;
}
type Term = GlossaryEntry['terms'][number];

/** What an import does to each entry of a file. */
export interface ImportPlan {
  readonly fresh: readonly GlossaryEntry[];
  readonly changed: readonly {
    readonly id: number;
    readonly note: string;
    readonly terms: readonly Term[];
  }[];
  readonly same: number;
}

const nameOf = ({ lang, text }: Term): string => `${baseLanguage(lang)} ${foldExact(text)}`;

/** Known terms with what a file says of them; of one that both have, the file's status. */
const join = (known: ConceptRow, entry: GlossaryEntry): { note: string; terms: Term[] } => {
  const terms = [...known.terms];
  for (const term of entry.terms) {
    const at = terms.findIndex(({ lang, text }) => lang === term.lang && text === term.text);
    if (at < 0) terms.push(term);
    else terms[at] = term;
  }
  return { note: entry.note === '' ? known.note : entry.note, terms };
};

/**
 * Concepts meet where they have a term of the original's language in common; of several the one with most terms in common. Entries
 * of one file never meet each other: they may be meanings of one word.
 */
export function planImport(project: OpenProject, entries: readonly GlossaryEntry[]): ImportPlan {
  const { store } = project;
  const sourceLang = baseLanguage(getProject(store).sourceLang);
  const known = allConcepts(store);
  const bySource = new Map<string, ConceptRow[]>();
  for (const concept of known)
    for (const term of concept.terms)
      if (baseLanguage(term.lang) === sourceLang) {
        const list = bySource.get(nameOf(term));
        if (list) list.push(concept);
        else bySource.set(nameOf(term), [concept]);
      }
  const taken = new Set<number>();
  const fresh: GlossaryEntry[] = [];
  const changed: { id: number; note: string; terms: readonly Term[] }[] = [];
  let same = 0;
  for (const entry of entries) {
    const names = new Set(entry.terms.map(nameOf));
    const likeness = (concept: ConceptRow): number =>
      concept.terms.filter((term) => names.has(nameOf(term))).length;
    const [best] = [...new Set(entry.terms.flatMap((term) => bySource.get(nameOf(term)) ?? []))]
      .filter(({ id }) => !taken.has(id))
      .sort((a, b) => likeness(b) - likeness(a));
    if (!best) {
      fresh.push(entry);
      continue;
    }
    taken.add(best.id);
    const joined = join(best, entry);
    const isSame = joined.note === best.note && JSON.stringify(joined.terms) === JSON.stringify(best.terms);
    if (isSame) same += 1;
    else changed.push({ id: best.id, ...joined });
  }
  return { fresh, changed, same };
}

/** Runs a change as an edit; gives the terms of all concepts that it touched, before and after. */
function record(
  { project, author, now }: GlossaryWork,
  command: string,
  params: Readonly<Record<string, string | number>>,
  work: () => void,
): readonly Term[] {
  const { history } = project.store;
  const { editId } = history.record(
    { documentId: null, command, params, args: null, author, at: now() },
    work,
  );
  return touchedBy(project, editId);
}

/** Terms of the concepts that an edit touched, as they were and as they are. */
function touchedBy(project: OpenProject, editId: number): readonly Term[] {
  const { store } = project;
  const ids = new Set<number>();
  const terms: Term[] = [];
  for (const { table, rowId, before, after } of store.history.changes(editId)) {
    if (table === 'concept') ids.add(rowId);
    if (table !== 'term') continue;
    for (const image of [before, after])
      if (image) {
        ids.add(image['concept_id'] as number);
        terms.push({ lang: image['lang'] as string, text: image['text'] as string, status: 'preferred' });
      }
  }
  for (const id of ids) terms.push(...(getConcept(store, id)?.terms ?? []));
  project.forgetGlossary();
  project.changedAsWhole();
  return terms;
}

export function importEntries(work: GlossaryWork, entries: readonly GlossaryEntry[]) {
  const { store } = work.project;
  const { fresh, changed, same } = planImport(work.project, entries);
  const done = { added: fresh.length, changed: changed.length, same };
  if (fresh.length + changed.length === 0) return { ...done, touched: [] };
  const touched = record(work, 'glossary-import', { added: fresh.length, changed: changed.length }, () => {
    for (const { note, terms } of fresh) insertConcept(store, note, terms);
    for (const { id, note, terms } of changed) setConcept(store, id, note, terms);
  });
  return { ...done, touched };
}

/** Throws AppError `usage` for a concept without terms or in no language, `not-found` for one that is gone. */
export function saveConcept(
  work: GlossaryWork,
  concept: { readonly id?: number | undefined; readonly note: string; readonly terms: readonly Term[] },
): { readonly id: number; readonly touched: readonly Term[] } {
  const { store } = work.project;
  const terms: Term[] = [];
  for (const { lang, text, status } of concept.terms) {
    const code = readLangCode(lang);
    if (code === null)
      throw new AppError('usage', { reason: `“${lang}” is no language. Write it as vi, de, ru or zh.` });
    const clean = cleanTerm(text);
    if (clean === '' || terms.some((term) => term.lang === code && term.text === clean)) continue;
    terms.push({ lang: code, text: clean, status });
  }
  if (terms.length === 0) throw new AppError('usage', { reason: 'A concept needs a term.' });
  let { id = 0 } = concept;
  if (concept.id !== undefined && !getConcept(store, id))
    throw new AppError('not-found', { what: 'concept' });
  const note = cleanTerm(concept.note);
  const touched = record(work, 'glossary-save', { term: terms[0]!.text }, () => {
    if (concept.id === undefined) id = insertConcept(store, note, terms);
    else setConcept(store, id, note, terms);
  });
  return { id, touched };
}

export function removeConcepts(
  work: GlossaryWork,
  ids: readonly number[],
): { readonly removed: number; readonly touched: readonly Term[] } {
  const { store } = work.project;
  const there = [...new Set(ids)].filter((id) => getConcept(store, id));
  if (there.length === 0) throw new AppError('not-found', { what: 'concept' });
  const touched = record(work, 'glossary-remove', { count: there.length }, () => {
    for (const id of there) deleteConcept(store, id);
  });
  return { removed: there.length, touched };
}

/** Edits of the project that are the glossary's share one stack with imports and removals of documents, which stay. */
export function stepGlossary(
  { project }: GlossaryWork,
  direction: 'undo' | 'redo',
): {
  readonly possible: boolean;
  readonly say: string;
  readonly params: Record<string, string | number>;
  readonly touched: readonly Term[];
} {
  const { history } = project.store;
  const next = history.peek(null, direction);
  if (!next?.command.startsWith('glossary-'))
    return {
      possible: false,
      say: direction === 'undo' ? 'edit.nothing-to-undo' : 'edit.nothing-to-redo',
      params: {},
      touched: [],
    };
  const before = touchedBy(project, next.editId);
  history[direction](null);
  return {
    possible: true,
    say: direction === 'undo' ? 'edit.undone' : 'edit.redone',
    params: { command: next.command },
    touched: [...before, ...touchedBy(project, next.editId)],
  };
}
