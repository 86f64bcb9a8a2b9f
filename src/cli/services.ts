/** Services for one command: started for it, and closed whatever happens. */
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { defaultDataFolder } from '../services/dataFolder.ts';
import { createServices, type Services } from '../services/index.ts';
import { resolveFrom, type Surroundings } from './surroundings.ts';

export const startServices = (
  surroundings: Surroundings,
  dataFolder?: string,
  lexicons: readonly string[] = [],
): Services =>
  createServices({
    lexicons,
    dataFolder: dataFolder === undefined ? defaultDataFolder() : resolveFrom(surroundings, dataFolder),
    host: {
      kind: 'web',
      version: surroundings.version,
      reportFault: (error, trace) =>
        process.stderr.write(`${trace} ${error instanceof Error ? error.stack : String(error)}\n`),
    },
    workers: join(surroundings.root, 'out/main/workers.js'),
  });

/** The procedures of the contract as functions, called in this process. */
export const clientOf = (services: Services) => createRouterClient(services.router, { context: {} });
export type Client = ReturnType<typeof clientOf>;

export async function withServices<Result>(
  surroundings: Surroundings,
  work: (services: Services, client: Client) => Promise<Result>,
  lexicons: readonly string[] = [],
): Promise<Result> {
  const services = startServices(surroundings, undefined, lexicons);
  try {
    return await work(services, clientOf(services));
  } finally {
    await services.close();
  }
}
