/** A zip archive that is written as it grows: for XLSX and DOCX. */
import { strToU8, Zip, ZipDeflate } from 'fflate';

export interface ZipWriter {
  /** Begins an entry; the one before ends. */
  open(name: string): void;
  write(text: string): void;
  /** What came out since the last call. */
  take(): Uint8Array;
  /** Ends the archive and gives the rest. */
  finish(): Uint8Array;
}

/** Compressing many small pieces is slow, and so is giving them out. */
const PIECE = 1 << 16;
/** The earliest date of a zip archive, in local time: the same content makes the same file. */
const MODIFIED = new Date(1980, 0, 1, 0, 0, 0);

export function createZip(): ZipWriter {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  let entry: ZipDeflate | null = null;
  let waiting = '';
  const flush = (final: boolean): void => {
    if (entry && (waiting !== '' || final)) entry.push(strToU8(waiting), final);
    waiting = '';
  };
  const take = (): Uint8Array => {
    if (ready.length === 0) return new Uint8Array();
    if (ready.length === 1) {
      const [only] = ready;
      ready = [];
      return only!;
    }
    const all = new Uint8Array(ready.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of ready) {
      all.set(chunk, at);
      at += chunk.length;
    }
    ready = [];
    return all;
  };
  return {
    open: (name) => {
      flush(true);
      entry = new ZipDeflate(name, { level: 6 });
      entry.mtime = MODIFIED;
      zip.add(entry);
    },
    write: (text) => {
      waiting += text;
      if (waiting.length > PIECE) flush(false);
    },
    take,
    finish: () => {
      flush(true);
      zip.end();
      return take();
    },
  };
}
