/** The reader's own settings; kept in this browser or window, not in the project. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'compact' | 'normal' | 'roomy';

export interface Settings {
  readonly theme: Theme;
  readonly density: Density;
  /** Size of the texts in CSS pixels, by language; 14 where it is not set. */
  readonly textSize: Readonly<Record<string, number>>;
  readonly keyPreset: string;
  /** Keys changed by hand, by command; an empty list takes a command's keys away. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly showTints: boolean;
  readonly showInspector: boolean;
  readonly tourSeen: boolean;
  readonly author: string;
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'normal',
  textSize: {},
  keyPreset: 'songsong',
  keys: {},
  showTints: true,
  showInspector: true,
  tourSeen: false,
  author: '',
};

export const useSettings = create<Settings>()(
  persist(() => DEFAULT_SETTINGS, { name: 'songsong.settings', version: 1 }),
);

export const changeSettings = (change: Partial<Settings>): void => {
  useSettings.setState(change);
};

const prefersDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

/** Puts theme and density on the page's root, now and whenever they or the system's choice change. */
export const applySettings = (): void => {
  const apply = () => {
    const { theme, density, textSize } = useSettings.getState();
    const root = document.documentElement;
    root.dataset['theme'] = theme === 'system' ? (prefersDark().matches ? 'dark' : 'light') : theme;
    root.dataset['density'] = density;
    for (const [lang, size] of Object.entries(textSize))
      root.style.setProperty(`--text-size-${lang}`, `${size}px`);
  };
  apply();
  useSettings.subscribe(apply);
  prefersDark().addEventListener('change', apply);
};
