/** The command line's entry: bin/songsong.mjs has checked Node's version and built before it comes here. */
import { randomBytes } from 'node:crypto';
import { CommanderError } from 'commander';
import { AppError, type ErrorCode, type ErrorParams } from '../core/errors.ts';
import { EXIT, type ExitCode } from './exitCodes.ts';
import { createProgram } from './program.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Runs one command and sets the exit code; returns when the command is done (a server: when it was closed).
 * Standard output holds the result alone, whatever happens; sentences for people go to standard error.
 */
export async function main(words: readonly string[], surroundings: Surroundings): Promise<void> {
  leaveQuietlyOnClosedPipe();
  try {
    const outcome: { code: ExitCode } = { code: EXIT.fine };
    await createProgram(surroundings, outcome).parseAsync([...words], { from: 'user' });
    process.exitCode = outcome.code;
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** `songsong … | head` ends the reader first: one sentence instead of a stack. */
function leaveQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.stderr.write(`The output could not be written: ${error.message}\n`);
    else process.stderr.write('The output was closed before all of it was read. Use -o FILE to keep it.\n');
    process.exit(EXIT.input);
  });
  process.stderr.on('error', () => process.exit(EXIT.input));
}

/** Says on standard error what is wrong, in one sentence, and returns the exit code. */
function report(error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    // Commander has said it already; help and version come this way too.
    return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  }
  const said = asAppError(error);
  if (said && said.code !== 'internal') {
    process.stderr.write(`${said.message}\n`);
    return said.code === 'usage' ? EXIT.usage : EXIT.input;
  }
  const trace = randomBytes(4).toString('hex');
  process.stderr.write(`${new AppError('internal', { trace }).message}\n`);
  if (process.env.SONGSONG_DEBUG) {
    process.stderr.write(`${trace} ${error instanceof Error ? error.stack : String(error)}\n`);
  } else process.stderr.write('Set SONGSONG_DEBUG=1 and run it again to see where.\n');
  return EXIT.internal;
}

/** What the services refuse comes as the contract's `APP_ERROR`. */
function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const { code, data } = (error ?? {}) as { code?: unknown; data?: { code: ErrorCode; params: ErrorParams } };
  return code === 'APP_ERROR' && data ? new AppError(data.code, data.params) : null;
}
