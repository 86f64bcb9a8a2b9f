/** The project's glossary: concepts with their terms, kept in the recorded history like everything else. */
import type { GlossaryConcept, GlossaryTerm } from '../core/check/index.ts';
import { foldLoose } from '../core/text/index.ts';
import type { Store } from './open.ts';

type TermStatus = GlossaryTerm['status'];

export interface ConceptRow {
  readonly id: number;
  readonly note: string;
  readonly terms: readonly GlossaryTerm[];
}

/** What the table calls a status; it has its own word for admitted. */
const STORED: Readonly<Record<TermStatus, string>> = {
  preferred: 'preferred',
  admitted: 'allowed',
  forbidden: 'forbidden',
};
const readStatus = (stored: string): TermStatus =>
  stored === 'allowed' ? 'admitted' : (stored as TermStatus);

interface RawTerm {
  readonly conceptId: number;
  readonly lang: string;
  readonly text: string;
  readonly status: string;
}

const attach = (
  concepts: readonly { readonly id: number; readonly note: string }[],
  terms: readonly RawTerm[],
): ConceptRow[] => {
  const byConcept = Map.groupBy(terms, ({ conceptId }) => conceptId);
  return concepts.map(({ id, note }) => ({
    id,
    note,
    terms: (byConcept.get(id) ?? []).map(({ lang, text, status }) => ({
      lang,
      text,
      status: readStatus(status),
    })),
  }));
};

const TERM = 'SELECT concept_id AS conceptId, lang, text, status FROM term';

/** All concepts in the order in which they came. */
export const allConcepts = (store: Store): ConceptRow[] =>
  attach(
    store.sql('SELECT id, note FROM concept ORDER BY id').all() as { id: number; note: string }[],
    store.sql(`${TERM} ORDER BY id`).all() as unknown as RawTerm[],
  );

export const getConcept = (store: Store, id: number): ConceptRow | undefined =>
  attach(
    store.sql('SELECT id, note FROM concept WHERE id = ?').all(id) as { id: number; note: string }[],
    store.sql(`${TERM} WHERE concept_id = ? ORDER BY id`).all(id) as unknown as RawTerm[],
  )[0];

/** Concepts of which a term or the note has these letters, whatever their case and tone marks; by their first term. */
export function findConcepts(
  store: Store,
  query: { readonly text: string; readonly from: number; readonly limit: number },
): { readonly total: number; readonly concepts: readonly ConceptRow[] } {
  const asPattern = (text: string): string => `%${text.replace(/[\\%_]/gu, '\\$&')}%`;
  const like = asPattern(foldLoose(query.text.trim()));
  // The function of the search index sets Han characters apart.
  const likeApart = asPattern(
    store.sql('SELECT fold_loose(?)').pluck().get(query.text.trim()) as unknown as string,
  );
  const where = `WHERE EXISTS (SELECT 1 FROM term WHERE term.concept_id = concept.id AND term.folded LIKE @like ESCAPE '\\')
    OR fold_loose(concept.note) LIKE @likeApart ESCAPE '\\'`;
  const total = store
    .sql(`SELECT count(*) FROM concept ${where}`)
    .pluck()
    .get({ like, likeApart }) as unknown as number;
  const concepts = store
    .sql(`SELECT id, note FROM concept ${where} ORDER BY
      (SELECT folded FROM term WHERE term.concept_id = concept.id ORDER BY term.id LIMIT 1), id LIMIT @limit OFFSET @from`)
    .all({ like, likeApart, from: query.from, limit: query.limit }) as { id: number; note: string }[];
  const terms = store
    .sql(`${TERM} WHERE concept_id IN (SELECT value FROM json_each(?)) ORDER BY id`)
    .all(JSON.stringify(concepts.map(({ id }) => id))) as unknown as RawTerm[];
  return { total, concepts: attach(concepts, terms) };
}

export interface TermCount {
  readonly lang: string;
  readonly status: TermStatus;
  readonly count: number;
}
export function countTerms(store: Store): {
  readonly concepts: number;
  readonly terms: readonly TermCount[];
} {
  const terms = store
    .sql('SELECT lang, status, count(*) AS count FROM term GROUP BY lang, status ORDER BY lang, status')
    .all() as { lang: string; status: string; count: number }[];
  return {
    concepts: store.sql('SELECT count(*) FROM concept').pluck().get() as unknown as number,
    terms: terms.map((row) => ({ ...row, status: readStatus(row.status) })),
  };
}

export function insertConcept(store: Store, note: string, terms: readonly GlossaryTerm[]): number {
  const made = store.sql('INSERT INTO concept (note) VALUES (?)').run(note);
  const id = Number(made.lastInsertRowid);
  insertTerms(store, id, terms);
  return id;
}

function insertTerms(store: Store, conceptId: number, terms: readonly GlossaryTerm[]): void {
  const insert = store.sql(
    'INSERT INTO term (concept_id, lang, text, folded, status) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { lang, text, status } of terms)
    insert.run(conceptId, lang, text, foldLoose(text), STORED[status]);
}

/** Gives a concept this note and exactly these terms; what stays the same keeps its row. */
export function setConcept(store: Store, id: number, note: string, terms: readonly GlossaryTerm[]): void {
  const name = ({ lang, text }: { lang: string; text: string }): string => `${lang}\u0000${text}`;
  const wanted = new Map(terms.map((term) => [name(term), term]));
  const rows = store.sql('SELECT id, lang, text, status FROM term WHERE concept_id = ?').all(id) as {
    id: number;
    lang: string;
    text: string;
    status: string;
  }[];
  store.sql('UPDATE concept SET note = ? WHERE id = ? AND note <> ?').run(note, id, note);
  for (const row of rows) {
    const term = wanted.get(name(row));
    wanted.delete(name(row));
    if (!term) store.sql('DELETE FROM term WHERE id = ?').run(row.id);
    else if (STORED[term.status] !== row.status)
      store.sql('UPDATE term SET status = ? WHERE id = ?').run(STORED[term.status], row.id);
  }
  insertTerms(store, id, [...wanted.values()]);
}

/** Terms go first, each for itself: a cascade would leave no trace in the history. */
export function deleteConcept(store: Store, id: number): void {
  store.sql('DELETE FROM term WHERE concept_id = ?').run(id);
  store.sql('DELETE FROM concept WHERE id = ?').run(id);
}

/** As the checks take it. */
export const loadGlossary = (store: Store): readonly GlossaryConcept[] =>
  allConcepts(store).map(({ id, terms }) => ({ id: String(id), terms }));
