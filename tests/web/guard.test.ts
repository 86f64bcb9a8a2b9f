/** Probes from outside: real requests against a running host. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { eventIterator, os, type RouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startWebHost, type WebHost } from '../../src/web/index.ts';

const router = {
  echo: os.input(z.object({ say: z.string() })).handler(({ input }) => input.say),
  files: { put: os.input(z.object({ base64: z.string() })).handler(({ input }) => input.base64.length) },
  count: os.output(eventIterator(z.number())).handler(async function* () {
    for (let n = 1; n <= 3; n++) yield n;
  }),
};

let folder: string;
let host: WebHost;
let port: number;
const faults: unknown[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'songsong-web-'));
  await mkdir(join(folder, 'page/assets'), { recursive: true });
  await writeFile(join(folder, 'page/index.html'), '<!doctype html><title>SongSong</title>');
  await writeFile(join(folder, 'page/assets/app.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await symlink(join(folder, 'secret.txt'), join(folder, 'page/link.txt'));
  host = await startWebHost({
    router,
    pageFolder: join(folder, 'page'),
    onFault: (error) => faults.push(error),
  });
  port = Number(new URL(host.origin).port);
});
afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}
/** A request whose every header is ours, also those that fetch forbids. */
const ask = (path: string, method: string, headers: Record<string, string | undefined>, body?: string) =>
  new Promise<Answer>((resolve, reject) => {
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    const call = request({ host: '127.0.0.1', port, path, method, headers: given as never }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
const get = (path: string, headers: Record<string, string | undefined> = {}) => ask(path, 'GET', headers);
const BODY = JSON.stringify({ json: { say: 'xin chào' } });
const post = (headers: Record<string, string | undefined> = {}, path = '/api/echo', body = BODY) =>
  ask(
    path,
    'POST',
    {
      authorization: `Bearer ${host.token}`,
      origin: host.origin,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    },
    body,
  );

describe('calls', () => {
  test('a good call is answered', async () => {
    const answer = await post();
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ json: 'xin chào' });
  });
  test.each<[string, number, Record<string, string | undefined>]>([
    ['a rebound Host', 421, { host: 'evil.example' }],
    ['the alias localhost', 421, { host: 'localhost' }],
    ['a foreign Origin', 403, { origin: 'https://evil.example' }],
    ['a null Origin', 403, { origin: 'null' }],
    ['no Origin', 403, { origin: undefined }],
    ['a neighbour port', 403, { origin: 'http://127.0.0.1:1' }],
    ['a cross-site fetch', 403, { 'sec-fetch-site': 'cross-site' }],
    ['a same-site fetch from another port', 403, { 'sec-fetch-site': 'same-site' }],
    ['a form', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a plain-text post', 415, { 'content-type': 'text/plain' }],
    ['no token', 401, { authorization: undefined }],
    ['a wrong token', 401, { authorization: 'Bearer x' }],
    ['the token as a cookie', 401, { authorization: undefined, cookie: 'token=x' }],
    ['too large a body', 413, { 'content-length': String(5 << 20) }],
    ['a body without length', 411, { 'content-length': undefined, 'transfer-encoding': 'chunked' }],
  ])('%s is refused with %i', async (_what, status, headers) => {
    const answer = await post(headers);
    expect(answer.status).toBe(status);
    expect(answer.body).toBe('');
  });
  test('only POST reaches the API', async () => {
    expect((await get('/api/echo', { authorization: `Bearer ${host.token}` })).status).toBe(405);
    expect((await ask('/api/echo', 'OPTIONS', { origin: host.origin })).status).toBe(405);
  });
  test('a file may be larger than other bodies', async () => {
    const body = JSON.stringify({ json: { base64: 'x'.repeat(5 << 20) } });
    expect((await post({}, '/api/files/put', body)).status).toBe(200);
  });
  test('a wrong input is refused and an unknown procedure is not found', async () => {
    expect((await post({}, '/api/echo', '{"json":{}}')).status).toBe(400);
    expect((await post({}, '/api/nothing')).status).toBe(404);
  });
  test('no answer allows another origin', async () => {
    for (const answer of [await post(), await post({ origin: 'https://evil.example' }), await get('/')]) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });
  test('the client of the page works, events included', async () => {
    const link = new RPCLink({
      url: `${host.origin}/api`,
      headers: { authorization: `Bearer ${host.token}`, origin: host.origin },
    });
    const client: RouterClient<typeof router> = createORPCClient(link);
    expect(await client.echo({ say: 'song song' })).toBe('song song');
    const seen: number[] = [];
    for await (const n of await client.count()) seen.push(n);
    expect(seen).toEqual([1, 2, 3]);
  });
});

describe('the page', () => {
  test('comes with its policy', async () => {
    const one = await get('/');
    expect(one.status).toBe(200);
    expect(one.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(one.headers['content-security-policy']).toContain("default-src 'none'");
    expect(one.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(one.headers['content-security-policy']).not.toMatch(/unsafe|nonce|http/);
    expect(one.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });
  test('does not hold the token', async () => {
    expect((await get('/')).body).not.toContain(host.token);
    expect(host.url).toBe(`${host.origin}/#token=${host.token}`);
    expect(Buffer.from(host.token, 'base64url')).toHaveLength(32);
  });
  test('serves its own files', async () => {
    const answer = await get('/assets/app.js?v=1');
    expect([answer.status, answer.body]).toEqual([200, 'export {};']);
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });
  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/%00',
    '/%zz',
    '/assets',
    '//etc/passwd',
    '/.',
  ])('nothing is served at %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });
  test('other methods and hosts are refused', async () => {
    expect((await ask('/', 'POST', {})).status).toBe(405);
    expect((await get('/', { host: 'evil.example' })).status).toBe(421);
    expect((await get('http://evil.example/')).status).toBe(400);
  });
});

test('no probe was a fault of ours', () => expect(faults).toEqual([]));
