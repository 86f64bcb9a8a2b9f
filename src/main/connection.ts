/** Connects the page with the services: over the one port that the preload script sends. */

import type { Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { IpcMain, IpcMainEvent } from 'electron';
import { isOwnPage } from './address.ts';

export const CONNECT_CHANNEL = 'songsong:connect';

export function acceptConnections(
  ipcMain: Pick<IpcMain, 'on'>,
  // biome-ignore lint/suspicious/noExplicitAny: a router takes whatever context its procedures ask for
  router: Router<any, Record<never, never>>,
): void {
  const handler = new RPCHandler(router);
  ipcMain.on(CONNECT_CHANNEL, (event) => {
    const [port] = event.ports;
    if (!port) return;
    if (!isTrusted(event)) return port.close();
    handler.upgrade(port, { context: {} });
    port.start();
  });
}

/** The top frame of our own page; a frame inside it, or a page that slipped in, is not heard. */
const isTrusted = ({ senderFrame }: Pick<IpcMainEvent, 'senderFrame'>): boolean =>
  senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);
