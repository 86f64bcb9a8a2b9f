import { useTranslation } from 'react-i18next';
import type { Column, ExportOptions } from '../../../contract/index.ts';
import { EXPORT_FORMAT_IDS } from '../../../core/format/write/ids.ts';
import { nameLanguage, nameLanguageItself } from '../../i18n/index.ts';
import { FurtherChoices } from './FurtherChoices.tsx';

interface ExportChoicesProps {
  readonly options: ExportOptions;
  readonly columns: readonly Column[];
  readonly onChange: (options: ExportOptions) => void;
}

/** Codes that other tools expect, by language; the first is the plain one. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  vi: ['vi', 'vi-VN'],
  de: ['de', 'de-DE', 'de-AT', 'de-CH'],
  ru: ['ru', 'ru-RU'],
  zh: ['zh', 'zh-CN', 'zh-Hans', 'zh-TW', 'zh-Hant'],
  en: ['en', 'en-US', 'en-GB'],
};
const SHAPES = ['multilingual', 'pairs'] as const;
/** What may go out, from the strictest choice to the widest. */
const STATUS_CHOICES = {
  confirmed: ['confirmed', 'reviewed'],
  worked: ['confirmed', 'reviewed', 'edited'],
  all: undefined,
} as const;
type StatusChoice = keyof typeof STATUS_CHOICES;

const chosenStatus = (options: ExportOptions): StatusChoice =>
  options.statuses === undefined ? 'all' : options.statuses.includes('edited') ? 'worked' : 'confirmed';

export const ExportChoices = ({ options, columns, onChange }: ExportChoicesProps) => {
  const { t } = useTranslation();
  const renderings = [
    ...new Set(columns.filter((column) => column.role === 'rendering').map((column) => column.lang)),
  ];
  const chosen = options.langs ?? renderings;
  const toggleLang = (lang: string) => {
    const next = chosen.includes(lang) ? chosen.filter((other) => other !== lang) : [...chosen, lang];
    onChange({ ...options, langs: next.length === renderings.length ? undefined : next });
  };
  const radio = (name: 'format' | 'shape', values: readonly string[], current: string | undefined) => (
    <fieldset>
      <legend>{t(`export.${name}`)}</legend>
      {values.map((value) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name={name}
            checked={current === value}
            onChange={() => onChange({ ...options, [name]: value })}
          />
          <span>
            {t(`export.${name}-${value}`)}
            <small>{t(`export.${name}-${value}-advice`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
  return (
    <form className="panel export-choices" onSubmit={(event) => event.preventDefault()}>
      {radio('format', EXPORT_FORMAT_IDS, options.format)}
      {radio('shape', SHAPES, options.shape)}
      <fieldset>
        <legend>{t('export.languages')}</legend>
        {columns
          .filter((column, index) => columns.findIndex((other) => other.lang === column.lang) === index)
          .map(({ lang, role }) => (
            <div key={lang} className="language-choice">
              <label className="check">
                <input
                  type="checkbox"
                  checked={role === 'original' || chosen.includes(lang)}
                  disabled={role === 'original' || (chosen.length === 1 && chosen.includes(lang))}
                  onChange={() => toggleLang(lang)}
                />
                <span lang={lang}>{nameLanguageItself(lang)}</span>
              </label>
              <select
                className="input"
                aria-label={t('export.code-of', { language: nameLanguage(lang) })}
                value={options.codes?.[lang] ?? lang}
                onChange={(event) =>
                  onChange({ ...options, codes: { ...options.codes, [lang]: event.target.value } })
                }
              >
                {(CODES[lang] ?? [lang]).map((code) => (
                  <option key={code}>{code}</option>
                ))}
              </select>
            </div>
          ))}
      </fieldset>
      <fieldset>
        <legend>{t('export.statuses')}</legend>
        {(Object.keys(STATUS_CHOICES) as StatusChoice[]).map((choice) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name="statuses"
              checked={chosenStatus(options) === choice}
              onChange={() => onChange({ ...options, statuses: STATUS_CHOICES[choice]?.slice() })}
            />
            <span>{t(`export.statuses-${choice}`)}</span>
          </label>
        ))}
        <label className="choice">
          <input
            type="checkbox"
            checked={options.furniture ?? false}
            onChange={(event) => onChange({ ...options, furniture: event.target.checked })}
          />
          <span>{t('export.furniture')}</span>
        </label>
      </fieldset>
      <FurtherChoices options={options} onChange={onChange} />
    </form>
  );
};
