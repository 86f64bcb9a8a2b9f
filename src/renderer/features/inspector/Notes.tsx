import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteView } from '../../../contract/index.ts';
import { requestFocus, useCursor } from '../../grid/cursor.ts';
import { lightWords } from '../../grid/marks.ts';
import { refuse } from '../../grid/said.ts';
import { type SelectedWords, selectedWords } from '../../grid/selectedWords.ts';
import { useGridSession } from '../../grid/session.ts';
import { type Command, useCommands } from '../../keys/commands.ts';
import { queries } from '../../state/api.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { NoteField } from '../notes/NoteField.tsx';
import { useNames } from '../notes/names.ts';
import { NoteThread } from './NoteThread.tsx';

interface Writing {
  readonly parentId: number | null;
  readonly segmentId: number;
  /** What the note will be on; null: the whole sentence. */
  readonly words: SelectedWords | null;
  /** Of the document when the words were chosen. */
  readonly revision: number;
}

const NO_NOTES: readonly NoteView[] = [];

/** Notes on the sentences of a cell, with answers below them; a thread can be resolved. */
export const Notes = ({ segmentIds }: { readonly segmentIds: readonly number[] }) => {
  const { t } = useTranslation();
  const session = useGridSession();
  const { project } = session;
  const names = useNames(project);
  const notes =
    useQuery(queries.review.notesOn.queryOptions({ input: { project, segmentIds: [...segmentIds] } })).data ??
    NO_NOTES;
  const [writing, setWriting] = useState<Writing | null>(null);
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (writing) field.current?.focus();
    lightWords(writing?.words ?? null);
  }, [writing]);
  useEffect(() => () => lightWords(null), []);
  const begin = useMemo(() => {
    return (parentId: number | null, words: SelectedWords | null, on?: number) => {
      const segmentId = words?.segmentId ?? on ?? session.segment()?.id ?? session.segments()[0]?.id;
      const instead = segmentId ?? segmentIds[0];
      if (instead === undefined) return refuse('refuse.no-sentence');
      setWriting({ parentId, segmentId: instead, words, revision: session.store.revision });
    };
  }, [session, segmentIds]);
  const commands = useMemo<readonly Command[]>(() => {
    const write = () => {
      const words = selectedWords();
      const inText = useCursor.getState().editing !== null;
      const known = session.segments().find(({ id }) => id === words?.segmentId);
      // What is being typed is not in the text yet: its places mean nothing there.
      if (inText && known && words && known.text.slice(words.start, words.end) !== words.quote)
        return refuse('refuse.save-first');
      if (inText) useCursor.setState({ editing: null });
      begin(null, known ? words : null);
    };
    return [
      { id: 'note.write', group: 'flag', run: write },
      { id: 'note.write-on-words', group: 'flag', inText: true, run: write },
    ];
  }, [session, begin]);
  useCommands(commands);
  const close = () => {
    setWriting(null);
    requestFocus();
  };
  const save = async () => {
    if (!writing || text.trim() === '') return close();
    const { parentId, segmentId, words, revision } = writing;
    try {
      const outcome = await session.inTurn(() =>
        session.perform(
          {
            type: 'note',
            segmentId,
            text: text.trim(),
            ...(parentId !== null && { parentId }),
            ...(words && { span: { start: words.start, end: words.end, quote: words.quote } }),
          },
          revision,
        ),
      );
      if (!outcome.possible) return;
      setText('');
      close();
    } catch (error) {
      tellFailure(error);
    }
  };
  const resolve = (note: NoteView) =>
    session
      .inTurn(() => session.perform({ type: 'resolve-note', noteId: note.noteId, resolved: !note.resolved }))
      .catch(tellFailure);
  const threads = notes.filter((note) => note.parentId === null);
  return (
    <section>
      <h3>{t('inspector.notes')}</h3>
      {threads.map((note) => (
        <NoteThread
          key={note.noteId}
          note={note}
          answers={notes.filter((answer) => answer.parentId === note.noteId)}
          names={names}
          onAnswer={() => begin(note.noteId, null, note.segmentId)}
          onResolve={() => void resolve(note)}
        />
      ))}
      {writing ? (
        <div className="note-editor">
          {writing.words && (
            <p className="soft">{t('inspector.note-on-words', { quote: writing.words.quote })}</p>
          )}
          <NoteField
            label={t('inspector.note-label')}
            value={text}
            names={names}
            onChange={setText}
            onSubmit={() => void save()}
            onCancel={close}
            field={field}
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
          <Button small kind="quiet" onClick={() => begin(null, selectedWords())}>
            {t('inspector.write-note')} <KeyHint command="note.write" />
          </Button>
        </p>
      )}
    </section>
  );
};
