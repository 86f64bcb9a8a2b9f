/** The app's window: the page in a sandbox, with the bridge and nothing else. */
import { BrowserWindow } from 'electron';
import { PAGE_URL } from './address.ts';

export async function openWindow(preload: string, fragment = ''): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'SongSong',
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(fragment === '' ? PAGE_URL : `${PAGE_URL}#${fragment}`);
  return window;
}
