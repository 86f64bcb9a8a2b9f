import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { go } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import { useOpenDocument } from '../../state/documents.ts';
import type { DocumentPlace } from '../../state/edits.ts';
import { Button } from '../../ui/Button.tsx';
import { Words } from '../compare/Words.tsx';

const times = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** What a stale group said before; fetched for the row that one stands on. */
const WhatChanged = ({ item, place }: { readonly item: QueueItem; readonly place: DocumentPlace }) => {
  const { t } = useTranslation();
  const row = item.row ?? 0;
  const window = useQuery(
    queries.grid.rows.queryOptions({ input: { ...place, from: row, to: row + 1 } }),
  ).data;
  const cell = window?.cells.find(({ beadId }) => beadId === item.beadId);
  const segmentIds = [
    ...(window?.rows[0]?.source ? [window.rows[0].source.id] : []),
    ...(cell?.segments.map(({ id }) => id) ?? []),
  ];
  const changes =
    useQuery({
      ...queries.versions.changes.queryOptions({ input: { project: place.project, segmentIds } }),
      enabled: segmentIds.length > 0,
    }).data ?? [];
  if (changes.length === 0) return null;
  return (
    <div className="what-changed">
      <b>{t('review.changed')}</b>
      {changes.map((change) => (
        <p key={change.segmentId}>
          <Words words={change.words} />
        </p>
      ))}
    </div>
  );
};

interface QueueRowProps {
  readonly item: QueueItem;
  readonly position: number;
  readonly current: boolean;
  readonly place: DocumentPlace;
  readonly onFocus: (position: number) => void;
  readonly onReviewed: () => void;
  readonly onReject: () => void;
}

export const QueueRow = ({
  item,
  position,
  current,
  place,
  onFocus,
  onReviewed,
  onReject,
}: QueueRowProps) => {
  const { t } = useTranslation();
  const { document } = useOpenDocument();
  const column = document.columns.findIndex(({ alignmentId }) => alignmentId === item.alignmentId);
  const originalLang = document.columns[0]?.lang;
  return (
    <li className={current ? 'current' : ''}>
      <section
        data-queue-row={position}
        tabIndex={current ? 0 : -1}
        aria-label={t('review.row', { number: item.number, language: nameLanguageItself(item.lang) })}
        onFocus={() => onFocus(position)}
      >
        <p className="soft">
          <span className="figures">{item.number}</span> · {nameLanguageItself(item.lang)} ·{' '}
          {t(`status.${item.status}`)}
          {item.score !== null && ` · ${t('review.score', { score: item.score.toFixed(2) })}`}
          {item.flags > 0 && (
            <b className={item.worst ?? ''}> · {t('review.flags', { count: item.flags })}</b>
          )}
          {item.signed && ` · ${t('review.signed-off')}`}
          {item.reviewer !== null && item.at !== null && ` · ${item.reviewer}, ${times.format(item.at)}`}
        </p>
        {item.reason !== null && <p className="why">{t('review.reason-said', { reason: item.reason })}</p>}
        <div className="texts">
          <p lang={originalLang}>{item.source || <i className="soft">{t('review.no-source')}</i>}</p>
          <p lang={item.lang}>{item.target || <i className="soft">{t('review.no-target')}</i>}</p>
        </div>
        {item.messages.length > 0 && (
          <ul className="queue-flags">
            {item.messages.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
        {current && item.status === 'stale' && <WhatChanged item={item} place={place} />}
        <div className="actions">
          <Button
            small
            disabled={item.signed}
            command={current ? 'review.reviewed' : undefined}
            onClick={onReviewed}
          >
            {t('review.reviewed')}
          </Button>
          <Button
            small
            disabled={item.signed}
            command={current ? 'review.reject' : undefined}
            onClick={onReject}
          >
            {t('review.reject')}
          </Button>
          {item.row !== null && (
            <Button
              small
              kind="quiet"
              onClick={() =>
                go(
                  { screen: 'grid', ...place },
                  { row: String(item.row), column: String(Math.max(0, column)) },
                )
              }
            >
              {t('review.in-grid')}
            </Button>
          )}
        </div>
      </section>
    </li>
  );
};
