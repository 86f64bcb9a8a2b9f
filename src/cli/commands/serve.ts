/** `songsong serve`: the web host, until it is stopped. */
import { once } from 'node:events';
import { join } from 'node:path';
import type { Services } from '../../services/index.ts';
import { placeOf, placeOfFault } from '../../services/place.ts';
import { startWebHost } from '../../web/index.ts';
import { openInBrowser } from '../browser.ts';
import { thisMachine } from '../desktop.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { clientOf, startServices } from '../services.ts';
import { resolveFrom, type Surroundings } from '../surroundings.ts';

export interface ServeOptions {
  readonly port?: number;
  readonly sample?: boolean;
  readonly open?: boolean;
  readonly data?: string;
}

export async function serve(
  project: string | undefined,
  options: ServeOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const services = startServices(surroundings, options.data);
  try {
    const place = project
      ? placeOf(services.openPath(resolveFrom(surroundings, project)))
      : options.sample
        ? await placeOfSample(services)
        : '';
    const host = await startWebHost({
      router: services.router,
      pageFolder: join(surroundings.root, 'out/renderer'),
      port: options.port,
      place,
      onFault: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
    });
    try {
      process.stdout.write(`SongSong is open at ${host.url}\n`);
      if (process.stdout.isTTY)
        process.stderr.write(
          'Whoever has this address can read and change the projects. Stop with Ctrl+C.\n',
        );
      if (options.open) openInBrowser(host.url, thisMachine(surroundings.root));
      await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
    } finally {
      await host.close();
    }
  } finally {
    await services.close();
  }
  return EXIT.fine;
}

/** The sample that is open elsewhere is no reason not to start: home says so. */
async function placeOfSample(services: Services): Promise<string> {
  try {
    return placeOf(await clientOf(services).projects.openSample({}));
  } catch (error) {
    const home = placeOfFault(error);
    if (home === null) throw error;
    return home;
  }
}
