/**
 * The desktop host, in the order that security asks for: what must stand before the app is ready (sandbox, scheme), then the
 * session, then the services, then the window.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { app, BrowserWindow, dialog, ipcMain, protocol, session, shell } from 'electron';
import { defaultDataFolder } from '../services/dataFolder.ts';
import { createServices, type Services } from '../services/index.ts';
import { placeOf, placeOfFault } from '../services/place.ts';
import { SCHEME } from './address.ts';
import { answerPageRequest } from './appProtocol.ts';
import { acceptConnections } from './connection.ts';
import { createDialogs } from './dialogs.ts';
import { replaceDefaultMenu } from './menu.ts';
import { confineContents, denyPermissions } from './security.ts';
import { openWindow } from './window.ts';

const out = join(app.getAppPath(), 'out');
const preload = join(out, 'preload/index.cjs');

function start(): Services {
  protocol.handle(SCHEME, (request) => answerPageRequest(request, join(out, 'renderer')));
  denyPermissions(session.defaultSession);
  replaceDefaultMenu(process.platform);
  const services = createServices({
    dataFolder: defaultDataFolder(),
    host: {
      kind: 'desktop',
      version: app.getVersion(),
      ...createDialogs(dialog),
      reportFault: (error, trace) => console.error(trace, error),
    },
    workers: join(out, 'main/workers.js').replace('app.asar', 'app.asar.unpacked'),
  });
  acceptConnections(ipcMain, services.router);
  return services;
}

/** Where the window goes first: the project that was named on the command line, the sample, or home. */
async function choosePlace(services: Services, words: readonly string[], folder: string): Promise<string> {
  const file = words.slice(1).find((word) => word.toLowerCase().endsWith('.songsong'));
  if (file && existsSync(resolve(folder, file))) return placeOf(services.openPath(resolve(folder, file)));
  if (!words.includes('--sample')) return '';
  return placeOf(await createRouterClient(services.router, { context: {} }).projects.openSample({}));
}

async function show(services: Services, words: readonly string[], folder: string): Promise<void> {
  let place = '';
  try {
    place = await choosePlace(services, words, folder);
  } catch (error) {
    const home = placeOfFault(error);
    if (home !== null) place = home;
    else dialog.showErrorBox('SongSong', error instanceof Error ? error.message : String(error));
  }
  await openWindow(preload, place);
}

/** The app's parts end before the process does: jobs stop, and projects are closed in good order. */
function closeBeforeQuitting(services: Services): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    const finish = () => {
      closed = true;
      app.quit();
    };
    services.close().then(finish, finish);
  });
}

app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
app.on('web-contents-created', (_event, contents) =>
  confineContents(contents, (url) => shell.openExternal(url)),
);
app.on('window-all-closed', () => app.quit());

if (!app.requestSingleInstanceLock()) app.quit();
// Awaiting this at the top of a module would hang Electron for ever.
else
  app.whenReady().then(async () => {
    const services = start();
    closeBeforeQuitting(services);
    app.on('second-instance', (_event, words, folder) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window?.isMinimized()) window.restore();
      if (window) window.focus();
      else void show(services, words, folder);
    });
    await show(services, process.argv, process.cwd());
  });
