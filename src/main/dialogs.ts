/** The system's dialogs, for services that ask for paths; the page never sees one. */
import { BrowserWindow, type Dialog, type OpenDialogOptions } from 'electron';

export interface DesktopDialogs {
  /** Paths of the files that the person chose; none where they cancelled. */
  chooseFiles(kind: 'texts' | 'project'): Promise<string[]>;
  /** Where to save, or null where the person cancelled. */
  chooseSaveTarget(suggestedName: string): Promise<string | null>;
}

const OPEN: Record<'texts' | 'project', OpenDialogOptions> = {
  texts: {
    properties: ['openFile', 'multiSelections'],
    filters: [
      {
        name: 'Texts',
        extensions: 'txt md seg docx odt pdf html htm srt vtt tmx xlf xliff po xlsx csv tsv'.split(' '),
      },
      { name: 'All files', extensions: ['*'] },
    ],
  },
  project: {
    properties: ['openFile'],
    filters: [{ name: 'SongSong projects', extensions: ['songsong'] }],
  },
};

export const createDialogs = (dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>): DesktopDialogs => ({
  async chooseFiles(kind) {
    const window = BrowserWindow.getFocusedWindow();
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, OPEN[kind])
      : dialog.showOpenDialog(OPEN[kind]));
    return canceled ? [] : filePaths;
  },
  async chooseSaveTarget(suggestedName) {
    const window = BrowserWindow.getFocusedWindow();
    const options = { defaultPath: suggestedName };
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options));
    return canceled || filePath === '' ? null : filePath;
  },
});
