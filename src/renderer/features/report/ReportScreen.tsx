import './report.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { nameLanguage } from '../../i18n/index.ts';
import { api, queries } from '../../state/api.ts';
import { useOpenDocument, useOpenPlace } from '../../state/documents.ts';
import { describeError } from '../../state/errors.ts';
import { contentOf, download } from '../../state/files.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { ReportPart } from './ReportPart.tsx';
import { Table } from './Table.tsx';

const times = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });

/** What there is to say of the document, as a page that prints and as files. */
export const ReportScreen = () => {
  const { t } = useTranslation();
  const { document } = useOpenDocument();
  const place = useOpenPlace();
  const report = useQuery(queries.review.report.queryOptions({ input: place }));
  const save = async (format: 'html' | 'xlsx' | 'json') => {
    try {
      const { project, documentId } = place;
      const file = await api.review.reportFile({ project, documentIds: [documentId], format });
      download(file.name, contentOf(file), file.mediaType);
    } catch (error) {
      tellFailure(error);
    }
  };
  const { data } = report;
  return (
    <main className="page report-page">
      <header>
        <div>
          <h1>{document.title}</h1>
          {data && (
            <p>
              {t('report.lead', {
                when: times.format(data.madeAt),
                language: nameLanguage(data.originalLang),
                sentences: t('count.sentences', { count: data.sentences }),
              })}
            </p>
          )}
        </div>
        <div className="actions no-print">
          {(['json', 'xlsx', 'html'] as const).map((format) => (
            <Button key={format} disabled={!data} onClick={() => void save(format)}>
              {t(`report.${format}`)}
            </Button>
          ))}
          <Button kind="primary" disabled={!data} onClick={() => window.print()}>
            {t('report.print')}
          </Button>
        </div>
      </header>
      {report.error && <p className="problem">{describeError(report.error)}</p>}
      {data && data.parts.length > 0 && (
        <section className="report-part">
          <Table
            level="h2"
            title={t('report.summary')}
            heads={[
              t('report.rendering'),
              t('report.verdict'),
              t('report.rendered'),
              t('report.count'),
              t('report.confirmed'),
              t('report.flags-open'),
              t('report.open-notes'),
              t('report.signature'),
            ]}
            rows={data.parts.map((part) => [
              nameLanguage(part.lang),
              part.verdict ? t(`verdict.${part.verdict.kind}`) : '–',
              part.verdict ? `${(100 * part.verdict.sourceCoverage).toFixed(1)} %` : '–',
              part.groups,
              part.statuses
                .filter(({ status }) => status === 'confirmed' || status === 'reviewed')
                .reduce((sum, { count }) => sum + count, 0),
              part.openFlags.filter(({ decision }) => decision === 'open').length,
              part.openNotes.length,
              part.signOffs.find(({ reopened }) => reopened === null)?.reviewer ?? '–',
            ])}
          />
        </section>
      )}
      {data?.parts.map((part) => (
        <ReportPart key={part.lang + part.label} part={part} />
      ))}
    </main>
  );
};
