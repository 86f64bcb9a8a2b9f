/** How all texts are cut, the same choices as on the command line. */
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { setCutting, setRules, usePending } from './pending.ts';

export const CuttingChoices = ({ several }: { several: boolean }) => {
  const { t } = useTranslation();
  const { segmented, furniture, compare, rules } = usePending((state) => state.cutting);
  const field = useRef<HTMLInputElement>(null);
  return (
    <details className="panel cutting">
      <summary>{t('import.cutting')}</summary>
      <div className="choices">
        <label>
          <input
            type="checkbox"
            checked={furniture}
            onChange={(event) => void setCutting({ furniture: event.target.checked })}
          />
          {t('import.cutting-furniture')}
        </label>
        {several && (
          <label>
            <input
              type="checkbox"
              checked={compare && furniture}
              disabled={!furniture}
              onChange={(event) => void setCutting({ compare: event.target.checked })}
            />
            {t('import.cutting-compare')}
          </label>
        )}
        <label>
          <input
            type="checkbox"
            checked={segmented}
            onChange={(event) => void setCutting({ segmented: event.target.checked })}
          />
          {t('import.cutting-segmented')}
        </label>
        <p>
          {rules === null ? t('import.rules-built-in') : t('import.rules-own', { name: rules.name })}{' '}
          <Button small disabled={segmented} onClick={() => field.current?.click()}>
            {t('import.rules-choose')}
          </Button>{' '}
          {rules !== null && (
            <Button small onClick={() => void setRules(null)}>
              {t('import.rules-drop')}
            </Button>
          )}
          <input
            ref={field}
            type="file"
            accept=".srx,.xml"
            hidden
            aria-label={t('import.rules-choose')}
            onChange={(event) => {
              void setRules(event.target.files?.[0] ?? null);
              event.target.value = '';
            }}
          />
        </p>
      </div>
    </details>
  );
};
