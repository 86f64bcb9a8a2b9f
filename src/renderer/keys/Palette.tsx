import './palette.css';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { COMMAND_GROUPS, type Command, type Refusal, runCommand, useCommandState } from './commands.ts';

/** Marks and case do not matter in what is typed: "huy" finds "Hủy". */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** Every word that was typed begins a word of the name. */
const matches = (name: string, typed: string): boolean => {
  const words = plain(name).split(/[^\p{L}\p{N}]+/u);
  return plain(typed)
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
};

/** A dry run that fails does not hide the command: running it tells the failure. */
const refusalOf = async (command: Command): Promise<Refusal | null> => {
  try {
    return (await command.check?.()) ?? null;
  } catch {
    return null;
  }
};

const useRefusals = (commands: readonly Command[]): ReadonlyMap<string, Refusal> => {
  const [refusals, setRefusals] = useState<ReadonlyMap<string, Refusal>>(new Map());
  useEffect(() => {
    let left = false;
    void Promise.all(commands.map(async (command) => [command.id, await refusalOf(command)] as const)).then(
      (all) => {
        if (!left) setRefusals(new Map(all.filter((one): one is [string, Refusal] => one[1] !== null)));
      },
    );
    return () => {
      left = true;
    };
  }, [commands]);
  return refusals;
};

/** All commands by name; those that are not possible now say why. */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const state = useCommandState((all) => all.commands);
  const commands = useMemo(
    () => [...state.values()].filter((command) => command.id !== 'app.palette'),
    [state],
  );
  const refusals = useRefusals(commands);
  const shown = commands
    .filter((command) => matches(t(`command.${command.id}`), typed.trim()))
    .sort(
      (a, b) =>
        Number(refusals.has(a.id)) - Number(refusals.has(b.id)) ||
        COMMAND_GROUPS.indexOf(a.group) - COMMAND_GROUPS.indexOf(b.group),
    );
  const run = (command: Command | undefined) => {
    if (!command || refusals.has(command.id)) return;
    onClose();
    // The focus goes back to the grid first, so that the command works on what the reader looked at.
    window.setTimeout(() => runCommand(command.id));
  };
  const walk = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % Math.max(1, shown.length));
    else if (event.key === 'ArrowUp') setChosen((chosen - 1 + shown.length) % Math.max(1, shown.length));
    else if (event.key === 'Enter') run(shown[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t('palette.title')} onClose={onClose}>
      <input
        className="input palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={shown[chosen] && `palette-${shown[chosen].id}`}
        aria-label={t('palette.label')}
        placeholder={t('palette.label')}
        value={typed}
        data-autofocus
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={walk}
      />
      <div id="palette-list" className="palette-list" role="listbox" aria-label={t('palette.title')}>
        {shown.map((command, index) => {
          const refusal = refusals.get(command.id);
          return (
            <div
              key={command.id}
              id={`palette-${command.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              aria-disabled={refusal !== undefined}
              ref={(element) => {
                if (index === chosen) element?.scrollIntoView({ block: 'nearest' });
              }}
              onPointerMove={() => setChosen(index)}
              onClick={() => run(command)}
              onKeyDown={walk}
            >
              <span>
                {t(`command.${command.id}`)}
                {refusal && <small>{t(refusal.say, refusal.params)}</small>}
              </span>
              <KeyHint command={command.id} />
            </div>
          );
        })}
        {shown.length === 0 && <p className="soft">{t('palette.nothing')}</p>}
      </div>
    </Dialog>
  );
};
