/** The projects that were open lately, in a small file in the data folder; losing it loses nothing. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const KEPT = 30;
const entries = z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.number() }));
type Entry = z.infer<typeof entries>[number];

export interface RecentProjects {
  /** Latest first. */
  list(): readonly (Entry & { readonly exists: boolean })[];
  add(entry: Entry): void;
}

export function createRecentProjects(file: string): RecentProjects {
  const read = (): Entry[] => {
    try {
      return entries.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return [];
    }
  };
  return {
    list: () => read().map((entry) => ({ ...entry, exists: existsSync(entry.path) })),
    add: (entry) => {
      const rest = read().filter(({ path }) => path !== entry.path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.part`, JSON.stringify([entry, ...rest].slice(0, KEPT), null, 2));
      renameSync(`${file}.part`, file);
    },
  };
}
