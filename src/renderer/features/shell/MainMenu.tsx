import { IconMenu2 } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandMenu } from '../../keys/CommandMenu.tsx';
import { COMMAND_GROUPS, type Command, useCommandState, useCommands } from '../../keys/commands.ts';

/** Every command of this screen by group, for those who look for what there is; F10 opens it. */
export const MainMenu = () => {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const commands = useCommandState((state) => state.commands);
  const sections = useMemo(
    () =>
      COMMAND_GROUPS.map((group) => ({
        title: t(`command-group.${group}`),
        ids: [...commands.values()]
          .filter((command) => command.group === group && command.id !== 'app.menu')
          .map(({ id }) => id),
      })).filter(({ ids }) => ids.length > 0),
    [commands, t],
  );
  useCommands(
    useMemo<readonly Command[]>(() => [{ id: 'app.menu', group: 'app', run: () => setOpen(true) }], []),
  );
  const close = useCallback(() => setOpen(false), []);
  const box = button.current?.getBoundingClientRect();
  return (
    <>
      <button
        ref={button}
        type="button"
        className="menu-opener"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('shell.menu')}
        title={t('shell.menu')}
        // The grid keeps the focus, and gets it back from the menu.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpen(true)}
      >
        <IconMenu2 size={18} stroke={1.7} />
      </button>
      {open && (
        <CommandMenu
          wide
          label={t('shell.menu')}
          at={{ x: box?.left ?? 8, y: (box?.bottom ?? 40) + 6 }}
          sections={sections}
          onClose={close}
        />
      )}
    </>
  );
};
