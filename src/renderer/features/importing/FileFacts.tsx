/** What was found out about a file's format: warnings, its encoding to change, its columns to assign. */
import { useTranslation } from 'react-i18next';
import { nameLanguage } from '../../i18n/index.ts';
import { type Slot, setColumn, setEncoding } from './pending.ts';

export const EncodingChoice = ({ slot }: { slot: Slot }) => {
  const { t } = useTranslation();
  const encodings = slot.preview?.encodings ?? [];
  if (encodings.length === 0) return null;
  return (
    <label className="field">
      {t('import.encoding')}
      <select
        className="input"
        value={slot.encoding ?? slot.preview?.encoding ?? ''}
        onChange={(event) => setEncoding(slot.file, event.target.value)}
      >
        {encodings.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
};

export const Warnings = ({ slot }: { slot: Slot }) => (
  <>
    {(slot.preview?.warnings ?? []).map(({ code, message }) => (
      <p key={code} className="guess unsure">
        {message}
      </p>
    ))}
  </>
);

/** For tables, also where no languages were found in them: which column holds which language. */
export const ColumnChoice = ({ slot, languages }: { slot: Slot; languages: readonly string[] }) => {
  const { t } = useTranslation();
  if (!slot.preview || slot.preview.columns.length < 2) return null;
  return (
    <div className="slot-fields">
      {slot.preview.columns.map(({ index, name, lang }) => (
        <label key={index} className="field">
          {t('import.column', { name })}
          <select
            className="input"
            value={
              slot.columns?.find((one) => one.index === index)?.lang ?? (slot.columns ? '' : (lang ?? ''))
            }
            onChange={(event) => setColumn(slot.file, index, event.target.value)}
          >
            <option value="">{t('import.column-none')}</option>
            {[...new Set([...(lang ? [lang] : []), ...languages])].map((code) => (
              <option key={code} value={code}>
                {nameLanguage(code)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
};
