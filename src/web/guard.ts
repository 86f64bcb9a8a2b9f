/**
 * Who may speak to the web host. It listens on this machine only, but every page in the same browser, every user of the
 * machine and every name that resolves to 127.0.0.1 can knock.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export const API_PREFIX = '/api';
const MEGABYTE = 1 << 20;
/** A file comes in base64, which is a third longer than its bytes (services read up to 200 MB). */
const LARGEST_FILE_BODY = 280 * MEGABYTE;
const LARGEST_BODY = 4 * MEGABYTE;

export interface Guard {
  /** `127.0.0.1:PORT`, the only Host that is served. */
  readonly host: string;
  readonly token: string;
}

export interface RequestHead {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export const isApiCall = (url: string): boolean => url === API_PREFIX || url.startsWith(`${API_PREFIX}/`);

/** The status to refuse a request with, or null where it may pass. */
export function judgeRequest({ method, url, headers }: RequestHead, guard: Guard): number | null {
  // A name that was rebound to this address carries its own Host.
  if (headers.host !== guard.host) return 421;
  if (!url.startsWith('/')) return 400;
  // The page and its files hold no secret: the token is in the fragment, which no request carries.
  if (!isApiCall(url)) return method === 'GET' || method === 'HEAD' ? null : 405;
  if (method !== 'POST') return 405;
  if (headers.origin !== `http://${guard.host}`) return 403;
  if ((headers['sec-fetch-site'] ?? 'same-origin') !== 'same-origin') return 403;
  // Forms and `no-cors` fetches cannot send JSON.
  if (headers['content-type']?.split(';')[0]?.trim() !== 'application/json') return 415;
  if (!isSame(headers.authorization ?? '', `Bearer ${guard.token}`)) return 401;
  return judgeLength(url, headers);
}

function judgeLength(url: string, headers: IncomingHttpHeaders): number | null {
  const length = headers['content-length'];
  if (length === undefined || !/^\d+$/.test(length)) return 411;
  const largest = url.startsWith(`${API_PREFIX}/files/`) ? LARGEST_FILE_BODY : LARGEST_BODY;
  return Number(length) > largest ? 413 : null;
}

/** In constant time whatever the lengths: digests are compared. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
