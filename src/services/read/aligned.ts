/** Whether a file holds languages side by side, by its format alone. */
import { readBytes } from '../files.ts';
import { openBytes } from './index.ts';

const ALIGNED = new Set(['tmx', 'xliff', 'po', 'xlsx', 'table']);

/** A translation memory streams and is told by its name: it may be larger than what is ever read whole. */
export const isMemory = (name: string): boolean => /\.tmx$/i.test(name);

/** Throws the AppErrors of `readBytes` and `openBytes`. */
export async function isAlignedFile(path: string, name: string): Promise<boolean> {
  if (isMemory(name)) return true;
  return ALIGNED.has(openBytes(await readBytes(path, name), name).format.id);
}
