/** What the status bar says: the last operation in words. */
import { create } from 'zustand';

export interface Said {
  readonly say: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** An operation that was refused is said in another colour. */
  readonly refused: boolean;
}

export const useSaid = create<{ readonly said: Said | null }>(() => ({ said: null }));

export const say = (code: string, params: Said['params'] = {}): void =>
  useSaid.setState({ said: { say: code, params, refused: false } });

export const refuse = (code: string, params: Said['params'] = {}): void =>
  useSaid.setState({ said: { say: code, params, refused: true } });
