import { lazy, Suspense, useMemo, useState } from 'react';
import { type Command, useCommands } from '../../keys/commands.ts';
// Not fetched later: what is typed right after its key belongs to it.
import { Palette } from '../../keys/Palette.tsx';
import { go } from '../../state/address.ts';
import { changeSettings, DENSITIES, useSettings } from '../../state/settings.ts';

const KeyHelp = lazy(async () => ({ default: (await import('../../keys/KeyHelp.tsx')).KeyHelp }));

const switchTheme = (): void => {
  const dark = document.documentElement.dataset['theme'] === 'dark';
  changeSettings({ theme: dark ? 'light' : 'dark' });
};

const nextDensity = (): void => {
  const { density } = useSettings.getState();
  changeSettings({ density: DENSITIES[(DENSITIES.indexOf(density) + 1) % DENSITIES.length] });
};

/** Commands that exist on every screen, and the dialogs they open. */
export const AppCommands = () => {
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const commands = useMemo<readonly Command[]>(
    () => [
      { id: 'app.palette', group: 'app', inText: true, run: () => setOpen('palette') },
      { id: 'app.help', group: 'app', run: () => setOpen('help') },
      { id: 'app.home', group: 'app', run: () => go({ screen: 'home' }) },
      { id: 'app.import', group: 'app', run: () => go({ screen: 'import', project: null }) },
      { id: 'app.settings', group: 'app', run: () => go({ screen: 'settings' }) },
      { id: 'app.theme', group: 'view', run: switchTheme },
      { id: 'app.density', group: 'view', run: nextDensity },
      {
        id: 'app.tints',
        group: 'view',
        run: () => changeSettings({ showTints: !useSettings.getState().showTints }),
      },
    ],
    [],
  );
  useCommands(commands);
  const close = () => setOpen(null);
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'help' && <KeyHelp onClose={close} />}
    </Suspense>
  );
};
