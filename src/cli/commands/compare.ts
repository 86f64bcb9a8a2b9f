/** `songsong compare`: two renderings, word by word, beside their original. */
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { nameFile } from '../inputs.ts';
import { writeResult } from '../output.ts';
import type { Surroundings } from '../surroundings.ts';

export interface CompareOptions {
  readonly original?: string;
  readonly lang?: string;
  readonly format: 'html' | 'json';
  readonly output?: string;
}

export async function compare(
  before: string,
  after: string,
  options: CompareOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { compareFiles, printComparison } = await import('../../services/compareFiles.ts');
  const name = (file: string, lang?: string) => nameFile(file, lang, {}, surroundings);
  const original = options.original === undefined ? null : name(options.original);
  const result = await compareFiles(name(before, options.lang), name(after, options.lang), original);
  const text = options.format === 'json' ? `${JSON.stringify(result)}\n` : printComparison(result);
  await writeResult([text], options.output, surroundings);
  return EXIT.fine;
}
