/** Where a command's result goes: standard output, or a file that appears whole or not at all. */
import { once } from 'node:events';
import { basename } from 'node:path';
import { resolveFrom, type Surroundings } from './surroundings.ts';

/** `output` is the value of `-o`; `-` and nothing mean standard output. */
export async function writeResult(
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  output: string | undefined,
  surroundings: Surroundings,
): Promise<void> {
  if (output !== undefined && output !== '-') {
    const { writeBeside } = await import('../services/files.ts');
    await writeBeside(resolveFrom(surroundings, output), chunks, basename(output));
    return;
  }
  for await (const chunk of chunks) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
}
