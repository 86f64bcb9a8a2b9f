import { useTranslation } from 'react-i18next';
import type { Wanted } from './findState.ts';

const MODES = ['loose', 'exact', 'regex'] as const;
const PLACES = ['start', 'word', 'anywhere'] as const;

interface QueryFieldsProps {
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
}

/** How words are looked for: how exactly, where in a word, with capitals or without. */
export const QueryFields = ({ wanted, onChange }: QueryFieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <select
        className="input"
        aria-label={t('find.mode')}
        title={t(`find.mode-${wanted.mode}-advice`)}
        value={wanted.mode}
        onChange={({ target }) => onChange({ ...wanted, mode: target.value as Wanted['mode'] })}
      >
        {MODES.map((mode) => (
          <option key={mode} value={mode}>
            {t(`find.mode-${mode}`)}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={t('find.at')}
        disabled={wanted.mode === 'regex'}
        value={wanted.at}
        onChange={({ target }) => onChange({ ...wanted, at: target.value as Wanted['at'] })}
      >
        {PLACES.map((place) => (
          <option key={place} value={place}>
            {t(`find.at-${place}`)}
          </option>
        ))}
      </select>
      <label className="check">
        <input
          type="checkbox"
          checked={wanted.matchCase}
          onChange={({ target }) => onChange({ ...wanted, matchCase: target.checked })}
        />
        {t('find.match-case')}
      </label>
    </>
  );
};
