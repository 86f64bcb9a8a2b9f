/** `songsong app` and `npm start`: the desktop where it can run, else the same app in the browser. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { decideHost, thisMachine } from '../desktop.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { resolveFrom, type Surroundings } from '../surroundings.ts';
import { serve } from './serve.ts';

export interface AppOptions {
  readonly web?: boolean;
  readonly sample?: boolean;
}

export async function openApp(
  project: string | undefined,
  options: AppOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const decision = options.web
    ? ({ kind: 'browser', say: 'Opening SongSong in the browser, as asked.' } as const)
    : await decideHost(thisMachine(surroundings.root));
  process.stderr.write(`${decision.say}\n`);
  if (decision.kind === 'browser')
    return serve(project, { sample: options.sample, open: true }, surroundings);
  const args = [surroundings.root];
  if (project) args.push(resolveFrom(surroundings, project));
  else if (options.sample) args.push('--sample');
  const child = spawn(decision.executable, args, { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code === 0 ? EXIT.fine : EXIT.internal;
}
