/** Settings come from the host before the first picture, and go back to it shortly after each change. */
import { api } from './api.ts';
import { type Settings, useSettings } from './settings.ts';

const WRITE_AFTER_MS = 400;

export const followSettings = async (): Promise<void> => {
  try {
    useSettings.setState((await api.app.settings({})) as Partial<Settings>);
  } catch {
    // Without the host nothing works anyway, and that is told where it matters; the page's own copy is used.
  }
  let timer = 0;
  useSettings.subscribe((settings) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      api.app.keepSettings({ settings: { ...settings } }).catch(() => undefined);
    }, WRITE_AFTER_MS);
  });
};
