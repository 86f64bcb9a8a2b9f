/** Where projects and settings lie unless told otherwise: one folder for all hosts, so that they share them. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** `SONGSONG_DATA`, else the system's place for data of applications. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  if (env['SONGSONG_DATA']) return env['SONGSONG_DATA'];
  if (platform === 'darwin') return join(home, 'Library/Application Support/SongSong');
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData/Roaming'), 'SongSong');
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local/share'), 'songsong');
}
