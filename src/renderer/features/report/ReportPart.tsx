import { useTranslation } from 'react-i18next';
import type { ReportPart as Part } from '../../../contract/index.ts';
import { nameLanguage } from '../../i18n/index.ts';
import { Table } from './Table.tsx';

const times = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const percent = (share: number): string => (100 * share).toFixed(1);

/** One rendering in the report. */
export const ReportPart = ({ part }: { readonly part: Part }) => {
  const { t } = useTranslation();
  return (
    <section className="report-part">
      <h2>
        {nameLanguage(part.lang)} <span className="soft">{part.label}</span>
      </h2>
      {part.signOffs.map((one) => (
        <p key={one.at} className={one.reopened ? '' : 'signed'}>
          {t('report.signed', { reviewer: one.reviewer, when: times.format(one.at), remark: one.remark })}
          {one.reopened &&
            ` ${t('report.reopened', { by: one.reopened.by, when: times.format(one.reopened.at), reason: one.reopened.reason })}`}
        </p>
      ))}
      {part.verdict && (
        <>
          <h3>{t('report.coverage')}</h3>
          <p>
            <b>{t(`verdict.${part.verdict.kind}`)}</b>{' '}
            {t('report.coverage-said', {
              source: percent(part.verdict.sourceCoverage),
              target: percent(part.verdict.targetCoverage),
              omissions: t('count.groups', { count: part.omissions }),
              additions: t('count.groups', { count: part.additions }),
            })}
          </p>
        </>
      )}
      <Table
        title={t('report.groups', { count: part.groups })}
        heads={[t('report.status'), t('report.count')]}
        rows={part.statuses.map(({ status, count }) => [t(`status.${status}`), count])}
      />
      <Table
        title={t('report.flags')}
        heads={[
          t('report.category'),
          t('report.severity'),
          t('report.open'),
          t('report.agreed'),
          t('report.dismissed'),
        ]}
        rows={part.flags.map(({ category, severity, open, agreed, dismissed }) => [
          category,
          t(`severity.${severity}`),
          open,
          agreed,
          dismissed,
        ])}
      />
      <Table
        title={t('report.open-flags')}
        heads={[
          t('report.row'),
          t('report.severity'),
          t('report.category'),
          t('report.flag'),
          t('report.decision'),
        ]}
        rows={part.openFlags.map(({ number, severity, category, message, decision }) => [
          number,
          t(`severity.${severity}`),
          category,
          message,
          t(`report.${decision}`),
        ])}
        looks={part.openFlags.map(({ severity }) => severity)}
        wide={3}
      />
      <Table
        title={t('report.rejected')}
        heads={[t('report.row'), t('report.rendering'), t('report.reason'), t('report.reviewer')]}
        rows={part.rejected.map(({ number, target, reason, reviewer }) => [
          number,
          { text: target, lang: part.lang },
          reason,
          reviewer,
        ])}
        wide={1}
      />
      <Table
        title={t('report.versions')}
        heads={[
          t('report.from'),
          t('report.to'),
          t('report.changed'),
          t('report.moved'),
          t('report.added'),
          t('report.removed'),
          t('report.same'),
        ]}
        rows={part.versions.map(({ from, to, counts }) => [
          from,
          to,
          counts.changed,
          counts.moved,
          counts.added,
          counts.removed,
          counts.same,
        ])}
      />
      <Table
        title={t('report.samples')}
        heads={[t('report.groups-drawn'), t('report.judged'), t('report.errors'), t('report.rate')]}
        rows={part.samples.map((sample) => [
          t('report.drawn', { size: sample.size, population: sample.population, seed: sample.seed }),
          sample.judged,
          sample.errors,
          sample.rate === null
            ? t('report.not-judged')
            : t('report.rate-said', {
                rate: percent(sample.rate),
                low: percent(sample.interval.low),
                high: percent(sample.interval.high),
              }),
        ])}
      />
      <Table
        title={t('report.open-notes')}
        heads={[
          t('report.sentence'),
          t('report.on'),
          t('report.note'),
          t('report.author'),
          t('report.answers'),
        ]}
        rows={part.openNotes.map(({ number, lang, quote, author, text, answers }) => [
          number,
          { text: quote ?? '', lang },
          text,
          author,
          answers,
        ])}
        wide={2}
      />
    </section>
  );
};
