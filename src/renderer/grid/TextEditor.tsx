import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentView } from '../../contract/index.ts';
import { tellFailure } from '../state/toasts.ts';
import { requestFocus, useCursor } from './cursor.ts';
import { draftKey, dropDraft, keepDraft, useDrafts } from './drafts.ts';
import { useGridSession } from './session.ts';
import { editNextText } from './textCommands.ts';

/** Text mode: the sentence in a field. Ctrl+Enter saves, Esc leaves and keeps what was typed, Tab saves and goes on. */
export const TextEditor = ({ segment, lang }: { readonly segment: SegmentView; readonly lang: string }) => {
  const { t } = useTranslation();
  const session = useGridSession();
  const key = draftKey(session.project, segment.id);
  const [text, setText] = useState(useDrafts.getState().drafts[key] ?? segment.text);
  // What somebody else saves meanwhile is not overwritten: the draft stays, and the person is told.
  const [opened] = useState(session.store.revision);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another height
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = '0';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);
  const leave = () => {
    if (text === segment.text) dropDraft(key);
    else keepDraft(key, text);
  };
  const save = async (): Promise<boolean> => {
    if (text !== segment.text) {
      keepDraft(key, text);
      const outcome = await session.perform({ type: 'edit-text', segmentId: segment.id, text }, opened);
      if (!outcome.possible) return false;
    }
    dropDraft(key);
    return true;
  };
  const saveAnd = (then: () => void) =>
    void session
      .inTurn(save)
      .then((saved) => saved && then())
      .catch(tellFailure);
  const close = () => {
    useCursor.setState({ editing: null });
    requestFocus();
  };
  const handleKey = (event: KeyboardEvent) => {
    // Enter and Esc of an input method choose or give up a candidate; they are not ours.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      leave();
      close();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) saveAnd(close);
    // A sentence is one line; Enter alone would be lost in the file it goes to.
    else if (event.key === 'Enter') event.preventDefault();
    else if (event.key === 'Tab') saveAnd(() => editNextText(session, event.shiftKey ? -1 : 1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <textarea
      ref={field}
      className="text-editor"
      data-segment={segment.id}
      lang={lang}
      spellCheck
      rows={1}
      aria-label={t('grid.editing', { number: segment.number })}
      value={text}
      onChange={(event) => setText(event.target.value.replace(/[\r\n]+/g, ' '))}
      onBlur={leave}
      onKeyDown={handleKey}
    />
  );
};
