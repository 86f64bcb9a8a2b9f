/** Chromium knows no `app://`: pages of handled schemes live at https://HOST.SCHEME.standin.invalid, answered by hand. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, SchemeHandler>();
const SUFFIX = '.standin.invalid';

export const handlerOf = (url: string): SchemeHandler | undefined => handlers.get(url.split(':', 1)[0]!);

export const protocol = {
  registerSchemesAsPrivileged: (): void => undefined,
  handle: (scheme: string, handler: SchemeHandler): void => {
    handlers.set(scheme, handler);
  },
};

export function toChromium(url: string): string {
  const parts = /^([a-z][a-z0-9+-]*):\/\/([^/]*)(.*)$/i.exec(url);
  return parts && handlers.has(parts[1]!) ? `https://${parts[2]}.${parts[1]}${SUFFIX}${parts[3]}` : url;
}

export function toApp(url: string): string {
  const parts = /^https:\/\/([^/]*)\.([a-z][a-z0-9+-]*)\.standin\.invalid(.*)$/i.exec(url);
  return parts ? `${parts[2]}://${parts[1]}${parts[3]}` : url;
}
