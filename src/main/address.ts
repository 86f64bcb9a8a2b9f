/** The address of the page inside the app; nothing else is ever shown in its window. */
export const SCHEME = 'app';
export const PAGE_HOST = 'songsong';
export const PAGE_ORIGIN = `${SCHEME}://${PAGE_HOST}`;
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

/** Parsed and compared part by part: a prefix would also fit `app://songsong.evil/`. */
export function isOwnPage(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === `${SCHEME}:` && parsed.host === PAGE_HOST;
}

/** Whether a link may be handed to the system's browser. */
export function isSafeToOpenOutside(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === 'https:' && parsed.username === '' && parsed.password === '';
}
