/** Opens an address in the person's browser where there is one. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasDisplay, type Machine } from './desktop.ts';

const LEAVE_FOR_MS = 60_000;

/**
 * The address holds the token, and the arguments of a process can be read by every user of the machine: the browser is
 * given the name of a file that only this user may read, and the file sends it on.
 */
export function openInBrowser(url: string, machine: Machine): void {
  if (!hasDisplay(machine)) return;
  const folder = mkdtempSync(join(tmpdir(), 'songsong-open-'));
  const file = join(folder, 'open.html');
  const target = JSON.stringify(url).replaceAll('<', '\\u003c');
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><script>location.replace(${target})</script>`, {
    mode: 0o600,
  });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  setTimeout(remove, LEAVE_FOR_MS).unref();
  const address = pathToFileURL(file).href;
  const [command, ...args]: [string, ...string[]] =
    machine.platform === 'darwin'
      ? ['open', address]
      : machine.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address];
  // Whether it worked cannot be told; the address is printed anyway.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
