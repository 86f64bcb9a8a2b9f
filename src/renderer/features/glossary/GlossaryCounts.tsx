import { useTranslation } from 'react-i18next';
import type { GlossaryCounts as Counts } from '../../../contract/index.ts';

/** How many concepts there are, and terms of each language; `found`: how many of them a search leaves. */
export const GlossaryCounts = ({
  counts,
  found,
}: {
  readonly counts: Counts;
  readonly found: number | null;
}) => {
  const { t } = useTranslation();
  const byLang = Map.groupBy(counts.terms, ({ lang }) => lang);
  return (
    <p className="glossary-counts figures" role="status">
      <b>
        {found === null
          ? t('glossary.concepts', { count: counts.concepts })
          : t('glossary.found', { count: found, all: counts.concepts })}
      </b>
      {[...byLang].map(([lang, rows]) => (
        <span key={lang} className="soft">
          {lang} {rows.reduce((sum, { count }) => sum + count, 0)}
        </span>
      ))}
    </p>
  );
};
