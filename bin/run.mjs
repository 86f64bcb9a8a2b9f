// What follows the version guard. In a checkout out/ is built first where it is older than the sources.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const EXIT_INTERNAL = 4;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** `npm run` changes to the package's root; file arguments are meant from where the person stood. */
function folderOfCaller() {
  const { INIT_CWD, npm_package_json } = process.env;
  const movedByNpm = INIT_CWD && npm_package_json === join(root, 'package.json') && process.cwd() === root;
  return movedByNpm ? INIT_CWD : process.cwd();
}

export async function runCommandLine(words) {
  if (existsSync(join(root, 'src'))) {
    const { ensureBuilt } = await import('../tools/build.mjs');
    try {
      await ensureBuilt();
    } catch (error) {
      console.error(error.message);
      process.exitCode = EXIT_INTERNAL;
      return;
    }
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { main } = await import(pathToFileURL(join(root, 'out/main/cli.js')).href);
  await main(words, { folder: folderOfCaller(), root, version });
}
