/** Texts that wait to be imported; they outlive the screen, so that files dropped at home arrive here. */
import { create } from 'zustand';
import type { importPreview } from '../../../contract/index.ts';
import { api } from '../../state/api.ts';
import { describeError } from '../../state/errors.ts';
import { type HostFile, putFile, putText } from '../../state/files.ts';
import { tellFailure } from '../../state/toasts.ts';

type Preview = (typeof importPreview)['_output'];

export interface Slot extends HostFile {
  readonly role: 'original' | 'rendering';
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

interface Pending {
  readonly slots: readonly Slot[];
  /** Files on their way to the host. */
  readonly arriving: number;
}

export const usePending = create<Pending>(() => ({ slots: [], arriving: 0 }));

export const languageOf = (slot: Slot): string | null => slot.lang ?? slot.preview?.lang ?? null;

const change = (file: string, next: Partial<Slot>): void =>
  usePending.setState(({ slots }) => ({
    slots: slots.map((slot) => (slot.file === file ? { ...slot, ...next } : slot)),
  }));

/** One original: choosing another makes the former a rendering. */
export const setRole = (file: string, role: Slot['role']): void =>
  usePending.setState(({ slots }) => ({
    slots: slots.map((slot) => {
      if (slot.file === file) return { ...slot, role };
      return role === 'original' ? { ...slot, role: 'rendering' as const } : slot;
    }),
  }));

export const setLabel = (file: string, label: string): void => change(file, { label });
export const removeSlot = (file: string): void =>
  usePending.setState(({ slots }) => ({ slots: slots.filter((slot) => slot.file !== file) }));
export const clearSlots = (): void => usePending.setState({ slots: [] });

/** The first Vietnamese text becomes the original where none was chosen yet. */
const settleOriginal = (slot: Slot): void => {
  const { slots } = usePending.getState();
  if (languageOf(slot) === 'vi' && !slots.some((other) => other.role === 'original'))
    setRole(slot.file, 'original');
};

export const preview = async (file: string): Promise<void> => {
  const slot = usePending.getState().slots.find((candidate) => candidate.file === file);
  if (!slot) return;
  try {
    const wanted = {
      file,
      role: slot.role,
      lang: slot.lang ?? undefined,
      encoding: slot.encoding ?? undefined,
    };
    const [found] = await api.documents.preview({ slots: [wanted] });
    change(file, { preview: found ?? null, problem: null });
    settleOriginal({ ...slot, preview: found ?? null });
  } catch (error) {
    change(file, { problem: describeError(error) });
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
};

export const takeHostFiles = async (files: readonly HostFile[]): Promise<void> => {
  const added = files.map(
    (file): Slot => ({
      ...file,
      role: 'rendering',
      lang: null,
      label: '',
      encoding: null,
      columns: null,
      preview: null,
      problem: null,
    }),
  );
  usePending.setState(({ slots }) => ({ slots: [...slots, ...added] }));
  // One after the other, so that the first Vietnamese one becomes the original, not the quickest.
  for (const { file } of added) await preview(file);
};

const arrive = async (puts: readonly Promise<HostFile>[]): Promise<void> => {
  usePending.setState(({ arriving }) => ({ arriving: arriving + puts.length }));
  for (const put of puts) {
    try {
      await takeHostFiles([await put]);
    } catch (error) {
      tellFailure(error);
    } finally {
      usePending.setState(({ arriving }) => ({ arriving: arriving - 1 }));
    }
  }
};

export const takeFiles = (files: readonly File[]): Promise<void> => arrive(files.map(putFile));
export const takeText = (name: string, text: string): Promise<void> => arrive([putText(name, text)]);
