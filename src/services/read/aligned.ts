/** Whether a file holds languages side by side, by its format alone. */
import { readBytes } from '../files.ts';
import { openBytes } from './index.ts';

const ALIGNED = new Set(['tmx', 'xliff', 'po', 'xlsx', 'table']);

/** Throws the AppErrors of `readBytes` and `openBytes`. */
export async function isAlignedFile(path: string, name: string): Promise<boolean> {
  return ALIGNED.has(openBytes(await readBytes(path, name), name).format.id);
}
