/** What a command takes from the process that runs it, so that tests can give something else. */
import { resolve } from 'node:path';

export interface Surroundings {
  /** The folder that file arguments are meant from. */
  readonly folder: string;
  /** The package's root, where out/ and samples/ lie. */
  readonly root: string;
  readonly version: string;
}

export const resolveFrom = (surroundings: Surroundings, path: string): string =>
  resolve(surroundings.folder, path);
