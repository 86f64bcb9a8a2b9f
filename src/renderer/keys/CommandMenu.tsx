import { Fragment, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../ui/KeyHint.tsx';
import { Menu } from '../ui/Menu.tsx';
import { type Refusal, runCommand, useCommandState } from './commands.ts';

export interface CommandSection {
  readonly title?: string;
  readonly ids: readonly string[];
}

interface CommandMenuProps {
  readonly label: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly sections: readonly CommandSection[];
  /** Sections stand in columns. */
  readonly wide?: boolean;
  readonly onClose: () => void;
}

/** What dry runs say of the commands of a menu, as they come in; a command whose dry run fails stays possible and tells the failure. */
const useRefusals = (sections: readonly CommandSection[]): Readonly<Record<string, Refusal>> => {
  const commands = useCommandState((state) => state.commands);
  const [refusals, setRefusals] = useState<Readonly<Record<string, Refusal>>>({});
  useEffect(() => {
    let left = false;
    for (const id of sections.flatMap(({ ids }) => ids))
      void Promise.resolve(commands.get(id)?.check?.() ?? null)
        .then((refusal) => {
          if (!left && refusal) setRefusals((old) => ({ ...old, [id]: refusal }));
        })
        .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [commands, sections]);
  return refusals;
};

/** A menu of commands with their keys: what is not possible is there too, and the line at the foot says why. */
export const CommandMenu = ({ label, at, sections, wide = false, onClose }: CommandMenuProps) => {
  const { t } = useTranslation();
  const commands = useCommandState((state) => state.commands);
  const refusals = useRefusals(sections);
  const [looked, setLooked] = useState<string | null>(null);
  const refusal = looked === null ? undefined : refusals[looked];
  return (
    <Menu
      label={label}
      at={at}
      wide={wide}
      foot={refusal ? t(refusal.say, refusal.params) : t('menu.foot')}
      onClose={onClose}
    >
      {sections.map(({ title, ids }, index) => (
        <Fragment key={ids[0]}>
          {index > 0 && !wide && <hr />}
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu */}
          <div role="group" aria-label={title}>
            {title !== undefined && <p className="menu-title">{title}</p>}
            {ids
              .filter((id) => commands.has(id))
              .map((id) => (
                <button
                  key={id}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  aria-disabled={refusals[id] !== undefined}
                  aria-describedby={refusals[id] && 'menu-foot'}
                  onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
                  onFocus={() => setLooked(id)}
                  onClick={() => {
                    if (refusals[id]) return;
                    onClose();
                    window.setTimeout(() => runCommand(id));
                  }}
                >
                  <span>{t(`command.${id}`)}</span>
                  <KeyHint command={id} />
                </button>
              ))}
          </div>
        </Fragment>
      ))}
    </Menu>
  );
};
