/** Projects that are open in this host: each file once, however many windows look at it. */
import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import type { AppEvent } from '../contract/index.ts';
import { type GlossaryConcept, indexGlossary, type Learnt } from '../core/check/index.ts';
import { AppError } from '../core/errors.ts';
import type { SegmentedText } from '../core/model.ts';
import {
  countFlags,
  indexSegments,
  loadGlossary,
  openStore,
  type RowChange,
  type Store,
} from '../store/index.ts';
import { DocumentIndex } from './documentIndex.ts';
import { DocumentTables, touchesFlags } from './documentTables.ts';
import { ChangesSeen } from './edits/changesSeen.ts';
import { Searches } from './find/search.ts';
import { TaughtPairs } from './taughtPairs.ts';

/** Sentences that are indexed between two turns of the loop: some milliseconds. */
const AT_ONCE = 100;

export class OpenProject {
  readonly key = randomUUID();
  readonly store: Store;
  /** What the last full check of each alignment taught, by alignment id; kept while the project is open. */
  readonly learnt = new Map<number, Learnt>();
  private terms: readonly GlossaryConcept[] | null = null;
  /** How many windows have it open. */
  windows = 1;
  private indexing: NodeJS.Timeout | null = null;
  private readonly emit: (body: AppEvent['body']) => void;
  private readonly report: (error: unknown) => unknown;
  private readonly indexes = new Map<number, DocumentIndex>();
  private readonly tablesOf = new Map<number, DocumentTables>();
  readonly searches: Searches = new Searches(this);
  readonly taught: TaughtPairs;
  private readonly revisions = new Map<number, number>();
  private readonly flagCounts = new Map<number, number>();
  private readonly seen = new Map<number, ChangesSeen>();

  /** `report` hears of faults in background work, which nobody waits for. */
  constructor(
    store: Store,
    emit: (body: AppEvent['body']) => void,
    report: (error: unknown) => unknown = () => undefined,
  ) {
    this.store = store;
    this.taught = new TaughtPairs(store);
    this.emit = emit;
    this.report = report;
  }

  index(documentId: number): DocumentIndex {
    let index = this.indexes.get(documentId);
    if (!index) {
      index = new DocumentIndex(this.store, documentId);
      this.indexes.set(documentId, index);
    }
    return index;
  }

  /** The project's terms, as the checks take them; the same list until they change. */
  glossary(): readonly GlossaryConcept[] {
    this.terms ??= loadGlossary(this.store);
    return this.terms;
  }

  forgetGlossary(): void {
    this.terms = null;
  }

  /** Of the glossary what some texts speak of: all that checks of a stretch of a document need. */
  glossaryOf(...texts: readonly SegmentedText[]): readonly GlossaryConcept[] {
    const all = this.glossary();
    if (all.length === 0) return all;
    const index = indexGlossary(all);
    const meant = new Set(
      texts.flatMap(({ lang, segments }) =>
        segments.flatMap(({ text }) =>
          index.mentions(text, lang).flatMap(({ terms }) => terms.map(({ concept }) => concept)),
        ),
      ),
    );
    return all.filter((_, concept) => meant.has(concept));
  }

  changesSeen(documentId: number): ChangesSeen {
    const known = this.seen.get(documentId) ?? new ChangesSeen();
    this.seen.set(documentId, known);
    return known;
  }

  /** The tables of a document, where something asked for them already. */
  knownTables(documentId: number): DocumentTables | undefined {
    const tables = this.tablesOf.get(documentId);
    return tables?.index === this.index(documentId) ? tables : undefined;
  }

  tables(documentId: number): DocumentTables {
    const index = this.index(documentId);
    let tables = this.tablesOf.get(documentId);
    if (tables?.index !== index) {
      tables = new DocumentTables(this.store, index);
      this.tablesOf.set(documentId, tables);
    }
    return tables;
  }

  /** Open flags of a document, minor and above; counted again after edits that touch a flag or a decision. */
  openFlags(documentId: number): number {
    let count = this.flagCounts.get(documentId);
    if (count === undefined) {
      count = countFlags(this.store, documentId)
        .filter(({ severity }) => severity !== 'note')
        .reduce((sum, { open }) => sum + open, 0);
      this.flagCounts.set(documentId, count);
    }
    return count;
  }

  revision(documentId: number): number {
    return this.revisions.get(documentId) ?? 1;
  }

  /** Tells everybody that a document changed. `changes` of an edit keep its index; without them it is made anew. */
  changed(documentId: number, changes?: readonly RowChange[]): void {
    const index = this.indexes.get(documentId);
    if (index && changes && index.update(changes)) this.tablesOf.get(documentId)?.update(changes);
    else {
      this.indexes.delete(documentId);
      this.tablesOf.delete(documentId);
    }
    if (!changes || touchesFlags(changes)) this.flagCounts.clear();
    this.searches.clear();
    const revision = this.revision(documentId) + 1;
    this.revisions.set(documentId, revision);
    this.emit({ type: 'changed', project: this.key, documentId, revision });
  }

  /** Takes new sentences into the search index, a few at a time, while nothing else is to do. */
  indexInBackground(): void {
    this.indexing ??= setTimeout(() => {
      this.indexing = null;
      try {
        if (!this.store.db.open) return;
        if (this.store.isAlone() || indexSegments(this.store, AT_ONCE)) this.indexInBackground();
      } catch (error) {
        // Search finds less then; the host and everything else go on.
        this.report(error);
      }
    }, 5);
  }

  close(): void {
    if (this.indexing) clearTimeout(this.indexing);
    this.searches.clear();
    this.store.close();
  }

  /** Documents came or went. */
  changedAsWhole(): void {
    this.flagCounts.clear();
    this.searches.clear();
    this.emit({ type: 'changed', project: this.key, documentId: null, revision: 1 });
  }
}

export interface OpenProjects {
  open(path: string): OpenProject;
  /** Takes in a store that was just made. */
  adopt(store: Store): OpenProject;
  get(key: string): OpenProject;
  /** The project of a file, where it is open. */
  find(path: string): OpenProject | undefined;
  all(): readonly OpenProject[];
  /** The file closes with its last window. */
  close(key: string): void;
  closeAll(): void;
}

export function createOpenProjects(
  emit: (body: AppEvent['body']) => void,
  report: (error: unknown) => unknown,
): OpenProjects {
  const byKey = new Map<string, OpenProject>();
  const byPath = new Map<string, OpenProject>();
  const realPath = (path: string): string => {
    try {
      return realpathSync(path);
    } catch {
      return path;
    }
  };
  const adopt = (store: Store): OpenProject => {
    const project = new OpenProject(store, emit, report);
    byKey.set(project.key, project);
    byPath.set(realPath(store.path), project);
    project.indexInBackground();
    return project;
  };
  const get = (key: string): OpenProject => {
    const project = byKey.get(key);
    if (!project) throw new AppError('not-found', { what: 'project' });
    return project;
  };
  const drop = (project: OpenProject): void => {
    byKey.delete(project.key);
    byPath.delete(realPath(project.store.path));
    project.close();
  };
  return {
    open: (path) => {
      const known = byPath.get(realPath(path));
      if (!known) return adopt(openStore(path));
      known.windows += 1;
      return known;
    },
    adopt,
    get,
    find: (path) => byPath.get(realPath(path)),
    all: () => [...byKey.values()],
    close: (key) => {
      const project = get(key);
      project.windows -= 1;
      if (project.windows === 0) drop(project);
    },
    closeAll: () => {
      for (const project of [...byKey.values()]) drop(project);
    },
  };
}
