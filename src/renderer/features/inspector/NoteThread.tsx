import { useTranslation } from 'react-i18next';
import type { NoteView } from '../../../contract/index.ts';
import { lightWords } from '../../grid/marks.ts';
import { Button } from '../../ui/Button.tsx';
import { NoteText } from '../notes/NoteText.tsx';

interface NoteThreadProps {
  readonly note: NoteView;
  readonly answers: readonly NoteView[];
  readonly names: readonly string[];
  readonly onAnswer: () => void;
  readonly onResolve: () => void;
}

/** A note with its answers; while the mouse or the focus is on it, its words are lit in the grid. */
export const NoteThread = ({ note, answers, names, onAnswer, onResolve }: NoteThreadProps) => {
  const { t } = useTranslation();
  const { span, segmentId, quote, resolved, resolvedBy } = note;
  const light = () => lightWords(span && { segmentId, ...span });
  const leave = () => lightWords(null);
  return (
    // The words light up for whoever walks to the buttons inside, too.
    <article
      className={resolved ? 'note resolved' : 'note'}
      onMouseEnter={light}
      onMouseLeave={leave}
      onFocus={light}
      onBlur={leave}
    >
      {quote !== null && (
        <p className="quoted">
          <q className={span ? '' : 'gone'} title={span ? undefined : t('note.words-gone')}>
            {quote}
          </q>
        </p>
      )}
      {[note, ...answers].map((one) => (
        <p key={one.noteId}>
          {one.author !== '' && <b>{one.author}: </b>}
          <NoteText text={one.text} names={names} />
        </p>
      ))}
      {resolved && (
        <p className="soft">
          {resolvedBy === null ? t('note.resolved') : t('note.resolved-by', { name: resolvedBy })}
        </p>
      )}
      <div className="actions">
        <Button small kind="quiet" onClick={onAnswer}>
          {t('inspector.answer')}
        </Button>
        <Button small kind="quiet" onClick={onResolve}>
          {t(resolved ? 'inspector.unresolve' : 'inspector.resolve')}
        </Button>
      </div>
    </article>
  );
};
