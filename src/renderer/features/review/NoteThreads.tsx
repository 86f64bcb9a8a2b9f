import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteThread } from '../../../contract/index.ts';
import { amendQuery, go, useAddress } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import { useOpenDocument } from '../../state/documents.ts';
import { type DocumentPlace, performEdit } from '../../state/edits.ts';
import { Button } from '../../ui/Button.tsx';
import { MarkedText } from '../../ui/MarkedText.tsx';
import { NoteField } from '../notes/NoteField.tsx';
import { NoteText } from '../notes/NoteText.tsx';
import { useNames } from '../notes/names.ts';

const SHOWN = ['open', 'mine', 'all'] as const;
type Shown = (typeof SHOWN)[number];
const belongs: Readonly<Record<Shown, (thread: NoteThread) => boolean>> = {
  open: ({ resolved }) => !resolved,
  mine: ({ forMe }) => forMe,
  all: () => true,
};
/** A sentence is cut so far before the words that its note is on. */
const AROUND = 60;

interface ThreadProps {
  readonly thread: NoteThread;
  readonly place: DocumentPlace;
  readonly names: readonly string[];
}

const Thread = ({ thread, place, names }: ThreadProps) => {
  const { t } = useTranslation();
  const { document } = useOpenDocument();
  const [answer, setAnswer] = useState('');
  const column = document.columns.findIndex(({ versionId }) => versionId === thread.versionId);
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
        <MarkedText text={thread.sentence} spans={thread.span ? [thread.span] : []} around={AROUND} />
      </p>
      {thread.quote !== null && !thread.span && (
        <p className="quoted">
          <q className="gone" title={t('note.words-gone')}>
            {thread.quote}
          </q>
        </p>
      )}
      {[thread, ...thread.replies].map((one) => (
        <p key={one.noteId}>
          <b>{one.author}:</b> <NoteText text={one.text} names={names} />
        </p>
      ))}
      {thread.resolved ? (
        <p className="soft">
          {thread.resolvedBy === null
            ? t('note.resolved')
            : t('note.resolved-by', { name: thread.resolvedBy })}
        </p>
      ) : (
        <NoteField
          label={t('review.answer')}
          value={answer}
          names={names}
          onChange={setAnswer}
          onSubmit={() => void say()}
          oneLine
        />
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
            onClick={() =>
              go(
                { screen: 'grid', ...place },
                { row: String(thread.row), column: String(Math.max(0, column)) },
              )
            }
          >
            {t('review.in-grid')}
          </Button>
        )}
      </div>
    </article>
  );
};

/** The notes of the document as threads: the open ones, those that call the reviewer, or all. */
export const NoteThreads = ({ place }: { readonly place: DocumentPlace }) => {
  const { t } = useTranslation();
  const names = useNames(place.project);
  const asked = useAddress((address) => address.query['notes']);
  const shown = SHOWN.find((one) => one === asked) ?? 'open';
  const threads = useQuery(queries.review.notes.queryOptions({ input: place })).data ?? [];
  const listed = threads.filter(belongs[shown]);
  return (
    <section className="panel" aria-label={t('review.notes')}>
      <h2>{t('review.notes')}</h2>
      <fieldset className="note-filter">
        <legend className="visually-hidden">{t('review.notes-shown')}</legend>
        {SHOWN.map((one) => (
          <label key={one} className="check">
            <input
              type="radio"
              name="notes-shown"
              checked={one === shown}
              onChange={() => amendQuery({ notes: one === 'open' ? null : one })}
            />
            {t(`review.notes-${one}`)}
            <span className="soft figures">{threads.filter(belongs[one]).length}</span>
          </label>
        ))}
      </fieldset>
      {listed.length === 0 && <p className="soft">{t('review.no-notes')}</p>}
      {listed.map((thread) => (
        <Thread key={thread.noteId} thread={thread} place={place} names={names} />
      ))}
    </section>
  );
};
