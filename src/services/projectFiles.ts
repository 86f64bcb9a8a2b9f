/** Where projects lie and what they are called. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A file name out of a project's name that every file system takes; non-Latin letters stay. */
export function fileNameFor(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|[. ]+$/g, '')
    .slice(0, 80)
    .trim();
  return clean === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(clean) ? 'project' : clean;
}

/** A path in the folder that is free: `Name.songsong`, `Name 2.songsong`, … */
export function freeProjectPath(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const base = fileNameFor(name);
  for (let i = 1; ; i++) {
    const path = join(folder, `${base}${i === 1 ? '' : ` ${i}`}.songsong`);
    if (!existsSync(path)) return path;
  }
}
