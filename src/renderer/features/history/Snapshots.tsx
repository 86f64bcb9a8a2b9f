import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotView } from '../../../contract/index.ts';
import { api, queries } from '../../state/api.ts';
import { describeError } from '../../state/errors.ts';
import { refreshDerived } from '../../state/events.ts';
import { type DocumentPlace, tellOutcome } from '../../state/performAnywhere.ts';
import { tellFailure, tellSuccess } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';

const times = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** States that were given a name, to go back to; going back is an edit like others and can be undone. */
export const Snapshots = ({ place }: { readonly place: DocumentPlace }) => {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const list = useQuery(queries.snapshots.list.queryOptions({ input: place }));
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
      refreshDerived();
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const create = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return field.current?.focus();
    void attempt(async () => {
      await api.snapshots.create({ ...place, name: name.trim() });
      tellSuccess(t('snapshots.created', { name: name.trim() }));
      setName('');
    });
  };
  const goBack = ({ snapshotId }: SnapshotView) =>
    attempt(async () => tellOutcome(await api.snapshots.goBack({ ...place, snapshotId })));
  const remove = ({ snapshotId }: SnapshotView) =>
    attempt(() => api.snapshots.remove({ ...place, snapshotId }));
  return (
    <section className="panel snapshots" aria-labelledby="snapshots-title">
      <h2 id="snapshots-title">{t('snapshots.title')}</h2>
      <form onSubmit={create}>
        <input
          ref={field}
          className="input"
          aria-label={t('snapshots.name')}
          placeholder={t('snapshots.name')}
          maxLength={200}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button disabled={busy || name.trim() === ''} onClick={create}>
          {t('snapshots.create')}
        </Button>
      </form>
      {list.error && <p className="problem">{describeError(list.error)}</p>}
      {list.data?.length === 0 && <p className="soft">{t('snapshots.none')}</p>}
      <ul>
        {list.data?.map((snapshot) => (
          <li key={snapshot.snapshotId}>
            <b>{snapshot.name}</b>
            <span className="soft figures">
              {times.format(snapshot.at)}
              {snapshot.author !== '' && ` · ${snapshot.author}`}
            </span>
            {snapshot.steps === 0 ? (
              <span className="soft">{t('snapshots.now')}</span>
            ) : (
              <Button small disabled={busy} onClick={() => void goBack(snapshot)}>
                {t('snapshots.go-back', { count: snapshot.steps })}
              </Button>
            )}
            <Button
              small
              kind="quiet"
              disabled={busy}
              aria-label={t('snapshots.remove-named', { name: snapshot.name })}
              onClick={() => void remove(snapshot)}
            >
              {t('snapshots.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
