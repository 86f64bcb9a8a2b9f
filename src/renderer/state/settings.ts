/** The reader's own settings; kept in the host's data folder (keptSettings.ts), with a copy in the page. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import fonts from './fonts.json';

export type Theme = 'system' | 'light' | 'dark';
export const DENSITIES = ['compact', 'normal', 'roomy'] as const;
export type Density = (typeof DENSITIES)[number];

/** Names of families of fonts; what stands behind each, by language, is in fonts.json. */
export type TextFont = 'sans' | 'serif' | 'system';

/** Columns by name: see grid/columnView.ts. */
export interface ColumnView {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** CSS pixels; columns without a width share the room. */
  readonly widths: Readonly<Record<string, number>>;
}

export interface Settings {
  readonly theme: Theme;
  readonly density: Density;
  /** Size of the texts in CSS pixels, by language; 14 where it is not set. */
  readonly textSize: Readonly<Record<string, number>>;
  /** By language; sans where it is not set. */
  readonly textFont: Readonly<Record<string, TextFont>>;
  /** By the file name of the project. */
  readonly columns: Readonly<Record<string, ColumnView>>;
  readonly keyPreset: string;
  /** Keys changed by hand, by command; an empty list takes a command's keys away. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Sentences that the reader wants to come back to, by the file name of the project. */
  readonly bookmarks: Readonly<Record<string, readonly number[]>>;
  readonly showTints: boolean;
  readonly showInspector: boolean;
  readonly tourSeen: boolean;
  readonly author: string;
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'normal',
  textSize: {},
  textFont: {},
  columns: {},
  keyPreset: 'songsong',
  keys: {},
  bookmarks: {},
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

const fontsFor = (lang: string, font: TextFont): string => {
  const stacks: Readonly<Record<string, string>> = fonts[font];
  return stacks[lang] ?? fonts[font].other;
};

const prefersDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

/** Puts theme and density on the page's root, now and whenever they or the system's choice change. */
export const applySettings = (): void => {
  const apply = () => {
    const { theme, density, textSize, textFont } = useSettings.getState();
    const root = document.documentElement;
    root.dataset['theme'] = theme === 'system' ? (prefersDark().matches ? 'dark' : 'light') : theme;
    root.dataset['density'] = density;
    for (const [lang, size] of Object.entries(textSize))
      root.style.setProperty(`--text-size-${lang}`, `${size}px`);
    for (const [lang, font] of Object.entries(textFont))
      root.style.setProperty(`--text-font-${lang}`, fontsFor(lang, font));
  };
  apply();
  useSettings.subscribe(apply);
  prefersDark().addEventListener('change', apply);
};
