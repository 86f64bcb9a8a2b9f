/** The projects that were open lately, in a small file in the data folder; losing it loses nothing. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const KEPT = 30;
const progress = z.array(z.object({ lang: z.string(), confirmed: z.number(), beads: z.number() }));
/** How far each rendering is, when it was last seen: a project that is closed is not opened to find out. */
export type Progress = z.infer<typeof progress>;
const entries = z.array(
  z.object({
    path: z.string(),
    name: z.string(),
    openedAt: z.number(),
    progress: progress.default([]),
  }),
);
type Entry = z.infer<typeof entries>[number];

export interface RecentProjects {
  /** Latest first. */
  list(): readonly (Entry & { readonly exists: boolean })[];
  add(entry: Entry): void;
  /** Keeps how far a project is, where it is in the list. */
  note(path: string, progress: Progress): void;
}

export function createRecentProjects(file: string): RecentProjects {
  const read = (): Entry[] => {
    try {
      return entries.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return [];
    }
  };
  const write = (all: readonly Entry[]): void => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.part`, JSON.stringify(all.slice(0, KEPT), null, 2));
    renameSync(`${file}.part`, file);
  };
  return {
    list: () => read().map((entry) => ({ ...entry, exists: existsSync(entry.path) })),
    add: (entry) => write([entry, ...read().filter(({ path }) => path !== entry.path)]),
    note: (path, progress) => {
      const all = read();
      if (all.some((entry) => entry.path === path))
        write(all.map((entry) => (entry.path === path ? { ...entry, progress } : entry)));
    },
  };
}
