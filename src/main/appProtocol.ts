/** Serves the page at app://songsong/ out of its folder, under the same policy as the web host. */
import { readPageFile } from '../services/page.ts';
import { isOwnPage } from './address.ts';

export async function answerPageRequest(
  request: { readonly url: string; readonly method: string },
  pageFolder: string,
): Promise<Response> {
  if (!isOwnPage(request.url) || request.method !== 'GET') return new Response('Not found', { status: 404 });
  const file = await readPageFile(pageFolder, new URL(request.url).pathname);
  return new Response(new Uint8Array(file.body), { status: file.status, headers: { ...file.headers } });
}
