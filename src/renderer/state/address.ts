/**
 * Where the reader is, kept in the address after `#`, so that reload, back and bookmarks work:
 * `#/home`, `#/import`, `#/p/KEY/DOCUMENT/grid?row=12`.
 */
import { create } from 'zustand';

export const DOCUMENT_SCREENS = [
  'prepare',
  'align',
  'grid',
  'flags',
  'history',
  'export',
  'compare',
  'review',
  'report',
  'unaligned',
  'concordance',
  'map',
  'packages',
  'review-in',
  'glossary',
  'decisions',
] as const;
export type DocumentScreen = (typeof DOCUMENT_SCREENS)[number];

export type Place =
  | { readonly screen: 'home' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'import'; readonly project: string | null }
  | { readonly screen: DocumentScreen; readonly project: string; readonly documentId: number };

export interface Address {
  readonly place: Place;
  readonly query: Readonly<Record<string, string>>;
}

const isDocumentScreen = (name: string): name is DocumentScreen =>
  (DOCUMENT_SCREENS as readonly string[]).includes(name);

/** Anything that cannot be read leads home. */
export const parseAddress = (hash: string): Address => {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?', 2);
  const query = Object.fromEntries(new URLSearchParams(search));
  const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  if (parts[0] === 'p' && parts[1] && parts[2] && isDocumentScreen(parts[3] ?? '')) {
    const documentId = Number(parts[2]);
    if (Number.isInteger(documentId) && documentId > 0)
      return { place: { screen: parts[3] as DocumentScreen, project: parts[1], documentId }, query };
  }
  if (parts[0] === 'import') return { place: { screen: 'import', project: query['project'] ?? null }, query };
  if (parts[0] === 'settings') return { place: { screen: 'settings' }, query };
  return { place: { screen: 'home' }, query };
};

export const printAddress = ({ place, query }: Address): string => {
  const search = new URLSearchParams(query).toString();
  const path =
    'documentId' in place
      ? `/p/${encodeURIComponent(place.project)}/${place.documentId}/${place.screen}`
      : `/${place.screen}`;
  return `#${path}${search === '' ? '' : `?${search}`}`;
};

export const useAddress = create<Address>(() => parseAddress(window.location.hash));

/** Goes to a place; the page that is left stays reachable by the browser's back. */
export const go = (place: Place, query: Record<string, string> = {}): void => {
  const address = { place, query };
  window.history.pushState(null, '', printAddress(address));
  useAddress.setState(address);
};

/** Changes the query of the present place in passing, without a step in the browser's history. */
export const amendQuery = (changes: Readonly<Record<string, string | null>>): void => {
  const { place, query } = useAddress.getState();
  const next: Record<string, string> = { ...query };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete next[name];
    else next[name] = value;
  }
  window.history.replaceState(null, '', printAddress({ place, query: next }));
  useAddress.setState({ query: next });
};

export const followBrowserHistory = (): void => {
  const follow = () => useAddress.setState(parseAddress(window.location.hash));
  window.addEventListener('popstate', follow);
  window.addEventListener('hashchange', follow);
};
