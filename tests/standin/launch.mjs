// Finds the app's main file as Electron does, and runs it in this very process: Playwright watches its standard error
// for the inspector's address.

import { readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const words = process.argv.slice(2);
const isSwitch = (word) => word.startsWith('--');
const [appPath = '.', ...rest] = words.filter((word) => !isSwitch(word));
const folderOrFile = resolve(appPath);
const mainFile = statSync(folderOrFile).isDirectory()
  ? join(folderOrFile, JSON.parse(readFileSync(join(folderOrFile, 'package.json'), 'utf8')).main)
  : folderOrFile;

// `import 'electron'` and Playwright's `require('electron')` both get the stand-in.
const standin = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: standin, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

// Where Playwright launched it, the app gets ready when Playwright says so.
globalThis.standinGate = words.some((word) => word.startsWith('--remote-debugging-port'))
  ? new Promise((open) => {
      globalThis.__playwright_run = open;
    })
  : Promise.resolve();

process.argv = [process.argv[0], appPath, ...rest];
if (words.some((word) => word.startsWith('--inspect'))) inspector.open(0, '127.0.0.1');
await import(pathToFileURL(mainFile).href);
