/** What a person changed in a workbook, change by change, with what becomes of each. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewReport } from '../../../contract/index.ts';
import { MarkedText } from '../../ui/MarkedText.tsx';
import { differingStretch } from './differing.ts';

type Change = ReviewReport['changes'][number];
const OUTCOMES = ['applied', 'conflict', 'unclear', 'impossible', 'unknown'] as const;

/** Rows drawn at first; a workbook may hold thousands of changes. */
const SHOWN = 500;

const Both = ({ before, after }: Pick<Change, 'before' | 'after'>) => {
  const [gone, come] = differingStretch(before, after);
  return (
    <>
      <del>{before === '' ? '—' : <MarkedText text={before} spans={gone} />}</del>
      <ins>{after === '' ? '—' : <MarkedText text={after} spans={come} />}</ins>
    </>
  );
};

/** `done`: the outcomes have happened. */
export const ChangeTable = ({ changes, done }: { changes: readonly Change[]; done: boolean }) => {
  const { t } = useTranslation();
  const [only, setOnly] = useState<Change['outcome'] | null>(null);
  const shown = changes.filter(({ outcome }) => only === null || outcome === only);
  return (
    <>
      <div className="outcomes">
        {OUTCOMES.map((outcome) => {
          const count = changes.filter((change) => change.outcome === outcome).length;
          return count === 0 ? null : (
            <button
              key={outcome}
              type="button"
              className={`chip outcome-${outcome}`}
              aria-pressed={only === outcome}
              title={t(`review-in.outcome-advice.${outcome}`)}
              onClick={() => setOnly(only === outcome ? null : outcome)}
            >
              {t(`review-in.outcome.${outcome === 'applied' && !done ? 'ready' : outcome}`)}{' '}
              <b className="figures">{count}</b>
            </button>
          );
        })}
      </div>
      <table className="changes" aria-label={t('review-in.changes')}>
        <thead>
          <tr>
            {(['row', 'column', 'change', 'becomes'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`review-in.head-${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, SHOWN).map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes its order
            <tr key={index} className={`outcome-${change.outcome}`}>
              <td className="figures">{change.row}</td>
              <td>{change.column || t('review-in.whole-row')}</td>
              <td>
                <Both before={change.before} after={change.after} />
              </td>
              <td>
                {t(`review-in.outcome.${change.outcome === 'applied' && !done ? 'ready' : change.outcome}`)}
                {change.outcome !== 'applied' && (
                  <p className="soft">{t(`review-in.outcome-advice.${change.outcome}`)}</p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > SHOWN && <p className="soft">{t('review-in.more', { count: shown.length - SHOWN })}</p>}
    </>
  );
};
