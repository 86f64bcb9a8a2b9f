/**
 * The web host: the same app in a browser of this machine, over loopback HTTP.
 * The page reads the token from the fragment of its address (`#token=…`) and sends it as `Authorization: Bearer …`
 * with each call to `/api`.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/node';
import { readPageFile, SECURITY_HEADERS } from '../services/page.ts';
import { API_PREFIX, type Guard, isApiCall, judgeRequest } from './guard.ts';

export interface WebHostOptions {
  // biome-ignore lint/suspicious/noExplicitAny: a router takes whatever context its procedures ask for
  readonly router: Router<any, Record<never, never>>;
  /** The built renderer. */
  readonly pageFolder: string;
  /** Where the page goes first: what stands after `#` in its address. */
  readonly place?: string;
  /** 0 or nothing: a free port. */
  readonly port?: number;
  /** Told of faults of ours; the browser gets a bare 500. */
  readonly onFault?: (error: unknown) => void;
}

export interface WebHost {
  /** The page's address without the token: nothing secret. */
  readonly origin: string;
  /** The address to open; whoever has it may read and change the projects. */
  readonly url: string;
  readonly token: string;
  close(): Promise<void>;
}

const SECOND = 1000;

export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const token = randomBytes(32).toString('base64url');
  const handler = new RPCHandler(options.router);
  let guard: Guard = { host: '', token };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '';
    const refusal = judgeRequest({ method: request.method ?? '', url, headers: request.headers }, guard);
    if (refusal !== null) return refuse(response, refusal);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (isApiCall(url)) {
      const { matched } = await handler.handle(request, response, { prefix: API_PREFIX, context: {} });
      if (!matched) refuse(response, 404);
      return;
    }
    const file = await readPageFile(options.pageFolder, url.split(/[?#]/, 1)[0]!);
    response.writeHead(file.status, { ...file.headers, 'content-length': file.body.length });
    response.end(request.method === 'HEAD' ? undefined : file.body);
  };

  const server = createServer({ maxHeaderSize: 16_384 }, (request, response) => {
    serve(request, response).catch((error: unknown) => {
      options.onFault?.(error);
      if (!response.headersSent) refuse(response, 500);
      else response.destroy();
    });
  });
  server.headersTimeout = 10 * SECOND;
  server.requestTimeout = 120 * SECOND;
  server.keepAliveTimeout = 30 * SECOND;
  server.maxConnections = 200;
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('upgrade', (_request, socket) => socket.destroy());

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  guard = { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, token };
  const origin = `http://${guard.host}`;
  return {
    origin,
    url: options.place ? `${origin}/#${options.place}&token=${token}` : `${origin}/#token=${token}`,
    token,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An answer without a body; a refused body is not read to its end. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...SECURITY_HEADERS, connection: 'close' });
  response.end();
}
