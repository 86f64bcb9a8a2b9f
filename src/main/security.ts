/** What the page may not do, whatever it is tricked into. */
import type { Session, WebContents } from 'electron';
import { isOwnPage, isSafeToOpenOutside } from './address.ts';

/** No camera, no notifications, no clipboard reading, nothing: the app asks for no permission. */
export function denyPermissions(session: Pick<Session, PermissionHandlers>): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
type PermissionHandlers =
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler';

/** No page but ours in a window, no second window, no webview; https links go to the system's browser. */
export function confineContents(contents: WebContents, openOutside: (url: string) => Promise<void>): void {
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isSafeToOpenOutside(url)) openOutside(url).catch(() => undefined);
    return { action: 'deny' };
  });
}
