/** What the page may not do, asked of the main process's own modules; the stand-in and real Electron ask the whole. */
import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { os } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isOwnPage, isSafeToOpenOutside, PAGE_URL } from '../../src/main/address.ts';
import { answerPageRequest } from '../../src/main/appProtocol.ts';
import { acceptConnections, CONNECT_CHANNEL } from '../../src/main/connection.ts';
import { confineContents, denyPermissions } from '../../src/main/security.ts';

test.each([
  [PAGE_URL, true],
  ['app://songsong/#/home', true],
  ['app://songsong.evil/', false],
  ['app://songsong@evil/', false],
  ['app://songsong:80/', false],
  ['https://songsong/', false],
  ['file:///etc/passwd', false],
  ['about:blank', false],
  ['not an address', false],
])('%s is our own page: %s', (url, own) => expect(isOwnPage(url)).toBe(own));

test.each([
  ['https://example.com/a?b', true],
  ['http://example.com/', false],
  ['https://user:pass@example.com/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['ms-settings:', false],
  ['https:', false],
])('%s may be opened outside: %s', (url, safe) => expect(isSafeToOpenOutside(url)).toBe(safe));

describe('contents of a window', () => {
  const contents = Object.assign(new EventEmitter(), {
    open: (_details: { url: string }): { action: string } => ({ action: 'allow' }),
    setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
      this.open = handler;
    },
  });
  const outside: string[] = [];
  confineContents(contents as never, async (url) => {
    outside.push(url);
  });
  const isStopped = (event: string, url: string) => {
    let stopped = false;
    contents.emit(event, { url, preventDefault: () => (stopped = true) });
    return stopped;
  };

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s leads nowhere else', (event) => {
    expect(isStopped(event, 'https://example.com/')).toBe(true);
    expect(isStopped(event, PAGE_URL)).toBe(false);
  });
  test('no webview is attached', () => expect(isStopped('will-attach-webview', PAGE_URL)).toBe(true));
  test('no second window opens; only https goes to the browser', () => {
    for (const url of ['https://example.com/', 'file:///etc/passwd', PAGE_URL])
      expect(contents.open({ url })).toEqual({ action: 'deny' });
    expect(outside).toEqual(['https://example.com/']);
  });
});

test('every permission is denied', () => {
  const answers: unknown[] = [];
  denyPermissions({
    setPermissionRequestHandler: (handler: (...args: unknown[]) => void) =>
      handler(null, 'media', (granted: boolean) => answers.push(granted)),
    setPermissionCheckHandler: (handler: () => boolean) => answers.push(handler()),
    setDevicePermissionHandler: (handler: () => boolean) => answers.push(handler()),
  } as never);
  expect(answers).toEqual([false, false, false]);
});

describe('connections', () => {
  const ipcMain = new EventEmitter();
  acceptConnections(ipcMain as never, { ping: os.handler(() => 'pong') });
  class Port extends EventEmitter {
    sent: unknown[] = [];
    state = 'new';
    start() {
      this.state = 'started';
    }
    close() {
      this.state = 'closed';
    }
    postMessage(message: unknown) {
      this.sent.push(message);
    }
  }
  const connect = (senderFrame: unknown) => {
    const port = new Port();
    ipcMain.emit(CONNECT_CHANNEL, { senderFrame, ports: [port] });
    return port;
  };

  test('our page is answered over its port', async () => {
    const port = connect({ url: PAGE_URL, parent: null });
    expect(port.state).toBe('started');
    port.emit('message', { data: JSON.stringify({ i: '1', p: { u: '/ping', b: {} } }) });
    await expect.poll(() => port.sent.length).toBe(1);
    expect(String(port.sent[0])).toContain('pong');
  });
  test.each([
    ['another page', { url: 'https://example.com/', parent: null }],
    ['a frame inside our page', { url: PAGE_URL, parent: {} }],
    ['a frame that is gone', null],
  ])('%s is not', (_who, frame) => {
    const port = connect(frame);
    expect(port.state).toBe('closed');
    expect(port.listenerCount('message')).toBe(0);
  });
});

describe('the app scheme', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'songsong-page-'));
    await mkdir(join(folder, 'page'));
    await writeFile(join(folder, 'page/index.html'), '<!doctype html>');
    await writeFile(join(folder, 'secret.txt'), 'secret');
  });
  afterAll(() => rm(folder, { recursive: true }));
  const ask = (url: string, method = 'GET') => answerPageRequest({ url, method }, join(folder, 'page'));

  test('serves the page under its policy', async () => {
    const answer = await ask(PAGE_URL);
    expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html>']);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
  test.each(['app://songsong/../secret.txt', 'app://songsong/%2e%2e%2fsecret.txt', 'app://other/index.html'])(
    'serves nothing at %s',
    async (url) => {
      const answer = await ask(url);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('secret');
    },
  );
  test('answers GET alone', async () => expect((await ask(PAGE_URL, 'POST')).status).toBe(404));
});
