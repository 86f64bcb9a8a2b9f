/** One Chromium for each app, spoken to over the DevTools protocol. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

type Params = Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: the protocol's answers are as many as its methods
export type Answer = any;
type Listener = (method: string, params: Answer) => void;

const waiting = new Map<
  number,
  { method: string; resolve: (answer: Answer) => void; reject: (error: Error) => void }
>();
/** Events that belong to no page. */
export const BROWSER_SESSION = '';
const sessions = new Map<string, Listener>();
let lastId = 0;
let socket: WebSocket;
let browser: ChildProcess | undefined;
let profile: string | undefined;

/** Resolves when Chromium runs and, where Playwright launched the app, Playwright is ready for it. */
export const started: Promise<void> = (async () => {
  profile = mkdtempSync(join(tmpdir(), 'songsong-standin-'));
  browser = spawn(
    process.env.CHROMIUM ?? 'chromium',
    [
      '--headless=new',
      '--no-sandbox',
      '--remote-debugging-port=0',
      // It ends when its pipe does: also where the app was killed.
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-startup-window',
      '--disable-background-networking',
      '--disable-dev-shm-usage',
      '--force-color-profile=srgb',
      '--hide-scrollbars=false',
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    browser?.once('error', reject);
    browser?.once('exit', (code) => reject(new Error(`Chromium ended with ${code} before it was reached`)));
    createInterface(browser!.stderr!).on('line', (line) => {
      const found = /^DevTools listening on (ws:.*)$/.exec(line);
      if (!found) return;
      // Playwright waits for this line too, to attach its own session.
      process.stderr.write(`${line}\n`);
      resolve(found[1]!);
    });
  });
  socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  socket.onmessage = ({ data }) => take(JSON.parse(String(data)));
  // The app's own windows are opened by hand; what a page opened is closed, as the app always denies it. A target that is
  // closed while it is being made takes Chromium with it.
  listenToSession(BROWSER_SESSION, (method, { targetInfo }) => {
    if (method !== 'Target.targetCreated' || !targetInfo.openerId) return;
    const close = () =>
      callBrowser('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined);
    setTimeout(close, 200);
  });
  await callBrowser('Target.setDiscoverTargets', { discover: true });
  await (globalThis as { standinGate?: Promise<void> }).standinGate;
})();
started.catch((error) => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});

function take(message: Answer): void {
  if (message.id === undefined) {
    sessions.get(message.sessionId ?? BROWSER_SESSION)?.(message.method, message.params);
    return;
  }
  const call = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`));
  else call?.resolve(message.result);
}

export function callBrowser(method: string, params: Params = {}, sessionId?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const id = ++lastId;
    waiting.set(id, { method, resolve, reject });
    socket.send(JSON.stringify({ id, method, params, sessionId }));
  });
}

export function listenToSession(sessionId: string, listener: Listener): void {
  sessions.set(sessionId, listener);
}

export function stopBrowser(): void {
  browser?.removeAllListeners('exit');
  browser?.kill();
  if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
}
process.on('exit', stopBrowser);
