/** Windows as tabs of Chromium, with Electron's order of events as far as the app relies on it. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { handlerOf, toApp, toChromium } from './addresses.ts';
import { type Answer, callBrowser, listenToSession, started } from './chromium.ts';
import { type MainMessage, PageMessages } from './messages.ts';
import { runInIsolatedWorld, runInMainWorld } from './worlds.ts';

const WORLD = 'electron-preload';

interface WebPreferences {
  preload?: string;
  sandbox?: boolean;
  contextIsolation?: boolean;
  nodeIntegration?: boolean;
  webviewTag?: boolean;
  webSecurity?: boolean;
}
type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' };

/** The stand-in has only the secure way: an app that asks for another would not be tested by it. */
function assertSecure(preferences: WebPreferences): void {
  const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = preferences;
  if (!sandbox || contextIsolation === false || nodeIntegration || webviewTag || webSecurity === false)
    throw new Error(`insecure webPreferences: ${JSON.stringify(preferences)}`);
}

export const windows = new Set<BrowserWindow>();
/** Told of new windows; the app's `browser-window-created` and its like come from here. */
export const windowEvents = new EventEmitter();

export class WebContents extends EventEmitter {
  readonly id = windows.size + 1;
  readonly mainFrame = { url: '', parent: null };
  readonly ready: Promise<void>;
  readonly #preferences: WebPreferences;
  readonly #messages: PageMessages;
  targetId = '';
  #session = '';
  #world: number | undefined;
  #expected = '';
  #openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(preferences: WebPreferences) {
    super();
    assertSecure(preferences);
    this.#preferences = preferences;
    this.#messages = new PageMessages(this, this.mainFrame, (message) => this.#deliver(message));
    this.ready = this.#open();
  }

  async #open(): Promise<void> {
    await started;
    const { targetId } = await callBrowser('Target.createTarget', { url: 'about:blank', newWindow: true });
    this.targetId = targetId;
    const { sessionId } = await callBrowser('Target.attachToTarget', { targetId, flatten: true });
    this.#session = sessionId;
    listenToSession(sessionId, (method, params) => void this.#onEvent(method, params));
    const preload = this.#preferences.preload ? readFileSync(this.#preferences.preload, 'utf8') : '';
    await this.#call('Page.enable');
    await this.#call('Runtime.enable');
    await this.#call('Runtime.addBinding', { name: 'standinSend', executionContextName: WORLD });
    await this.#call('Page.addScriptToEvaluateOnNewDocument', { source: `(${runInMainWorld})()` });
    await this.#call('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${runInIsolatedWorld})(${JSON.stringify(preload)})`,
      worldName: WORLD,
    });
    await this.#call('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  }

  #call(method: string, params: Record<string, unknown> = {}): Promise<Answer> {
    return callBrowser(method, params, this.#session);
  }

  async #onEvent(method: string, params: Answer): Promise<void> {
    if (method === 'Fetch.requestPaused') await this.#answer(params);
    else if (method === 'Runtime.bindingCalled') await this.#messages.take(JSON.parse(params.payload));
    else if (method === 'Runtime.executionContextCreated' && params.context.name === WORLD)
      this.#world = params.context.id;
    else if (method === 'Page.frameNavigated' && !params.frame.parentId) {
      this.mainFrame.url = toApp(params.frame.url);
    } else if (method === 'Page.windowOpen') this.#openHandler({ url: toApp(params.url) });
  }

  /** Requests of the page: navigations may be refused by the app, its own scheme is answered by the app. */
  async #answer({ requestId, request, resourceType, frameId }: Answer): Promise<void> {
    const url = toApp(request.url);
    if (resourceType === 'Document') {
      if (url !== this.#expected && this.#isRefused(url, frameId === this.targetId))
        return this.#call('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      this.#messages.forget();
      // The preload runs as soon as the document is there: its first message must find the right address.
      if (frameId === this.targetId) this.mainFrame.url = url;
    }
    const handler = handlerOf(url);
    if (!handler) return this.#call('Fetch.continueRequest', { requestId });
    try {
      const response = await handler(new Request(url, { method: request.method, headers: request.headers }));
      await this.#call('Fetch.fulfillRequest', {
        requestId,
        responseCode: response.status,
        responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
        body: Buffer.from(await response.arrayBuffer()).toString('base64'),
      });
    } catch {
      await this.#call('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    }
  }

  #isRefused(url: string, isMainFrame: boolean): boolean {
    let refused = false;
    const event = { url, isMainFrame, preventDefault: () => (refused = true) };
    if (isMainFrame) this.emit('will-navigate', event, url);
    this.emit('will-frame-navigate', event);
    return refused;
  }

  #deliver(message: MainMessage): void {
    const expression = `standinReceive(${JSON.stringify(message)})`;
    // The page may have gone meanwhile.
    this.#call('Runtime.evaluate', { contextId: this.#world, expression }).catch(() => undefined);
  }

  async load(url: string): Promise<void> {
    await this.ready;
    this.#expected = url;
    const { errorText } = await this.#call('Page.navigate', { url: toChromium(url) });
    if (errorText) throw new Error(`${errorText} loading '${url}'`);
  }
  send(channel: string, ...args: unknown[]): void {
    this.#deliver({ kind: 'event', channel, args: structuredClone(args) });
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  close(): void {
    void callBrowser('Target.closeTarget', { targetId: this.targetId });
    this.emit('destroyed');
  }
  getURL(): string {
    return this.mainFrame.url;
  }
  isDestroyed(): boolean {
    return ![...windows].some((window) => window.webContents === this);
  }
}

export const webContents = {
  fromDevToolsTargetId: (id: string) =>
    [...windows].map((window) => window.webContents).find((contents) => contents.targetId === id),
  getAllWebContents: () => [...windows].map((window) => window.webContents),
};

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;

  constructor(options: { webPreferences?: WebPreferences } = {}) {
    super();
    this.webContents = new WebContents(options.webPreferences ?? {});
    windows.add(this);
    this.webContents.once('destroyed', () => {
      windows.delete(this);
      this.emit('closed');
      windowEvents.emit('closed');
    });
    windowEvents.emit('created', this);
  }
  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows].find((window) => window.webContents === contents) ?? null;
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...windows][0] ?? null;
  }
  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }
  close(): void {
    this.webContents.close();
  }
  isDestroyed(): boolean {
    return !windows.has(this);
  }
  isMinimized(): boolean {
    return false;
  }
  show(): void {}
  restore(): void {}
  focus(): void {}
  setMenu(): void {}
}
