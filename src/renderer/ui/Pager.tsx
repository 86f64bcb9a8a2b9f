import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';

interface PagerProps {
  readonly total: number;
  readonly from: number;
  /** How many there are on a page. */
  readonly page: number;
  readonly onTurn: (from: number) => void;
}

/** Pages of a long list; nothing where all is on one. */
export const Pager = ({ total, from, page, onTurn }: PagerProps) => {
  const { t } = useTranslation();
  if (total <= page && from === 0) return null;
  return (
    <p className="pager soft figures">
      <Button small disabled={from === 0} onClick={() => onTurn(Math.max(0, from - page))}>
        {t('pager.before')}
      </Button>
      {t('pager.shown', { from: from + 1, to: Math.min(total, from + page), total })}
      <Button small disabled={from + page >= total} onClick={() => onTurn(from + page)}>
        {t('pager.after')}
      </Button>
    </p>
  );
};
