import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRESETS, useBindings } from '../../keys/bindings.ts';
import { isModifier, printKey, readKey } from '../../keys/combination.ts';
import { changeSettings, useSettings } from '../../state/settings.ts';
import { Button } from '../../ui/Button.tsx';

/** The keys of every command: a preset, and changes by hand over it. */
export const KeySettings = () => {
  const { t } = useTranslation();
  const preset = useSettings((settings) => settings.keyPreset);
  const changed = useSettings((settings) => settings.keys);
  const bindings = useBindings();
  const [listening, setListening] = useState<string | null>(null);
  const take = (command: string, event: KeyboardEvent) => {
    if (listening !== command || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (isModifier(event)) return;
    if (event.key !== 'Escape')
      changeSettings({ keys: { ...changed, [command]: [readKey(event.nativeEvent)] } });
    setListening(null);
  };
  const restore = (command: string) => {
    const { [command]: _taken, ...rest } = changed;
    changeSettings({ keys: rest });
  };
  const shownKeys = (command: string): string =>
    listening === command
      ? t('settings.press-key')
      : bindings[command]?.map((key) => printKey(key)).join(', ') || t('settings.no-key');
  return (
    <section className="panel key-settings">
      <header>
        <h2>{t('settings.keys')}</h2>
        <label className="field">
          {t('settings.preset')}
          <select
            className="input"
            value={preset}
            onChange={(event) => changeSettings({ keyPreset: event.target.value, keys: {} })}
          >
            {PRESETS.map((name) => (
              <option key={name} value={name}>
                {t(`settings.preset-${name}`)}
              </option>
            ))}
          </select>
        </label>
      </header>
      <p className="soft">{t('settings.keys-advice')}</p>
      <ul>
        {Object.keys(bindings).map((command) => (
          <li key={command}>
            <span>{t(`command.${command}`)}</span>
            <Button
              small
              aria-pressed={listening === command}
              aria-label={t('settings.change-key', {
                key: shownKeys(command),
                command: t(`command.${command}`),
              })}
              onClick={() => setListening(command)}
              onBlur={() => setListening(null)}
              onKeyDown={(event) => take(command, event)}
            >
              {shownKeys(command)}
            </Button>
            {changed[command] !== undefined && (
              <Button small kind="quiet" onClick={() => restore(command)}>
                {t('settings.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
