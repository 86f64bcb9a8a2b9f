import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { api, queries, queryClient } from '../../state/api.ts';
import type { DocumentPlace } from '../../state/edits.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

const times = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Who signed which rendering; a signature freezes it, and reopening says why. */
export const Signatures = ({
  columns,
  place,
}: {
  readonly columns: readonly Column[];
  readonly place: DocumentPlace;
}) => {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<{ column: Column; what: 'sign' | 'reopen' } | null>(null);
  const [words, setWords] = useState('');
  const signOffs = useQuery(queries.review.signOffs.queryOptions({ input: place })).data ?? [];
  const info = useQuery(queries.app.info.queryOptions({ input: {} })).data;
  const [name, setName] = useState('');
  // A signature needs a name: whoever has not said theirs is asked for it here.
  const isNameless = info?.reviewerKnown === false;
  const ask = (column: Column, what: 'sign' | 'reopen') => {
    setWords('');
    setAsking({ column, what });
  };
  const carryOut = async () => {
    const alignmentId = asking?.column.alignmentId;
    if (!asking || alignmentId == null) return;
    try {
      if (asking.what === 'sign' && isNameless) {
        await api.app.setReviewer({ name: name.trim() });
        for (const room of [queries.app.info, queries.review])
          await queryClient.invalidateQueries({ queryKey: room.key() });
      }
      if (asking.what === 'sign') await api.review.signOff({ ...place, alignmentId, remark: words.trim() });
      else await api.review.reopen({ ...place, alignmentId, reason: words.trim() });
      setAsking(null);
    } catch (error) {
      tellFailure(error);
    }
  };
  return (
    <section className="panel">
      <h2>{t('review.signatures')}</h2>
      {columns.map((column) => {
        // What is signed has no newer version.
        const signed = signOffs.find(
          ({ versionId, reopened }) => versionId === column.versionId && reopened === null,
        );
        const isOneOfSeveral = columns.some((other) => other !== column && other.lang === column.lang);
        const open = column.beads - column.confirmed;
        return (
          <div key={column.versionId} className="signature">
            <b>
              {nameLanguageItself(column.lang)}
              {isOneOfSeveral && <span className="soft"> {column.label}</span>}
            </b>
            <span className="soft">
              {signed
                ? t('review.signed', { reviewer: signed.reviewer, when: times.format(signed.at) })
                : t('review.unsigned', { count: open })}
            </span>
            <Button small onClick={() => ask(column, signed ? 'reopen' : 'sign')}>
              {t(signed ? 'review.reopen' : 'review.sign')}
            </Button>
          </div>
        );
      })}
      {asking && (
        <Dialog
          title={t(asking.what === 'sign' ? 'review.sign-title' : 'review.reopen-title', {
            language: nameLanguageItself(asking.column.lang),
          })}
          onClose={() => setAsking(null)}
          footer={
            <>
              <Button onClick={() => setAsking(null)}>{t('action.cancel')}</Button>
              <Button
                kind="primary"
                disabled={asking.what === 'reopen' ? words.trim() === '' : isNameless && name.trim() === ''}
                onClick={() => void carryOut()}
              >
                {t(asking.what === 'sign' ? 'review.sign-now' : 'review.reopen-now')}
              </Button>
            </>
          }
        >
          <p>
            {asking.what === 'sign'
              ? t('review.sign-advice', {
                  reviewer: isNameless ? name.trim() || '…' : (info?.reviewer ?? ''),
                  count: asking.column.beads - asking.column.confirmed,
                })
              : t('review.reopen-advice')}
          </p>
          {asking.what === 'sign' && isNameless && (
            <label className="field">
              {t('review.your-name')}
              <input
                className="input"
                data-autofocus
                maxLength={100}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </label>
          )}
          <label className="field">
            {t(asking.what === 'sign' ? 'review.remark' : 'review.reopen-reason')}
            <input
              className="input"
              data-autofocus={asking.what === 'sign' && isNameless ? undefined : true}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
        </Dialog>
      )}
    </section>
  );
};
