/** Texts that wait to be imported; they outlive the screen, so that files dropped at home arrive here. */
import { create } from 'zustand';
import type { importPreview } from '../../../contract/index.ts';
import { api } from '../../state/api.ts';
import { describeError } from '../../state/errors.ts';
import { type HostFile, putFile, putText } from '../../state/files.ts';
import { tellFailure } from '../../state/toasts.ts';
import { type DroppedFile, refuseSize } from './droppedFiles.ts';
import { documentsOf, languageOf, siteOf } from './grouping.ts';

type Preview = (typeof importPreview)['_output'];

export interface Slot extends HostFile {
  /** Within the folder it came from; its name where it came alone. Names that differ in the language alone belong together. */
  readonly path: string;
  /** Chosen by the reader; null while the languages decide. */
  readonly role: 'original' | 'rendering' | null;
  /** The document that the reader moved it to; null while the names decide. */
  readonly document: string | null;
  /** Chosen by the reader; null while the guess counts. */
  readonly lang: string | null;
  readonly label: string;
  /** Chosen by the reader; null while the one that was told counts. */
  readonly encoding: string | null;
  /** Chosen columns of an aligned file; null while the guess counts. */
  readonly columns: readonly { readonly index: number; readonly lang: string }[] | null;
  readonly preview: Preview | null;
  /** Why it cannot be imported, in words. */
  readonly problem: string | null;
}

/** How all texts are cut. */
export interface Cutting {
  /** One sentence a line already. */
  readonly segmented: boolean;
  /** False: nothing is taken for page furniture. */
  readonly furniture: boolean;
  /** Whether what recurs on several pages is furniture. */
  readonly compare: boolean;
  /** An SRX file; null for the built-in rules. */
  readonly rules: HostFile | null;
}

interface Pending {
  readonly slots: readonly Slot[];
  /** Files on their way to the host. */
  readonly arriving: number;
  readonly cutting: Cutting;
  /** Titles that the reader wrote, by document. */
  readonly titles: Readonly<Record<string, string>>;
}

const USUAL: Cutting = { segmented: false, furniture: true, compare: true, rules: null };

export const usePending = create<Pending>(() => ({ slots: [], arriving: 0, cutting: USUAL, titles: {} }));

const change = (file: string, next: Partial<Slot>): void =>
  usePending.setState(({ slots }) => ({
    slots: slots.map((slot) => (slot.file === file ? { ...slot, ...next } : slot)),
  }));

/** One original in a document: choosing another makes the former a rendering. */
export const setRole = (file: string, role: 'original' | 'rendering'): void =>
  usePending.setState(({ slots }) => {
    const beside = documentsOf(slots).find((document) => document.slots.some((slot) => slot.file === file));
    const others = new Set(role === 'original' ? beside?.slots.map((slot) => slot.file) : []);
    return {
      slots: slots.map((slot) => {
        if (slot.file === file) return { ...slot, role };
        return others.has(slot.file) ? { ...slot, role: 'rendering' as const } : slot;
      }),
    };
  });

export const setLabel = (file: string, label: string): void => change(file, { label });
export const setDocument = (file: string, document: string): void => change(file, { document, role: null });
export const setTitle = (document: string, title: string): void =>
  usePending.setState(({ titles }) => ({ titles: { ...titles, [document]: title } }));
export const removeSlots = (files: readonly string[]): void =>
  usePending.setState(({ slots }) => {
    const left = slots.filter((slot) => !files.includes(slot.file));
    return left.length === 0 ? { slots: [], cutting: USUAL, titles: {} } : { slots: left };
  });

/** What the host is asked to read. */
export const readingOf = (slot: Slot) => {
  const { slots, cutting } = usePending.getState();
  const { segmented, furniture, compare, rules } = cutting;
  return {
    file: slot.file,
    lang: languageOf(slot) ?? undefined,
    label: slot.label.trim() || undefined,
    encoding: slot.encoding ?? undefined,
    columns: slot.columns ? [...slot.columns] : undefined,
    site: compare && furniture ? siteOf(slot, slots) : undefined,
    segmented: segmented || undefined,
    furniture: furniture ? undefined : ('text' as const),
    rules: rules?.file,
  };
};

/** The last question about each file: an answer to an earlier one comes too late. */
const asked = new Map<string, number>();
let questions = 0;

export const preview = async (file: string): Promise<void> => {
  const slot = usePending.getState().slots.find((candidate) => candidate.file === file);
  if (!slot) return;
  const question = ++questions;
  asked.set(file, question);
  const isLate = () => asked.get(file) !== question;
  try {
    const wanted = { ...readingOf(slot), role: slot.role ?? 'rendering', lang: slot.lang ?? undefined };
    const [found] = await api.documents.preview({ slots: [wanted] });
    if (!isLate()) change(file, { preview: found ?? null, problem: null });
  } catch (error) {
    if (!isLate()) change(file, { problem: describeError(error) });
  }
};

export const setCutting = async (next: Partial<Cutting>): Promise<void> => {
  usePending.setState(({ cutting }) => ({ cutting: { ...cutting, ...next } }));
  for (const { file } of usePending.getState().slots) await preview(file);
};

export const setRules = async (file: File | null): Promise<void> => {
  try {
    await setCutting({ rules: file && (await putFile(file)) });
  } catch (error) {
    tellFailure(error);
  }
};

export const setLanguage = (file: string, lang: string): void => {
  change(file, { lang });
  void preview(file);
};

export const setEncoding = (file: string, encoding: string): void => {
  change(file, { encoding });
  void preview(file);
};

/** An empty language takes the column out. The first choice takes over what was guessed for the others. */
export const setColumn = (file: string, index: number, lang: string): void => {
  const slot = usePending.getState().slots.find((candidate) => candidate.file === file);
  if (!slot) return;
  const guessed = (slot.preview?.columns ?? []).flatMap((column) =>
    column.lang === null ? [] : [{ index: column.index, lang: column.lang }],
  );
  const others = (slot.columns ?? guessed).filter((column) => column.index !== index);
  const columns = lang === '' ? others : [...others, { index, lang }];
  change(file, { columns: columns.sort((a, b) => a.index - b.index) });
  void preview(file);
};

/** `paths`: where each file lay in what was dropped. */
export const takeHostFiles = async (
  files: readonly HostFile[],
  paths: readonly string[] = files.map(({ name }) => name),
): Promise<void> => {
  const added = files.map(
    (file, i): Slot => ({
      ...file,
      path: paths[i]!,
      role: null,
      document: null,
      lang: null,
      label: '',
      encoding: null,
      columns: null,
      preview: null,
      problem: null,
    }),
  );
  usePending.setState(({ slots }) => ({ slots: [...slots, ...added] }));
  for (const { file } of added) await preview(file);
};

/** All are handed over first: pages of one site are compared with each other. */
const arrive = async (
  puts: readonly (() => Promise<HostFile>)[],
  paths?: readonly string[],
): Promise<void> => {
  usePending.setState(({ arriving }) => ({ arriving: arriving + puts.length }));
  const arrived: HostFile[] = [];
  const places: string[] = [];
  for (const [i, put] of puts.entries())
    try {
      const file = await put();
      arrived.push(file);
      places.push(paths?.[i] ?? file.name);
    } catch (error) {
      tellFailure(error);
    } finally {
      usePending.setState(({ arriving }) => ({ arriving: arriving - 1 }));
    }
  await takeHostFiles(arrived, places);
};

export const takeFiles = (files: readonly DroppedFile[]): Promise<void> => {
  const small = files.filter(({ file }) => !refuseSize(file));
  return arrive(
    small.map(
      ({ file }) =>
        () =>
          putFile(file),
    ),
    small.map(({ path }) => path),
  );
};
export const takeText = (name: string, text: string): Promise<void> => arrive([() => putText(name, text)]);
