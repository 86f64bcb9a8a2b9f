/** Files out of what was dropped or chosen, folders with all that is in them. */
import { i18n } from '../../i18n/index.ts';
import { tellProblem } from '../../state/toasts.ts';

export interface DroppedFile {
  readonly file: File;
  /** Within the folder it came from; its name where it came alone. */
  readonly path: string;
}

const MOST_FILES = 500;
const MOST_MEGABYTES = 200;

const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'));

/** Folders are walked through. Has to be called while the drop is handled: afterwards the browser forgets what it was. */
export function filesOf(transfer: DataTransfer): Promise<DroppedFile[]> {
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const plain = [...transfer.files];
  return walk(entries, plain);
}

async function walk(
  entries: readonly (FileSystemEntry | null)[],
  plain: readonly File[],
): Promise<DroppedFile[]> {
  if (!entries.some((entry) => entry?.isDirectory)) return plain.map((file) => ({ file, path: file.name }));
  const found: DroppedFile[] = [];
  for (const entry of entries) if (entry) await collect(entry, found);
  return limit(found);
}

async function collect(entry: FileSystemEntry, found: DroppedFile[]): Promise<void> {
  // One more than is taken, to know that there are more.
  if (found.length > MOST_FILES || entry.name.startsWith('.')) return;
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    found.push({ file, path });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A browser gives a hundred at once, and none at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const one of some.sort((a, b) => a.name.localeCompare(b.name))) await collect(one, found);
  }
}

/** Of a field in which files or a folder were chosen. */
export const filesOfField = (files: FileList): DroppedFile[] =>
  limit(
    [...files]
      .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
      .filter(({ path }) => !isHidden(path)),
  );

function limit(files: readonly DroppedFile[]): DroppedFile[] {
  if (files.length > MOST_FILES) tellProblem(i18n.t('import.too-many', { limit: MOST_FILES }));
  return files.slice(0, MOST_FILES);
}

/** Says that a file is too large to be handed over, and whether it is. */
export function refuseSize({ name, size }: File): boolean {
  const isLarge = size > MOST_MEGABYTES << 20;
  if (isLarge) tellProblem(i18n.t('error.file-too-large', { file: name, limit: MOST_MEGABYTES }));
  return isLarge;
}
