/**
 * Electron's default menu is removed: its Ctrl+R would reload the window in the middle of an edit. macOS keeps a small one,
 * because copy, paste and quit come from the menu there.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron';

const MAC_MENU: MenuItemConstructorOptions[] = [
  { role: 'appMenu' },
  { role: 'editMenu' },
  { role: 'windowMenu' },
];

export function replaceDefaultMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate(MAC_MENU) : null);
}
