/** The services as a host starts them, for benches; what goes wrong in them ends the bench. */
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Contract } from '../../src/contract/index.ts';
import { createServices } from '../../src/services/index.ts';

export type Client = ContractRouterClient<Contract>;

export function startServices(
  dataFolder: string,
  workers: URL,
): { readonly services: ReturnType<typeof createServices>; readonly client: Client } {
  const services = createServices({
    dataFolder,
    workers,
    host: {
      kind: 'web',
      version: '0.0.0',
      reportFault: (error) => {
        throw error;
      },
    },
  });
  return { services, client: createRouterClient(services.router, { context: {} }) as unknown as Client };
}
