/** A person who edits at random through the link that the page uses, and keeps book of what was said to be done. */
import type { Page } from '@playwright/test';
import type { EditCommand, EditOutcome, ProjectSummary, RowWindow } from '../../src/contract/index.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function nextRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Answer =
  | { readonly value: unknown }
  /** The services refused, by this code. */
  | { readonly refused: string }
  /** No answer came: nobody knows whether it was done. */
  | { readonly lost: true };
export type Call = (procedure: string, input: unknown) => Promise<Answer>;

/** Calls the services as the page does: its origin, its token, its protocol. */
export const callFrom =
  (page: Page): Call =>
  async (procedure, input) => {
    const call = async ([path, body]: readonly [string, string]): Promise<Answer> => {
      const token = window.sessionStorage.getItem('songsong.token');
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      try {
        const response = await fetch(`/api/${path}`, { method: 'POST', headers, body });
        const { json } = (await response.json()) as { json: { data?: { code?: string } } };
        return response.ok ? { value: json } : { refused: json.data?.code ?? String(response.status) };
      } catch {
        return { lost: true };
      }
    };
    try {
      return await page.evaluate(call, [procedure, JSON.stringify({ json: input })] as const);
    } catch {
      return { lost: true };
    }
  };

/** What both people were told, by the ids that the history gives to edits. */
export class Book {
  readonly done = new Set<number>();
  /** Words that were written into sentences, and notes: each must be there once in the end. */
  readonly words: string[] = [];
  readonly notes: string[] = [];
  /** Of the Chinese groups, whose borders nobody moves: what was said of each last. */
  readonly statuses = new Map<number, { readonly editId: number; readonly status: string }>();
  /** Edits whose answer never came. */
  readonly lost: EditCommand[] = [];
  readonly counts = { done: 0, refused: 0, impossible: 0, lost: 0 };

  get attempts(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  /** Whether the edit was done. */
  take(command: EditCommand, answer: Answer): boolean {
    if ('lost' in answer) {
      this.counts.lost += 1;
      this.lost.push(command);
      if (command.type === 'status') this.statuses.delete(command.beads[0]!.beadId);
      return false;
    }
    if ('refused' in answer) {
      // Somebody else changed it, or took it away; anything else is a fault.
      if (!['edit-conflict', 'not-found'].includes(answer.refused))
        throw new Error(`${command.type}: ${answer.refused}`);
      this.counts.refused += 1;
      return false;
    }
    const { possible, editId } = answer.value as EditOutcome;
    if (!possible || editId === null) {
      this.counts.impossible += 1;
      return false;
    }
    this.counts.done += 1;
    this.done.add(editId);
    this.note(command, editId);
    return true;
  }

  private note(command: EditCommand, editId: number): void {
    if (command.type === 'edit-text') this.words.push(command.text.split(' ').at(-1)!);
    if (command.type === 'note') this.notes.push(command.text);
    if (command.type !== 'status') return;
    const { beadId } = command.beads[0]!;
    if ((this.statuses.get(beadId)?.editId ?? 0) < editId)
      this.statuses.set(beadId, { editId, status: command.status });
  }
}

/** All rows of the sample, whatever the edits make of it. */
const ALL_ROWS = 500;
/** What a person has before the eyes. */
const ROWS_IN_VIEW = 12;

export class RandomEditor {
  readonly #call: Call;
  readonly #name: string;
  readonly #random: () => number;
  readonly #book: Book;
  readonly #place: { readonly project: string; readonly documentId: number };
  readonly #alignments: ReadonlyMap<string, number>;
  #total = 1;

  private constructor(
    call: Call,
    name: string,
    random: () => number,
    book: Book,
    { key, documents: [document] }: ProjectSummary,
  ) {
    this.#call = call;
    this.#name = name;
    this.#random = random;
    this.#book = book;
    this.#place = { project: key, documentId: document!.id };
    this.#alignments = new Map(document!.columns.map((column) => [column.lang, column.alignmentId ?? 0]));
  }

  static async start(call: Call, name: string, random: () => number, book: Book): Promise<RandomEditor> {
    const project = (await ask(call, 'projects/openSample', {})) as ProjectSummary;
    return new RandomEditor(call, name, random, book, project);
  }

  ask<Result>(procedure: string, input: object = {}): Promise<Result> {
    return ask(this.#call, procedure, { ...this.#place, ...input }) as Promise<Result>;
  }

  rows(): Promise<RowWindow> {
    return this.ask('grid/rows', { from: 0, to: ALL_ROWS });
  }

  cells(window: RowWindow, lang: string): RowWindow['cells'] {
    return window.cells.filter(({ alignmentId }) => alignmentId === this.#alignments.get(lang));
  }

  /** Until so many edits are done; ends early where the host is gone. */
  async edit(count: number): Promise<void> {
    for (let done = 0; done < count; ) {
      const read = await this.#call('grid/rows', this.#window());
      if (!('value' in read)) return;
      const window = read.value as RowWindow;
      this.#total = window.total;
      const command = this.#choose(window);
      // A person thinks; meanwhile the other one edits.
      if (this.#random() < 0.5) await new Promise((resolve) => setTimeout(resolve, 25 * this.#random()));
      const seen = { revision: window.revision, window: this.#name };
      const answer = await this.#call('edits/run', { ...this.#place, command, seen });
      if (this.#book.take(command, answer)) done += 1;
      if ('lost' in answer) return;
    }
  }

  /** A place anywhere in the document; of both people often the same. */
  #window() {
    const from = Math.floor(this.#random() * Math.max(1, this.#total - ROWS_IN_VIEW));
    return { ...this.#place, from, to: from + ROWS_IN_VIEW };
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)]!;
  }

  #choose(window: RowWindow): EditCommand {
    const dice = this.#random();
    const word = `${this.#name}${Math.floor(this.#random() * 2 ** 40).toString(36)}`;
    if (dice < 0.3) {
      const { alignmentId, beadId } = this.#pick(this.cells(window, 'zh'));
      const status = this.#pick(['confirmed', 'needs-review', 'reviewed', 'rejected', 'auto'] as const);
      return { type: 'status', beads: [{ alignmentId, beadId }], status };
    }
    if (dice < 0.55) {
      const cells = [...this.cells(window, 'de'), ...this.cells(window, 'ru')];
      const { id, text } = this.#pick(cells.flatMap(({ segments }) => segments));
      return { type: 'edit-text', segmentId: id, text: `${text} ${word}` };
    }
    if (dice < 0.7) {
      const { source } = this.#pick(window.rows.filter((row) => row.source !== null));
      return { type: 'note', segmentId: source!.id, text: word };
    }
    const { alignmentId, beadId, segments } = this.#pick(this.cells(window, 'de'));
    const type = this.#pick(['merge', 'split', 'first-up', 'last-down', 'unlink', 'pull', 'join'] as const);
    if (type === 'join' && segments.length > 1) return { type: 'join-segment', segmentId: segments[0]!.id };
    return { type: type === 'join' ? 'split' : type, alignmentId, beadId };
  }
}

async function ask(call: Call, procedure: string, input: object): Promise<unknown> {
  const answer = await call(procedure, input);
  if (!('value' in answer)) throw new Error(`${procedure}: ${JSON.stringify(answer)}`);
  return answer.value;
}
