/** Services for tests: a folder that goes when the test ends, a clock that ticks, computation in this very thread. */
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import type { Contract } from '../../src/contract/index.ts';
import { createServices, type Host, type Services, type ServicesOptions } from '../../src/services/index.ts';
import { createInlinePool } from '../../src/workers/inline.ts';
import { temporaryFolder } from '../store/temporary.ts';

export type Client = ContractRouterClient<Contract>;

export interface Harness {
  readonly services: Services;
  readonly client: Client;
  readonly folder: string;
}

export function startServices(
  options: Partial<Omit<ServicesOptions, 'host'>> & { host?: Partial<Host> } = {},
): Harness {
  const folder = options.dataFolder ?? temporaryFolder();
  let time = 1_760_000_000_000;
  const services = createServices({
    dataFolder: folder,
    workers: createInlinePool,
    now: () => time++,
    ...options,
    host: {
      kind: 'web',
      version: '0.0.0',
      reportFault: (error) => {
        throw error;
      },
      ...options.host,
    },
  });
  onTestFinished(() => services.close());
  return {
    services,
    client: clientOf(services),
    folder,
  };
}

/** Calls the router as a host would. */
export const clientOf = (services: Services): Client =>
  createRouterClient(services.router, { context: {} }) as unknown as Client;

export const put = async (client: Client, name: string, text: string): Promise<string> =>
  (await client.files.put({ name, base64: Buffer.from(text).toString('base64') })).file;

/** A project with one aligned document of an original and some renderings, by language. */
export async function makeDocument(
  { client, services }: Harness,
  texts: Readonly<Record<string, string>>,
): Promise<{ project: string; documentId: number }> {
  const { key: project } = await client.projects.create({ name: 'Thử', sourceLang: 'vi' });
  const slots = await Promise.all(
    Object.entries(texts).map(async ([lang, text]) => ({
      file: await put(client, `${lang}.txt`, text),
      role: lang === 'vi' ? ('original' as const) : ('rendering' as const),
      lang,
    })),
  );
  const document = await client.documents.add({ project, title: 'Truyện', slots });
  const { jobId } = await client.jobs.align({ project, documentId: document.id });
  const job = await services.finished(jobId);
  if (job.state !== 'done') throw new Error(`align ended as ${job.state}: ${JSON.stringify(job.error)}`);
  return { project, documentId: document.id };
}
