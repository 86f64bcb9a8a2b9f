/** Whose name edits, notes and signatures bear: set once, kept in the data folder. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const stored = z.object({ name: z.string().min(1) });

export interface Reviewer {
  name(): string;
  /** Whether a person said it, or a program that works for one. */
  isKnown(): boolean;
  rename(name: string): void;
}

/** Until somebody says who works here. */
const NOBODY = 'me';

/** `given` is the name of a program that works for somebody; what a person set before comes first. */
export function createReviewer(file: string, given?: string): Reviewer {
  let known: string | null = null;
  const read = (): string | null => {
    try {
      return stored.parse(JSON.parse(readFileSync(file, 'utf8'))).name;
    } catch {
      return given ?? null;
    }
  };
  return {
    name: () => {
      known ??= read();
      return known ?? NOBODY;
    },
    isKnown: () => {
      known ??= read();
      return known !== null;
    },
    rename: (name) => {
      known = name.normalize('NFC').trim() || given || NOBODY;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.part`, JSON.stringify({ name: known }));
      renameSync(`${file}.part`, file);
    },
  };
}
