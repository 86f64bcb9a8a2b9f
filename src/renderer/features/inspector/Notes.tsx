import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestFocus } from '../../grid/cursor.ts';
import { useGridSession } from '../../grid/session.ts';
import { type Command, useCommands } from '../../keys/commands.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';

interface Note {
  readonly id: number;
  readonly parentId: number | null;
  readonly author: string;
  readonly text: string;
  readonly at: number;
  readonly resolved: boolean;
}

/** Notes on a cell, with answers below them; a thread can be resolved. */
export const Notes = ({
  notes,
  segmentId,
}: {
  readonly notes: readonly Note[];
  readonly segmentId: number;
}) => {
  const { t } = useTranslation();
  const session = useGridSession();
  const [writing, setWriting] = useState<{ readonly parentId: number | null } | null>(null);
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (writing) field.current?.focus();
  }, [writing]);
  const commands = useMemo<readonly Command[]>(
    () => [{ id: 'note.write', group: 'flag', run: () => setWriting({ parentId: null }) }],
    [],
  );
  useCommands(commands);
  const close = () => {
    setWriting(null);
    requestFocus();
  };
  const save = async () => {
    if (text.trim() === '') return close();
    try {
      const outcome = await session.inTurn(() =>
        session.perform({
          type: 'note',
          segmentId,
          text: text.trim(),
          ...(writing?.parentId != null && { parentId: writing.parentId }),
        }),
      );
      if (!outcome.possible) return;
      setText('');
      close();
    } catch (error) {
      tellFailure(error);
    }
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };
  const resolve = (note: Note) =>
    session
      .inTurn(() => session.perform({ type: 'resolve-note', noteId: note.id, resolved: !note.resolved }))
      .catch(tellFailure);
  const threads = notes.filter((note) => note.parentId === null);
  return (
    <section>
      <h3>{t('inspector.notes')}</h3>
      {threads.map((note) => (
        <article key={note.id} className={note.resolved ? 'note resolved' : 'note'}>
          {[note, ...notes.filter((answer) => answer.parentId === note.id)].map((one) => (
            <p key={one.id}>
              {one.author !== '' && <b>{one.author}: </b>}
              {one.text}
            </p>
          ))}
          <div className="actions">
            <Button small kind="quiet" onClick={() => setWriting({ parentId: note.id })}>
              {t('inspector.answer')}
            </Button>
            <Button small kind="quiet" onClick={() => void resolve(note)}>
              {t(note.resolved ? 'inspector.unresolve' : 'inspector.resolve')}
            </Button>
          </div>
        </article>
      ))}
      {writing ? (
        <div className="note-editor">
          <textarea
            className="input"
            rows={3}
            ref={field}
            aria-label={t('inspector.note-label')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={handleKey}
          />
          <div className="actions">
            <Button small kind="primary" onClick={() => void save()}>
              {t('action.save')}
            </Button>
            <Button small onClick={close}>
              {t('action.cancel')}
            </Button>
          </div>
        </div>
      ) : (
        <p className="soft">
          {threads.length === 0 && `${t('inspector.no-notes')} `}
          <Button small kind="quiet" onClick={() => setWriting({ parentId: null })}>
            {t('inspector.write-note')} <KeyHint command="note.write" />
          </Button>
        </p>
      )}
    </section>
  );
};
