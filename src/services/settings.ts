/** The reader's settings, in a small file in the data folder: the page's own storage goes with the port of the web host. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const record = z.record(z.string(), z.unknown());
export type Settings = z.infer<typeof record>;

export interface SettingsFile {
  /** Empty where nothing was kept yet, or where the file cannot be read. */
  read(): Settings;
  write(settings: Settings): void;
}

export const createSettingsFile = (file: string): SettingsFile => ({
  read: () => {
    try {
      return record.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return {};
    }
  },
  write: (settings) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.part`, JSON.stringify(settings, null, 2));
    renameSync(`${file}.part`, file);
  },
});
