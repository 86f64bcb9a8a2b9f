/**
 * What runs in the page: Electron's two worlds. The preload script gets an isolated world of Chromium, so that the page
 * cannot reach what it does not expose. Both functions are sent as source and see nothing of this file.
 */

/** The page's own world: rebuilds what the isolated world exposes. Details of events are cloned between the worlds. */
export function runInMainWorld(): void {
  interface Shape {
    fn?: number;
    object?: Record<string, Shape>;
    value?: unknown;
  }
  const callbacks = new Map<number, (...args: unknown[]) => void>();
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  const pass = (value: unknown): unknown => {
    if (typeof value !== 'function') return value;
    callbacks.set(++last, value as (...args: unknown[]) => void);
    return { standinCallback: last };
  };
  const call = (fn: number, args: unknown[]) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      pending.set(id, { resolve, reject });
      document.dispatchEvent(new CustomEvent('standin:call', { detail: { id, fn, args: args.map(pass) } }));
    });
  const build = (shape: Shape): unknown => {
    const { fn, object } = shape;
    if (fn !== undefined) return (...args: unknown[]) => call(fn, args);
    if (!object) return shape.value;
    return Object.freeze(Object.fromEntries(Object.entries(object).map(([key, one]) => [key, build(one)])));
  };
  const on = (name: string, take: (detail: never) => void) =>
    document.addEventListener(name, (event) => take((event as CustomEvent).detail as never));
  on('standin:expose', ({ key, shape }: { key: string; shape: Shape }) =>
    Object.defineProperty(window, key, { value: build(shape), enumerable: true }),
  );
  on('standin:result', ({ id, error, value }: { id: number; error?: string; value: unknown }) => {
    const caller = pending.get(id);
    pending.delete(id);
    if (error === undefined) caller?.resolve(value);
    else caller?.reject(new Error(error));
  });
  on('standin:callback', ({ fn, args }: { fn: number; args: unknown[] }) => callbacks.get(fn)?.(...args));
}

/** The preload's world: `contextBridge` and `ipcRenderer` over one binding, `standinSend`, that only this world has. */
export function runInIsolatedWorld(preload: string): void {
  type Listener = (event: unknown, ...args: unknown[]) => void;
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const channels = new Map<string, Set<Listener>>();
  const ports = new Map<number, MessagePort>();
  let last = 0;
  const send = (message: unknown) =>
    (globalThis as unknown as { standinSend: (text: string) => void }).standinSend(JSON.stringify(message));
  const tell = (name: string, detail: unknown) => document.dispatchEvent(new CustomEvent(name, { detail }));

  const shapeOf = (value: unknown): unknown => {
    if (typeof value === 'function') {
      functions.set(++last, value as (...args: unknown[]) => unknown);
      return { fn: last };
    }
    if (value === null || typeof value !== 'object') return { value };
    return { object: Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one)])) };
  };
  const receive = (value: unknown): unknown => {
    const fn = (value as { standinCallback?: number } | null)?.standinCallback;
    return fn === undefined ? value : (...args: unknown[]) => tell('standin:callback', { fn, args });
  };
  document.addEventListener('standin:call', async (event) => {
    const { id, fn, args } = (event as CustomEvent).detail;
    try {
      tell('standin:result', { id, value: await functions.get(fn)?.(...args.map(receive)) });
    } catch (error) {
      tell('standin:result', { id, error: String(error) });
    }
  });

  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => tell('standin:expose', { key, shape: shapeOf(api) }),
  };
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        pending.set(++last, { resolve, reject });
        send({ kind: 'invoke', id: last, channel, args });
      }),
    send: (channel: string, ...args: unknown[]) => send({ kind: 'send', channel, args }),
    postMessage: (channel: string, message: unknown, transfer: MessagePort[] = []) => {
      const ids = transfer.map((port) => {
        const id = ++last;
        ports.set(id, port);
        port.onmessage = (event) => send({ kind: 'port', id, data: event.data });
        return id;
      });
      send({ kind: 'post', channel, message, ports: ids });
    },
    on: (channel: string, listener: Listener) => {
      channels.set(channel, (channels.get(channel) ?? new Set()).add(listener));
      return ipcRenderer;
    },
    off: (channel: string, listener: Listener) => {
      channels.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  };
  Object.assign(globalThis, {
    standinReceive: (message: {
      kind: 'reply' | 'event' | 'port';
      id: number;
      channel: string;
      args: unknown[];
      data: unknown;
      error?: string;
      value?: unknown;
    }) => {
      if (message.kind === 'port') return ports.get(message.id)?.postMessage(message.data);
      if (message.kind === 'event') {
        for (const listener of channels.get(message.channel) ?? []) listener({}, ...message.args);
        return;
      }
      const caller = pending.get(message.id);
      pending.delete(message.id);
      if (message.error === undefined) caller?.resolve(message.value);
      else caller?.reject(new Error(message.error));
    },
  });
  const require = (id: string) => {
    if (id === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found in a sandboxed preload: ${id}`);
  };
  new Function('require', 'module', 'exports', preload)(require, { exports: {} }, {});
}
