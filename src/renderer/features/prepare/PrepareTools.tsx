import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, PreparedSentence } from '../../../contract/index.ts';
import { runCommand } from '../../keys/commands.ts';
import { useOpenPlace } from '../../state/documents.ts';
import { performAnywhere } from '../../state/performAnywhere.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { KIND_COMMANDS } from './prepareCommands.ts';
import { movePrepare, selectionOf, usePrepare } from './prepareState.ts';

/** The text of a sentence, to be changed or cut: Ctrl+L cuts at the caret, Ctrl+Enter saves, Esc leaves. */
const PreparedEditor = ({ sentence, lang }: { sentence: PreparedSentence; lang: string }) => {
  const { t } = useTranslation();
  const place = useOpenPlace();
  const [text, setText] = useState(sentence.text);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(0, 0);
  }, []);
  const leave = () => movePrepare({});
  const save = async () => {
    const unchanged = text === sentence.text;
    const outcome = unchanged
      ? null
      : await performAnywhere(place, { type: 'edit-text', segmentId: sentence.id, text });
    if (outcome?.possible !== false) leave();
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save().catch(tellFailure);
    else if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="prepared-editor">
      <textarea
        ref={field}
        className="input"
        data-segment={sentence.id}
        lang={lang}
        rows={3}
        aria-label={t('grid.editing', { number: sentence.number })}
        value={text}
        onChange={(event) => setText(event.target.value.replace(/[\r\n]+/g, ' '))}
        onKeyDown={handleKey}
      />
      <div className="actions">
        <Button
          small
          command="text.split"
          // The caret is lost with the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => runCommand('text.split')}
        >
          {t('prepare.cut')}
        </Button>
        <Button small kind="primary" onClick={() => save().catch(tellFailure)}>
          {t('action.save')}
        </Button>
        <Button small onClick={leave}>
          {t('action.cancel')}
        </Button>
      </div>
    </div>
  );
};

/** What can be done to the chosen sentences, with the keys for it. */
export const PrepareTools = ({ columns }: { columns: readonly Column[] }) => {
  const { t } = useTranslation();
  const cursor = usePrepare();
  const [first, last] = selectionOf(cursor);
  return (
    <section className="prepare-tools" aria-label={t('prepare.tools')}>
      {cursor.editing ? (
        <PreparedEditor
          key={cursor.editing.id}
          sentence={cursor.editing}
          lang={columns[cursor.column]?.lang ?? 'vi'}
        />
      ) : (
        <div className="actions">
          <b className="figures">{t('prepare.chosen', { count: last - first + 1 })}</b>
          <Button small command="prepare.furniture" onClick={() => runCommand('prepare.furniture')}>
            {t('prepare.out-and-in')}
          </Button>
          <span className="kinds">
            {KIND_COMMANDS.map((kind) => (
              <Button
                key={kind}
                small
                kind="quiet"
                command={`prepare.${kind}`}
                onClick={() => runCommand(`prepare.${kind}`)}
              >
                {t(`kind.${kind}`)}
              </Button>
            ))}
          </span>
          <Button small kind="quiet" command="text.edit" onClick={() => runCommand('text.edit')}>
            {t('prepare.edit')}
          </Button>
          <Button small kind="quiet" command="text.join" onClick={() => runCommand('text.join')}>
            {t('prepare.join')}
          </Button>
        </div>
      )}
    </section>
  );
};
