import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../../contract/index.ts';
import { titleOf } from '../../grid/columnTitle.ts';
import { go } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Meter } from '../../ui/Meter.tsx';

interface ResultCardProps {
  readonly column: Column;
  readonly place: { readonly project: string; readonly documentId: number };
}

const Coverage = ({ label, share }: { label: string; share: number }) => {
  const { t } = useTranslation();
  return (
    <div className="coverage">
      <span>{label}</span>
      <Meter value={share} label={label} thick />
      <b className="figures">{t('align.percent', { percent: Math.round(share * 100) })}</b>
    </div>
  );
};

const FlagFigures = ({ column, place }: ResultCardProps) => {
  const { t } = useTranslation();
  const flags = useQuery(
    queries.flags.list.queryOptions({ input: { ...place, alignmentId: column.alignmentId ?? undefined } }),
  );
  const count = (severity: string) => flags.data?.filter((flag) => flag.severity === severity).length ?? 0;
  if (!flags.data) return null;
  if (flags.data.length === 0) return <p className="soft">{t('align.no-flags')}</p>;
  return (
    <p>
      {t('align.flags', { count: flags.data.length, critical: count('critical'), major: count('major') })}{' '}
      <Button
        kind="quiet"
        small
        onClick={() => go({ screen: 'flags', ...place }, { alignment: String(column.alignmentId) })}
      >
        {t('align.show-flags')}
      </Button>
    </p>
  );
};

/** What aligning found out about one rendering, in words first. */
export const ResultCard = ({ column, all, place }: ResultCardProps & { readonly all: readonly Column[] }) => {
  const { t } = useTranslation();
  const { verdict } = column;
  const kind = verdict?.kind ?? (column.aligned ? 'given' : 'none');
  // The first reason is the verdict with the share that stands beside its bar; of gaps it says how many there are.
  const reasons = verdict?.reasons.slice(kind === 'gaps' ? 0 : 1) ?? [];
  return (
    <article className={`panel result verdict-${kind}`}>
      <h2 lang={column.lang}>{titleOf(column, all)}</h2>
      <p className="verdict">{t(`verdict.${kind}`)}</p>
      <p className="soft">{t(`verdict-advice.${kind}`)}</p>
      {verdict && (
        <>
          <Coverage label={t('align.source-coverage')} share={verdict.sourceCoverage} />
          <Coverage label={t('align.target-coverage')} share={verdict.targetCoverage} />
          {reasons.length > 0 && (
            <ul className="reasons">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
          <p className="soft figures">
            {t('align.groups', {
              groups: t('count.groups', { count: column.beads }),
              sentences: t('count.sentences', { count: column.sentences }),
              confirmed: column.confirmed,
            })}
          </p>
          <FlagFigures column={column} place={place} />
        </>
      )}
    </article>
  );
};
