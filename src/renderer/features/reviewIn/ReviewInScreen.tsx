import './reviewIn.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewReport } from '../../../contract/index.ts';
import { go } from '../../state/address.ts';
import { api, queries, queryClient } from '../../state/api.ts';
import { useOpenDocument } from '../../state/documents.ts';
import { type HostFile, putFile } from '../../state/files.ts';
import { tellFailure, tellSuccess } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ChangeTable } from './ChangeTable.tsx';
import { WorkbookField } from './WorkbookField.tsx';

interface Read {
  readonly file: HostFile;
  readonly report: ReviewReport;
  /** Whether the report says what was done, not what would be. */
  readonly done: boolean;
}

/** A workbook that comes back from review: what was changed in it, before it is taken in, and what became of it. */
export const ReviewInScreen = () => {
  const { t } = useTranslation();
  const { project, document } = useOpenDocument();
  const info = useQuery(queries.app.info.queryOptions({ input: {} }));
  const [typed, setReviewer] = useState<string | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [busy, setBusy] = useState(false);
  const reviewer = typed ?? info.data?.reviewer ?? '';
  const ask = async (file: HostFile, dryRun: boolean): Promise<Read> => {
    const name = reviewer.trim() || undefined;
    const report = await api.workbooks.takeIn({
      project: project.key,
      file: file.file,
      reviewer: name,
      dryRun,
    });
    return { file, report, done: !dryRun };
  };
  const attempt = async (work: () => Promise<Read>) => {
    setBusy(true);
    try {
      setRead(await work());
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const look = (file: File) => attempt(async () => ask(await putFile(file), true));
  const takeIn = (file: HostFile) =>
    attempt(async () => {
      const taken = await ask(file, false);
      await queryClient.invalidateQueries();
      tellSuccess(t('review-in.done', { count: countOf(taken.report) }));
      return taken;
    });
  return (
    <main className="page review-in-page">
      <header>
        <div>
          <h1>{t('review-in.title')}</h1>
          <p>{t('review-in.lead')}</p>
        </div>
        <Button onClick={() => go({ screen: 'export', project: project.key, documentId: document.id })}>
          {t('review-in.to-export')}
        </Button>
      </header>
      <WorkbookField busy={busy} onFile={(file) => void look(file)} />
      {read && (
        <section className="panel" aria-label={t('review-in.report', { name: read.file.name })}>
          <header>
            <div>
              <h2>{read.file.name}</h2>
              <p className="soft figures" role="status">
                {t('review-in.figures', {
                  rows: t('count.rows', { count: read.report.rows }),
                  unchanged: read.report.unchanged,
                  changes: t(read.done ? 'review-in.taken' : 'review-in.ready', {
                    count: countOf(read.report),
                  }),
                })}
              </p>
            </div>
            {!read.done && (
              <div className="actions">
                <label className="field">
                  {t('review-in.reviewer')}
                  <input
                    className="input"
                    value={reviewer}
                    onChange={(event) => setReviewer(event.target.value)}
                  />
                </label>
                <Button
                  kind="primary"
                  disabled={busy || countOf(read.report) === 0}
                  onClick={() => void takeIn(read.file)}
                >
                  {t('review-in.take', { count: countOf(read.report) })}
                </Button>
              </div>
            )}
          </header>
          {read.done && <p>{t('review-in.undo')}</p>}
          {read.report.changes.length === 0 ? (
            <EmptyState title={t('review-in.none-title')} advice={t('review-in.none-advice')} />
          ) : (
            <ChangeTable changes={read.report.changes} done={read.done} />
          )}
        </section>
      )}
    </main>
  );
};

const countOf = ({ changes }: ReviewReport): number =>
  changes.filter(({ outcome }) => outcome === 'applied').length;
