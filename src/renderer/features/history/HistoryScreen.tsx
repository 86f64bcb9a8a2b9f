import './history.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queries } from '../../state/api.ts';
import { useOpenDocument, useOpenPlace } from '../../state/documents.ts';
import { describeError } from '../../state/errors.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { describeEdit, describePlace } from './describeEdit.ts';
import { Snapshots } from './Snapshots.tsx';

const times = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Every edit in words, newest first; one click goes back to before or after any of them. */
export const HistoryScreen = () => {
  const { t } = useTranslation();
  const { project } = useOpenDocument();
  const [busy, setBusy] = useState(false);
  const history = useQuery(queries.edits.history.queryOptions({ input: { project: project.key } }));
  const edits = [...(history.data ?? [])].sort((a, b) => b.editId - a.editId);
  const place = useOpenPlace();
  /** Undoes or redoes one by one, so that each is recorded as if its key had been pressed. */
  const repeat = async (count: number, step: 'undo' | 'redo') => {
    setBusy(true);
    try {
      for (let turn = 0; turn < count; turn += 1) {
        const outcome = await api.edits[step](place);
        if (!outcome.possible) break;
      }
      await history.refetch();
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const doneFrom = (editId: number) =>
    edits.filter((edit) => edit.state === 'done' && edit.editId >= editId).length;
  const undoneTo = (editId: number) =>
    edits.filter((edit) => edit.state === 'undone' && edit.editId <= editId).length;
  return (
    <main className="page">
      <header>
        <div>
          <h1>{t('history.title')}</h1>
          <p>{t('history.lead')}</p>
        </div>
        <div className="actions">
          <Button disabled={busy} onClick={() => void repeat(1, 'undo')}>
            {t('action.undo')}
          </Button>
          <Button disabled={busy} onClick={() => void repeat(1, 'redo')}>
            {t('action.redo')}
          </Button>
        </div>
      </header>
      {history.error && <p className="problem">{describeError(history.error)}</p>}
      {history.data && edits.length === 0 && (
        <EmptyState title={t('history.none-title')} advice={t('history.none-advice')} />
      )}
      <Snapshots place={place} />
      <ol className="panel edit-list">
        {edits.map((edit) => (
          <li key={edit.editId} className={edit.state}>
            <span>{describeEdit(edit)}</span>
            <span className="soft">{describePlace(edit.params)}</span>
            <span className="soft figures">
              {times.format(edit.at)}
              {edit.author !== '' && ` · ${edit.author}`}
            </span>
            {edit.state === 'done' ? (
              <Button small disabled={busy} onClick={() => void repeat(doneFrom(edit.editId), 'undo')}>
                {t('history.back-before')}
              </Button>
            ) : (
              <Button small disabled={busy} onClick={() => void repeat(undoneTo(edit.editId), 'redo')}>
                {t('history.redo-to')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </main>
  );
};
