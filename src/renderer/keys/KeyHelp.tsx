import './palette.css';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog.tsx';
import { useBindings } from './bindings.ts';
import { printKey } from './combination.ts';
import { COMMAND_GROUPS, useCommandState } from './commands.ts';

/** The keys that work on the screen it was opened from. */
export const KeyHelp = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const bindings = useBindings();
  const commands = [...useCommandState((state) => state.commands).values()];
  return (
    <Dialog title={t('help.title')} wide onClose={onClose}>
      <div className="key-help">
        {COMMAND_GROUPS.map((group) => {
          const inGroup = commands.filter(
            (command) => command.group === group && bindings[command.id]?.length,
          );
          if (inGroup.length === 0) return null;
          return (
            <section key={group}>
              <h3>{t(`command-group.${group}`)}</h3>
              <dl>
                {inGroup.map((command) => (
                  <div key={command.id} style={{ display: 'contents' }}>
                    <dt>{t(`command.${command.id}`)}</dt>
                    <dd>
                      {bindings[command.id]?.map((key) => (
                        <kbd key={key}>{printKey(key)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <p className="soft">{t('help.change')}</p>
    </Dialog>
  );
};
