/**
 * The one place that knows which host the page runs in. In the desktop window the preload hands over a message port
 * (or a port-shaped bridge); in a browser the calls go by fetch to the loopback host that served the page.
 */
import type { ClientLink } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink, type SupportedMessagePort } from '@orpc/client/message-port';

type NoContext = Record<never, never>;

/** What the preload puts on `window`; its messages are strings or bytes, never objects. */
interface DesktopBridge {
  send(message: unknown): void;
  onMessage(take: (message: unknown) => void): void;
}

declare global {
  interface Window {
    readonly songsong?: DesktopBridge;
  }
}

const TOKEN_KEY = 'songsong.token';
const API_PATH = '/api';

/** Takes the token out of the address (`#token=…`) so that it is in no history, bookmark or screenshot. */
export const takeToken = (): string | null => {
  const found = /[#&]token=([\w-]+)/.exec(window.location.hash)?.[1];
  if (found === undefined) return window.sessionStorage.getItem(TOKEN_KEY);
  window.sessionStorage.setItem(TOKEN_KEY, found);
  const rest = window.location.hash.replace(/[#&]token=[\w-]+/, '');
  window.history.replaceState(null, '', window.location.pathname + (rest.startsWith('#') ? rest : ''));
  return found;
};

const portOfBridge = (bridge: DesktopBridge): SupportedMessagePort =>
  ({
    postMessage: (data: unknown) => bridge.send(data),
    addEventListener: (event: string, take: (event: { data: unknown }) => void) => {
      if (event === 'message') bridge.onMessage((data) => take({ data }));
    },
  }) as SupportedMessagePort;

export const isDesktop = (): boolean => window.songsong !== undefined;

/** The link to the services of this host. */
export const openLink = (): ClientLink<NoContext> => {
  if (window.songsong) return new PortLink({ port: portOfBridge(window.songsong) });
  const token = takeToken();
  return new FetchLink({
    url: `${window.location.origin}${API_PATH}`,
    headers: () => (token === null ? {} : { authorization: `Bearer ${token}` }),
  });
};
