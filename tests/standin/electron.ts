/** The module `electron` as the main process sees it: what SongSong uses of it, and what Playwright asks it for. */
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { protocol } from './addresses.ts';
import { started, stopBrowser } from './chromium.ts';
import { ipcMain } from './messages.ts';
import { BrowserWindow, webContents, windowEvents, windows } from './windows.ts';

let quitting = false;

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = { appendSwitch: () => undefined };
  whenReady(): Promise<void> {
    return started;
  }
  isReady(): boolean {
    return windows.size > 0;
  }
  getVersion(): string {
    return '0.0.0';
  }
  getName(): string {
    return 'songsong';
  }
  getAppPath(): string {
    return process.cwd();
  }
  getPath(name: string): string {
    return join(tmpdir(), `songsong-standin-${name}`);
  }
  setPath(): void {}
  setAppUserModelId(): void {}
  enableSandbox(): void {}
  requestSingleInstanceLock(): boolean {
    return true;
  }
  /** As Electron: every `before-quit` and `will-quit` listener may hold it up and call again. */
  quit(): void {
    if (quitting) return;
    let held = false;
    const event = { preventDefault: () => (held = true) };
    this.emit('before-quit', event);
    if (!held) this.emit('will-quit', event);
    if (!held) this.exit(0);
  }
  exit(code = 0): void {
    quitting = true;
    stopBrowser();
    process.exit(code);
  }
}
export const app = new App();

windowEvents.on('created', (window: BrowserWindow) => {
  app.emit('browser-window-created', {}, window);
  app.emit('web-contents-created', {}, window.webContents);
});
windowEvents.on('closed', () => {
  if (windows.size === 0) app.emit('window-all-closed');
});

/** Kept so that tests can ask what the app allows. */
const permissionHandlers: Record<string, unknown> = {};
const defaultSession = {
  permissionHandlers,
  setPermissionRequestHandler: (handler: unknown) => (permissionHandlers['request'] = handler),
  setPermissionCheckHandler: (handler: unknown) => (permissionHandlers['check'] = handler),
  setDevicePermissionHandler: (handler: unknown) => (permissionHandlers['device'] = handler),
};
export const session = { defaultSession };

const notReplaced = (name: string) => () => {
  throw new Error(`stand-in: ${name} was not replaced by the test`);
};
export const dialog = {
  showOpenDialog: notReplaced('dialog.showOpenDialog'),
  showSaveDialog: notReplaced('dialog.showSaveDialog'),
  showMessageBox: notReplaced('dialog.showMessageBox'),
  showErrorBox: (title: string, content: string) => process.stderr.write(`${title}: ${content}\n`),
};
export const shell = { openExternal: notReplaced('shell.openExternal') };

let applicationMenu: object | null = null;
export const Menu = {
  setApplicationMenu: (menu: object | null) => {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
  buildFromTemplate: (items: object[]) => ({ items }),
};

export { BrowserWindow, ipcMain, protocol, webContents };
export default { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell, webContents };
