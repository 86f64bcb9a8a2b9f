/** `songsong segment`: one text, cut. */
import type { ExitCode } from '../exitCodes.ts';
import { EXIT } from '../exitCodes.ts';
import { nameFile } from '../inputs.ts';
import { writeResult } from '../output.ts';
import type { Surroundings } from '../surroundings.ts';

export interface SegmentOptions {
  readonly lang?: string;
  readonly encoding?: readonly (string | undefined)[];
  readonly rules?: string;
  readonly segmented?: boolean;
  readonly format: 'json' | 'text';
  readonly output?: string;
}

export async function segment(
  file: string,
  options: SegmentOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { cutFile } = await import('../../services/cutFile.ts');
  const result = await cutFile(
    nameFile(file, options.lang, { ...options, encoding: options.encoding?.[0] }, surroundings),
    options.segmented,
  );
  const lines = result.segments.map((one) => `${one.text}\n`);
  await writeResult(
    options.format === 'json' ? [`${JSON.stringify(result)}\n`] : lines,
    options.output,
    surroundings,
  );
  return EXIT.fine;
}
