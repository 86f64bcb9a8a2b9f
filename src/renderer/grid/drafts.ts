/** Texts that were typed but not saved: leaving text mode with Esc never loses them, nor does a reload. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Drafts {
  /** By project and sentence. */
  readonly drafts: Readonly<Record<string, string>>;
}

export const useDrafts = create<Drafts>()(
  persist(() => ({ drafts: {} }) as Drafts, { name: 'songsong.drafts' }),
);

export const draftKey = (project: string, segmentId: number): string => `${project}:${segmentId}`;

export const keepDraft = (key: string, text: string): void => {
  useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [key]: text } }));
};

export const dropDraft = (key: string): void => {
  useDrafts.setState(({ drafts }) => {
    const { [key]: _dropped, ...rest } = drafts;
    return { drafts: rest };
  });
};
