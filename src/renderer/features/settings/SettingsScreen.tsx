import './settings.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { nameLanguageItself } from '../../i18n/index.ts';
import { queries } from '../../state/api.ts';
import {
  changeSettings,
  DENSITIES,
  type Density,
  type TextFont,
  type Theme,
  useSettings,
} from '../../state/settings.ts';
import { KeySettings } from './KeySettings.tsx';
import { ReviewerName } from './ReviewerName.tsx';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const FONTS: readonly TextFont[] = ['sans', 'serif', 'system'];
const SIZES = [12, 13, 14, 15, 16, 18, 20, 24];

/** Look, text sizes and keys; kept on this machine, not in the project. */
export const SettingsScreen = () => {
  const { t } = useTranslation();
  const settings = useSettings();
  const info = useQuery(queries.app.info.queryOptions({ input: {} })).data;
  const languages = info?.languages.map(({ lang }) => lang) ?? [];
  return (
    <main className="page">
      <header>
        <div>
          <h1>{t('settings.title')}</h1>
          <p>{t('settings.lead')}</p>
        </div>
      </header>
      {info && <ReviewerName name={info.reviewer} />}
      <section className="panel settings-section">
        <h2>{t('settings.look')}</h2>
        <label className="field">
          {t('settings.theme')}
          <select
            className="input"
            value={settings.theme}
            onChange={(event) => changeSettings({ theme: event.target.value as Theme })}
          >
            {THEMES.map((theme) => (
              <option key={theme} value={theme}>
                {t(`settings.theme-${theme}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {t('settings.density')}
          <select
            className="input"
            value={settings.density}
            onChange={(event) => changeSettings({ density: event.target.value as Density })}
          >
            {DENSITIES.map((density) => (
              <option key={density} value={density}>
                {t(`settings.density-${density}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={settings.showTints}
            onChange={(event) => changeSettings({ showTints: event.target.checked })}
          />
          {t('settings.tints')}
        </label>
        <div className="text-looks">
          {languages.map((lang) => (
            <fieldset key={lang} className="text-look">
              <legend>{nameLanguageItself(lang)}</legend>
              <label className="field">
                {t('settings.text-size')}
                <select
                  className="input"
                  value={settings.textSize[lang] ?? 14}
                  onChange={(event) =>
                    changeSettings({ textSize: { ...settings.textSize, [lang]: Number(event.target.value) } })
                  }
                >
                  {SIZES.map((size) => (
                    <option key={size} value={size}>
                      {t('settings.pixels', { size })}
                    </option>
                  ))}
                </select>
              </label>
              <label className="field">
                {t('settings.text-font')}
                <select
                  className="input"
                  value={settings.textFont[lang] ?? 'sans'}
                  onChange={(event) =>
                    changeSettings({
                      textFont: { ...settings.textFont, [lang]: event.target.value as TextFont },
                    })
                  }
                >
                  {FONTS.map((font) => (
                    <option key={font} value={font}>
                      {t(`settings.font-${font}`)}
                    </option>
                  ))}
                </select>
              </label>
            </fieldset>
          ))}
        </div>
      </section>
      <KeySettings />
      {info && <p className="soft">{t('settings.version', { version: info.version })}</p>}
    </main>
  );
};
