import './align.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobState } from '../../../contract/index.ts';
import { amendQuery, go, useAddress } from '../../state/address.ts';
import { api } from '../../state/api.ts';
import { useOpenDocument, useOpenPlace } from '../../state/documents.ts';
import { wordError } from '../../state/errors.ts';
import { refreshDerived, useJobs } from '../../state/events.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { Means } from './Means.tsx';
import { ResultCard } from './ResultCard.tsx';

const Progress = ({ job, jobId }: { job: JobState | undefined; jobId: string }) => {
  const { t } = useTranslation();
  const share = job?.progress ?? 0;
  return (
    <section className="panel align-progress" aria-live="polite">
      <h2>{t(`align.job-${job?.kind ?? 'align'}`)}</h2>
      <Meter value={share} label={t('align.progress')} look="accent" thick />
      <div className="actions">
        <span className="soft figures">{t('align.percent', { percent: Math.round(share * 100) })}</span>
        <Button small onClick={() => void api.jobs.cancel({ jobId }).catch(tellFailure)}>
          {t('action.cancel')}
        </Button>
      </div>
    </section>
  );
};

/** Aligning, with progress, and what came out: a card with a verdict for each rendering. */
export const AlignScreen = () => {
  const { t } = useTranslation();
  const { document } = useOpenDocument();
  const jobId = useAddress((address) => address.query['job']);
  const job = useJobs((jobs) => (jobId === undefined ? undefined : jobs[jobId]));
  const [starting, setStarting] = useState(false);
  const state = job?.state;
  useEffect(() => {
    if (state !== undefined && state !== 'running') refreshDerived();
  }, [state]);
  const renderings = document.columns.filter((column) => column.role === 'rendering');
  const aligned = renderings.some((column) => column.aligned);
  const running = jobId !== undefined && (state === 'running' || (state === undefined && !aligned));
  const place = useOpenPlace();
  const start = async () => {
    setStarting(true);
    try {
      amendQuery({ job: (await api.jobs.align(place)).jobId });
    } catch (error) {
      tellFailure(error);
    } finally {
      setStarting(false);
    }
  };
  return (
    <main className="page">
      <header>
        <div>
          <h1>{document.title}</h1>
          <p>{t(running ? 'align.lead-running' : aligned ? 'align.lead-done' : 'align.lead-waiting')}</p>
        </div>
        <div className="actions">
          {!running && (
            <Button kind="quiet" onClick={() => go({ screen: 'prepare', ...place })}>
              {t('align.prepare')}
            </Button>
          )}
          {!running && (
            <Button disabled={starting} command="document.align" onClick={() => void start()}>
              {t(aligned ? 'align.again' : 'align.start')}
            </Button>
          )}
          {aligned && !running && (
            <Button kind="primary" onClick={() => go({ screen: 'grid', ...place })}>
              {t('align.open-grid')}
            </Button>
          )}
        </div>
      </header>
      {running && jobId !== undefined && <Progress job={job} jobId={jobId} />}
      {state === 'failed' && job?.error && (
        <p className="panel problem" role="alert">
          {wordError(job.error)}
        </p>
      )}
      {state === 'cancelled' && <p className="panel">{t('align.cancelled')}</p>}
      {!running && (
        <div className="results">
          {renderings.map((column) => (
            <ResultCard key={column.versionId} column={column} all={renderings} place={place} />
          ))}
        </div>
      )}
      {!running && <Means place={place} />}
    </main>
  );
};
