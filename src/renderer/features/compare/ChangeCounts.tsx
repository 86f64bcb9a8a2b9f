import { useTranslation } from 'react-i18next';
import type { VersionCounts } from '../../../contract/index.ts';

/** How much each text differs from the first, in figures. */
export const ChangeCounts = ({
  titles,
  counts,
}: {
  readonly titles: readonly string[];
  readonly counts: readonly VersionCounts[];
}) => {
  const { t } = useTranslation();
  return (
    <div className="change-counts">
      {counts.map((count, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two states of a text may have one name
        <p key={index}>
          <b>{titles[index + 1]}</b> {t('compare.counts', { ...count })}
        </p>
      ))}
    </div>
  );
};
