import { Fragment, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Refusal, runCommand, useCommandState } from '../keys/commands.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { Menu } from '../ui/Menu.tsx';

/** Commands of the menu in groups; a line stands between them. */
const GROUPS: readonly (readonly string[])[] = [
  ['cell.confirm', 'row.confirm', 'cell.confirm-up-to', 'cell.needs-review', 'cell.accept', 'cell.clear'],
  [
    'cell.merge',
    'cell.split',
    'cell.first-up',
    'cell.last-down',
    'cell.border-down',
    'cell.border-up',
    'cell.push',
    'cell.pull',
    'cell.insert-empty',
  ],
  ['cell.mark', 'cell.unlink', 'row.merge'],
  ['cell.realign', 'column.align'],
  ['text.edit', 'text.split', 'text.join'],
  ['flag.agree', 'flag.dismiss', 'note.write', 'row.bookmark'],
];

interface CellMenuProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** The menu of a cell: what is not possible is there too and says why. */
export const CellMenu = ({ at, onClose }: CellMenuProps) => {
  const { t } = useTranslation();
  const commands = useCommandState((state) => state.commands);
  const [refusals, setRefusals] = useState<Readonly<Record<string, Refusal>>>({});
  useEffect(() => {
    let left = false;
    for (const id of GROUPS.flat())
      void Promise.resolve(commands.get(id)?.check?.() ?? null)
        .then((refusal) => {
          if (!left && refusal) setRefusals((old) => ({ ...old, [id]: refusal }));
        })
        // The menu stays usable where a dry run fails; running the command tells the failure.
        .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [commands]);
  return (
    <Menu label={t('grid.menu')} at={at} onClose={onClose}>
      {GROUPS.map((group, index) => (
        <Fragment key={group[0]}>
          {index > 0 && <hr />}
          {group
            .filter((id) => commands.has(id))
            .map((id) => {
              const refusal = refusals[id];
              return (
                <button
                  key={id}
                  type="button"
                  role="menuitem"
                  aria-disabled={refusal !== undefined}
                  onClick={() => {
                    if (refusal) return;
                    onClose();
                    window.setTimeout(() => runCommand(id));
                  }}
                >
                  <span>
                    {t(`command.${id}`)}
                    {refusal && <small>{t(refusal.say, refusal.params)}</small>}
                  </span>
                  <KeyHint command={id} />
                </button>
              );
            })}
        </Fragment>
      ))}
    </Menu>
  );
};
