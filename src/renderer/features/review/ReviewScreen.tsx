import './review.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QUEUE_REASONS, type QueueReason } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { amendQuery, go, useAddress } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import { useOpenDocument, useOpenPlace } from '../../state/documents.ts';
import { describeError } from '../../state/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NoteThreads } from './NoteThreads.tsx';
import { Queue } from './Queue.tsx';
import { Samples } from './Samples.tsx';
import { Signatures } from './Signatures.tsx';

const USUAL: readonly QueueReason[] = ['flags', 'stale', 'low-score', 'needs-review'];
const AT_ONCE = 200;

/** What is to be looked at, one by one or many at once; samples, notes, and the signature at the end. */
export const ReviewScreen = () => {
  const { t } = useTranslation();
  const { document } = useOpenDocument();
  const query = useAddress((address) => address.query);
  const place = useOpenPlace();
  const [limit, setLimit] = useState(AT_ONCE);
  const alignmentId = Number(query['alignment'] ?? 0) || undefined;
  const reasons = query['why']
    ?.split(',')
    .filter((one): one is QueueReason => QUEUE_REASONS.includes(one as QueueReason)) ?? [...USUAL];
  const sampleId = Number(query['sample'] ?? 0) || null;
  const queue = useQuery({
    ...queries.review.queue.queryOptions({
      input: {
        ...place,
        ...(alignmentId !== undefined && { alignmentId }),
        reasons: sampleId === null ? reasons : [...QUEUE_REASONS],
        limit: sampleId === null ? limit : 5000,
      },
    }),
    placeholderData: keepPreviousData,
  });
  const samples = useQuery(queries.review.samples.queryOptions({ input: place })).data ?? [];
  const sample = samples.find((one) => one.sampleId === sampleId);
  const drawn = sample && new Set(sample.beads.map(({ beadId }) => beadId));
  const items = (queue.data?.items ?? []).filter((item) => !drawn || drawn.has(item.beadId));
  const all = drawn ? sample.beads : (queue.data?.beads ?? []);
  const renderings = document.columns.filter((column) => column.alignmentId !== null);
  const toggle = (reason: QueueReason) => {
    const next = reasons.includes(reason) ? reasons.filter((one) => one !== reason) : [...reasons, reason];
    amendQuery({ why: next.join(',') });
  };
  return (
    <main className="page wide review-page">
      <header>
        <div>
          <h1>{t('review.title')}</h1>
          <p>{t('review.lead')}</p>
        </div>
        <Button onClick={() => go({ screen: 'review-in', ...place })}>{t('review-in.open')}</Button>
      </header>
      <div className="review-columns">
        <div>
          <form className="panel queue-filters" onSubmit={(event) => event.preventDefault()}>
            <label className="field">
              {t('review.column')}
              <select
                className="input"
                value={query['alignment'] ?? ''}
                onChange={(event) => amendQuery({ alignment: event.target.value || null, sample: null })}
              >
                <option value="">{t('review.all-columns')}</option>
                {renderings.map((column) => (
                  <option key={column.versionId} value={String(column.alignmentId)}>
                    {nameLanguageItself(column.lang)}
                  </option>
                ))}
              </select>
            </label>
            <fieldset disabled={sampleId !== null}>
              <legend>{t('review.why')}</legend>
              {QUEUE_REASONS.map((reason) => (
                <label key={reason} className="check">
                  <input type="checkbox" checked={reasons.includes(reason)} onChange={() => toggle(reason)} />
                  {t(`review.reason.${reason}`)}
                  <span className="soft figures">{queue.data?.counts[reason] ?? 0}</span>
                </label>
              ))}
            </fieldset>
          </form>
          {queue.error && <p className="problem">{describeError(queue.error)}</p>}
          {queue.data && items.length === 0 ? (
            <EmptyState title={t('review.none-title')} advice={t('review.none-advice')} />
          ) : (
            <Queue
              items={items}
              all={all}
              place={place}
              revision={queue.data?.revision ?? 0}
              onMore={sampleId === null && items.length === limit ? () => setLimit(limit + AT_ONCE) : null}
            />
          )}
        </div>
        <aside>
          <Signatures columns={renderings} place={place} />
          <Samples columns={renderings} samples={samples} chosen={sampleId} place={place} />
          <NoteThreads place={place} />
        </aside>
      </div>
    </main>
  );
};
