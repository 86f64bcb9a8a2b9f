import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteThread } from '../../../contract/index.ts';
import { go } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import { type DocumentPlace, performEdit } from '../../state/edits.ts';
import { Button } from '../../ui/Button.tsx';

/** A note with the names that it calls set off: `@Hà`. */
const NoteText = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/(@[\p{L}\p{N}_.-]+)/u).map((part, index) =>
      part.startsWith('@') ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name
        <b key={index} className="mention">
          {part}
        </b>
      ) : (
        part
      ),
    )}
  </>
);

const Thread = ({ thread, place }: { readonly thread: NoteThread; readonly place: DocumentPlace }) => {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState('');
  const say = async () => {
    if (answer.trim() === '') return;
    const command = {
      type: 'note',
      segmentId: thread.segmentId,
      parentId: thread.noteId,
      text: answer.trim(),
    } as const;
    if (await performEdit(place, command)) setAnswer('');
  };
  return (
    <article className={thread.resolved ? 'note resolved' : 'note'}>
      <p className="soft" lang={thread.lang}>
        {thread.sentence}
      </p>
      {[thread, ...thread.replies].map((one) => (
        <p key={one.noteId}>
          <b>{one.author}:</b> <NoteText text={one.text} />
        </p>
      ))}
      {!thread.resolved && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void say();
          }}
        >
          <input
            className="input"
            aria-label={t('review.answer')}
            placeholder={t('review.answer')}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
        </form>
      )}
      <div className="actions">
        <Button
          small
          onClick={() =>
            void performEdit(place, {
              type: 'resolve-note',
              noteId: thread.noteId,
              resolved: !thread.resolved,
            })
          }
        >
          {t(thread.resolved ? 'review.unresolve' : 'review.resolve')}
        </Button>
        {thread.row !== null && (
          <Button
            small
            kind="quiet"
            onClick={() => go({ screen: 'grid', ...place }, { row: String(thread.row) })}
          >
            {t('review.in-grid')}
          </Button>
        )}
      </div>
    </article>
  );
};

/** All notes of the document as threads, open ones first. */
export const NoteThreads = ({ place }: { readonly place: DocumentPlace }) => {
  const { t } = useTranslation();
  const threads = useQuery(queries.review.notes.queryOptions({ input: place })).data ?? [];
  return (
    <section className="panel">
      <h2>{t('review.notes', { count: threads.filter(({ resolved }) => !resolved).length })}</h2>
      {threads.length === 0 && <p className="soft">{t('review.no-notes')}</p>}
      {threads.map((thread) => (
        <Thread key={thread.noteId} thread={thread} place={place} />
      ))}
    </section>
  );
};
