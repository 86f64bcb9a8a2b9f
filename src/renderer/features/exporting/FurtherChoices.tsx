import { useTranslation } from 'react-i18next';
import type { ExportOptions } from '../../../contract/index.ts';

interface FurtherChoicesProps {
  readonly options: ExportOptions;
  readonly onChange: (options: ExportOptions) => void;
}

const DAY = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** By date, score and repetition: all off at first. */
export const FurtherChoices = ({ options, onChange }: FurtherChoicesProps) => {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('export.choices')}</legend>
      <label className="choice">
        <span>{t('export.changed-since')}</span>
        <input
          type="date"
          className="input"
          value={options.changedSince === undefined ? '' : DAY(options.changedSince)}
          onChange={({ target }) =>
            onChange({ ...options, changedSince: target.value === '' ? undefined : Date.parse(target.value) })
          }
        />
      </label>
      <label className="choice">
        <span>{t('export.lowest-score')}</span>
        <input
          type="number"
          className="input"
          min={0}
          max={1}
          step={0.05}
          value={options.lowestScore ?? ''}
          onChange={({ target }) => {
            const score = target.valueAsNumber;
            onChange({ ...options, lowestScore: score >= 0 && score <= 1 ? score : undefined });
          }}
        />
      </label>
      <label className="choice">
        <input
          type="checkbox"
          checked={options.repeats === 'first'}
          onChange={({ target }) => onChange({ ...options, repeats: target.checked ? 'first' : 'all' })}
        />
        <span>{t('export.repeats-first')}</span>
      </label>
    </fieldset>
  );
};
