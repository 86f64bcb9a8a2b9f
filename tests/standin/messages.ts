/** Messages between the page and the main process: invoke, send and message ports. */
import { EventEmitter } from 'node:events';

export interface Frame {
  url: string;
  readonly parent: null;
}
/** What a page's world sends. */
export type PageMessage =
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'post'; channel: string; message: unknown; ports: number[] }
  | { kind: 'port'; id: number; data: unknown };
/** What a page's world takes. */
export type MainMessage =
  | { kind: 'reply'; id: number; value?: unknown; error?: string }
  | { kind: 'event'; channel: string; args: unknown[] }
  | { kind: 'port'; id: number; data: unknown };

type Invoked = (event: unknown, ...args: unknown[]) => unknown;
const invoked = new Map<string, Invoked>();

export const ipcMain = Object.assign(new EventEmitter(), {
  handle: (channel: string, handler: Invoked) => {
    if (invoked.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    invoked.set(channel, handler);
  },
  removeHandler: (channel: string) => invoked.delete(channel),
});

/** The main process's end of a port; messages wait until `start`, as in Electron. */
export class MessagePortMain extends EventEmitter {
  readonly #deliver: (data: unknown) => void;
  #queue: unknown[] | null = [];

  constructor(deliver: (data: unknown) => void) {
    super();
    this.#deliver = deliver;
  }
  take(data: unknown): void {
    if (this.#queue) this.#queue.push(data);
    else this.emit('message', { data, ports: [] });
  }
  start(): void {
    const waiting = this.#queue ?? [];
    this.#queue = null;
    for (const data of waiting) this.take(data);
  }
  postMessage(data: unknown): void {
    this.#deliver(structuredClone(data));
  }
  close(): void {
    this.#queue = [];
    this.emit('close');
  }
}

/** Messages of one page, one document at a time: `forget` when another document is loaded. */
export class PageMessages {
  readonly #ports = new Map<number, MessagePortMain>();
  readonly #deliver: (message: MainMessage) => void;
  readonly #sender: object;
  readonly #frame: Frame;

  constructor(sender: object, frame: Frame, deliver: (message: MainMessage) => void) {
    this.#sender = sender;
    this.#frame = frame;
    this.#deliver = deliver;
  }

  async take(message: PageMessage): Promise<void> {
    const event = { sender: this.#sender, senderFrame: this.#frame, processId: 1, frameId: 1 };
    if (message.kind === 'port') this.#ports.get(message.id)?.take(message.data);
    else if (message.kind === 'send') ipcMain.emit(message.channel, event, ...message.args);
    else if (message.kind === 'post') {
      const ports = message.ports.map((id) => {
        const port = new MessagePortMain((data) => this.#deliver({ kind: 'port', id, data }));
        this.#ports.set(id, port);
        return port;
      });
      ipcMain.emit(message.channel, { ...event, ports }, message.message);
    } else this.#deliver({ kind: 'reply', id: message.id, ...(await this.#invoke(message, event)) });
  }

  async #invoke({ channel, args }: { channel: string; args: unknown[] }, event: object) {
    try {
      const handler = invoked.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return { value: structuredClone(await handler(event, ...args)) };
    } catch (error) {
      return { error: `Error invoking remote method '${channel}': ${error}` };
    }
  }

  forget(): void {
    for (const port of this.#ports.values()) port.emit('close');
    this.#ports.clear();
  }
}
