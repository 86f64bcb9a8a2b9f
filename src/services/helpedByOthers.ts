/** Third languages help: a rendering whose alignment is unclear is aligned again with what a clear one says of it. */
import { clarityOf } from '../core/align/index.ts';
import type { SegmentedText } from '../core/model.ts';
import type { Pool, RunOptions } from '../workers/pool.ts';
import type { TaskInput, TaskResult } from '../workers/tasks.ts';

/** An alignment surer of itself than this needs no help; one that helps has to be surer by this much. */
const CLEAR = 0.93;
const CLEARER = 0.03;

export interface Aligned {
  readonly input: TaskInput<'align'>;
  readonly result: TaskResult<'align'>;
}
export interface Witness {
  readonly target: SegmentedText;
  readonly result: TaskResult<'align'>;
}

/** The clearest of the others, where it can help. What is no translation bears no witness, but may be seen to be one by it. */
export function findWitness(result: Aligned['result'], others: readonly Witness[]): Witness | null {
  const own = clarityOf(result.alignment);
  if (own >= CLEAR) return null;
  const able = others
    .filter((other) => other.result.verdict.kind !== 'not-a-translation')
    .map((other) => ({ other, clarity: clarityOf(other.result.alignment) }))
    .filter(({ clarity }) => clarity >= own + CLEARER)
    .sort((a, b) => b.clarity - a.clarity);
  return able[0]?.other ?? null;
}

/** The result with the help of the others, or as it is where none is clearer. */
export async function alignWithHelp(
  pool: Pool,
  { input, result }: Aligned,
  others: readonly Witness[],
  options: RunOptions,
): Promise<TaskResult<'align'>> {
  const witness = findWitness(result, others);
  if (!witness) return result;
  const quiet: RunOptions = options.signal ? { signal: options.signal } : {};
  const carried = await pool.run(
    'carry',
    { clear: witness.result.alignment, source: witness.target, target: input.target },
    quiet,
  );
  return carried.length === 0 ? result : pool.run('align', { ...input, carried }, quiet);
}
