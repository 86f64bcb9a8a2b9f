/**
 * Looks for a query in the sentences of documents. Plain queries ask the search index; what it cannot answer is looked through in
 * slices of some milliseconds, so that nothing else waits and a search that nobody wants any more ends.
 */
import { setImmediate as nextTurn, setTimeout } from 'node:timers/promises';
import type { TextQuery } from '../../contract/index.ts';
import { AppError } from '../../core/errors.ts';
import { indexedTo, listDocuments, matchSegments, textOf, textsAfter } from '../../store/index.ts';
import type { DocumentTables } from '../documentTables.ts';
import type { OpenProject } from '../openProjects.ts';
import { runBounded } from './bounded.ts';
import { compileQuery, type FoundSpan, findSpans, type Pattern } from './pattern.ts';

export interface SearchScope {
  readonly documentId?: number | undefined;
  readonly langs?: readonly string[] | undefined;
  readonly query: TextQuery;
}
/** The sentences of one text that have a hit, as places in their reading order. */
export interface TextHits {
  readonly documentId: number;
  readonly versionId: number;
  readonly lang: string;
  places: number[];
}

/** Texts that are looked at between two looks at the clock. */
const SLICE = 500;
/** Between two texts that are read beforehand, in ms. */
const PAUSE = 150;
/** How long a search holds the thread, in ms. */
const TURN = 12;
/** A search that nobody asked about for so long is given up, in ms. */
const FORGOTTEN = 20_000;

export class RunningSearch {
  readonly pattern: Pattern;
  readonly texts: readonly TextHits[];
  complete = false;
  progress = 0;
  askedAt = performance.now();
  private readonly project: OpenProject;
  private readonly scope: SearchScope;
  private readonly steps: Generator<void>;
  private failure: unknown = null;
  private stopped = false;
  private pumping: Promise<void> | null = null;

  constructor(project: OpenProject, scope: SearchScope) {
    this.project = project;
    this.scope = scope;
    this.pattern = compileQuery(scope.query);
    const documents =
      scope.documentId === undefined ? listDocuments(project.store).map(({ id }) => id) : [scope.documentId];
    this.texts = documents.flatMap((documentId) =>
      project
        .index(documentId)
        .versions.filter(({ lang }) => scope.langs === undefined || scope.langs.includes(lang))
        .map(({ id, lang }) => ({ documentId, versionId: id, lang, places: [] })),
    );
    this.steps = this.look();
  }

  tables(documentId: number): DocumentTables {
    return this.project.tables(documentId);
  }

  /** Spans in each of some texts; a person's expression is stopped where it takes too long. */
  spansIn(texts: readonly string[]): FoundSpan[][] {
    const find = (): FoundSpan[][] => texts.map((text) => findSpans(this.pattern, text));
    return this.pattern.isRegex ? runBounded(this.scope.query.text, find) : find();
  }

  /** Waits until all is looked through, or `patience` ms are over; the rest goes on by itself. Throws what went wrong in looking. */
  async wait(patience: number): Promise<void> {
    this.askedAt = performance.now();
    const end = this.askedAt + patience;
    this.pumping ??= this.pump();
    while (!this.complete && this.failure === null && performance.now() < end) await nextTurn();
    if (this.failure !== null) throw this.failure;
    if (this.stopped) throw new AppError('cancelled');
  }

  stop(): void {
    this.stopped = true;
  }

  get isStopped(): boolean {
    return this.stopped;
  }

  /** The texts changed while it looked. */
  isOutdated = false;

  private async pump(): Promise<void> {
    try {
      while (!this.complete && !this.stopped && this.project.store.db.open) {
        const until = performance.now() + TURN;
        while (!this.complete && performance.now() < until) this.complete = this.steps.next().done === true;
        if (performance.now() - this.askedAt > FORGOTTEN) this.stop();
        await nextTurn();
      }
    } catch (error) {
      this.failure = error;
    }
  }

  private *look(): Generator<void> {
    const { match } = this.pattern;
    if (match === null) {
      yield* this.lookThrough(0);
    } else {
      yield* this.askIndex(match);
      yield* this.lookThrough(indexedTo(this.project.store));
    }
    for (const text of this.texts) text.places.sort((a, b) => a - b);
    this.progress = 1;
  }

  private *askIndex(match: string): Generator<void> {
    const { store } = this.project;
    const ids = matchSegments(store, match);
    yield;
    for (const text of this.texts) {
      const { order, sorted } = this.tables(text.documentId).byId(text.versionId);
      let at = 0;
      let looked = 0;
      for (const id of ids) {
        while (at < sorted.length && sorted[at]! < id) at++;
        if (at === sorted.length) break;
        if (sorted[at] !== id) continue;
        if (this.pattern.certain || findSpans(this.pattern, textOf(store, id) ?? '').length > 0)
          text.places.push(order[at]!);
        if (!this.pattern.certain && ++looked % SLICE === 0) yield;
      }
      yield;
    }
  }

  /** Texts that the index does not know: those with an id above `known`. */
  private *lookThrough(known: number): Generator<void> {
    const { store } = this.project;
    const all = this.texts.map((text) => {
      const ids = this.tables(text.documentId).ids(text.versionId);
      return { text, ids, at: 0, rank: 0 };
    });
    const total = all.reduce((sum, { ids }) => sum + ids.length, 0);
    let done = 0;
    while (all.some(({ ids, at }) => at < ids.length))
      for (const one of all) {
        if (one.at >= one.ids.length) continue;
        if (known > 0) {
          const next = one.ids.findIndex((id, i) => i >= one.at && id > known);
          if (next < 0) {
            one.at = one.ids.length;
            continue;
          }
          if (next > one.at) {
            one.rank = this.tables(one.text.documentId).index.ranksOf(one.text.versionId)[next - 1]!;
            one.at = next;
          }
        }
        const rows = textsAfter(store, one.text.versionId, one.rank, SLICE);
        const found = this.findIn(rows.map(({ text }) => text));
        for (const i of found) if (rows[i]!.id > known) one.text.places.push(one.at + i);
        one.at = rows.length === 0 ? one.ids.length : one.at + rows.length;
        one.rank = rows.at(-1)?.rank ?? one.rank;
        done += rows.length;
        this.progress = Math.min(1, done / Math.max(1, total));
        yield;
      }
  }

  /** Numbers of the texts that have a hit. */
  private findIn(texts: readonly string[]): number[] {
    const { pattern, scope } = this;
    const look = (): number[] => {
      const found: number[] = [];
      texts.forEach((text, i) => {
        pattern.expression.lastIndex = 0;
        const first = pattern.expression.exec(text);
        if (first && (first[0] !== '' || findSpans(pattern, text).length > 0)) found.push(i);
      });
      return found;
    };
    return pattern.isRegex ? runBounded(scope.query.text, look) : look();
  }
}

const nameOf = ({ documentId, langs, query }: SearchScope): string =>
  JSON.stringify([documentId, langs, query.text, query.mode, query.at, query.matchCase]);

/** Searches of one project; the last ones are kept for their next pages until a document changes. */
export class Searches {
  private readonly project: OpenProject;
  private readonly running = new Map<string, RunningSearch>();
  private readonly prepared = new Set<number>();

  constructor(project: OpenProject) {
    this.project = project;
  }

  /** Throws AppError `pattern-invalid` or `usage` where the query makes no sense. */
  get(scope: SearchScope): RunningSearch {
    const name = nameOf(scope);
    let search = this.running.get(name);
    if (!search || search.isStopped) {
      // A new question: what is still being looked for is not wanted any more.
      for (const [other, old] of this.running)
        if (!old.complete) {
          old.stop();
          this.running.delete(other);
        }
      search = new RunningSearch(this.project, scope);
      this.running.set(name, search);
      const [oldest] = this.running.keys();
      if (this.running.size > 4) this.running.delete(oldest!);
    }
    return search;
  }

  /** Looks until all is found, or for `patience` ms; begins anew where an edit comes between. */
  async look(scope: SearchScope, patience: number): Promise<RunningSearch> {
    for (;;) {
      const search = this.get(scope);
      try {
        await search.wait(patience);
        if (!search.isOutdated) return search;
      } catch (error) {
        if (!search.isOutdated) {
          if (this.running.get(nameOf(scope)) === search) this.running.delete(nameOf(scope));
          throw error;
        }
      }
      if (!this.project.store.db.open) throw new AppError('cancelled');
    }
  }

  /** Reads which sentences there are, text by text with pauses, before the first search asks for it: in a long text that takes a while. */
  async prepare(documentId: number): Promise<void> {
    if (this.prepared.has(documentId)) return;
    this.prepared.add(documentId);
    for (const { id } of this.project.index(documentId).versions) {
      await setTimeout(PAUSE, undefined, { ref: false });
      if (!this.project.store.db.open) return;
      const tables = this.project.tables(documentId);
      if (tables.index.versions.some((version) => version.id === id)) tables.byId(id);
    }
  }

  /** A document changed: places and texts may have. */
  clear(): void {
    for (const search of this.running.values()) {
      search.isOutdated = true;
      search.stop();
    }
    this.running.clear();
  }
}
