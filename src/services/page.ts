/** The renderer's files as both hosts serve them: from one folder, never from beside it, under one strict policy. */
import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export interface PageFile {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The build writes this word where a nonce belongs (`html.cspNonce` in electron.vite.config.ts). */
const NONCE_PLACE = '__CSP_NONCE__';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Nothing is allowed but what the page brings itself. Styles may also come with the nonce, because Mantine writes its
 * theme into a style element; scripts may not.
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export const securityHeaders = (nonce: string): Record<string, string> => ({
  'content-security-policy': contentSecurityPolicy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=()',
  'cache-control': 'no-store',
});

export const createNonce = (): string => randomBytes(16).toString('base64');

/** The file that a URL's path names, under `folder`; whatever lies outside or is not there is a 404. */
export async function readPageFile(folder: string, urlPath: string): Promise<PageFile> {
  const nonce = createNonce();
  const headers = securityHeaders(nonce);
  const path = await findInside(folder, urlPath);
  const bytes = path === null ? null : await readFile(path).catch(() => null);
  if (path === null || bytes === null)
    return {
      status: 404,
      headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
      body: Buffer.from('Not found'),
    };
  const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const body = type.startsWith('text/html')
    ? Buffer.from(bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce))
    : bytes;
  return { status: 200, headers: { ...headers, 'content-type': type }, body };
}

/** The real path of a file inside the folder, or null: dots, encoded dots, backslashes, NUL and links lead nowhere. */
async function findInside(folder: string, urlPath: string): Promise<string | null> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (/[\0\\]/.test(decoded) || decoded.split('/').includes('..')) return null;
  try {
    const root = await realpath(folder);
    const real = await realpath(join(root, decoded === '/' ? 'index.html' : decoded));
    return real.startsWith(root + sep) ? real : null;
  } catch {
    return null;
  }
}
