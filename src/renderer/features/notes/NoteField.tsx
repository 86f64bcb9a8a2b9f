import './notes.css';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Completion, completeMention } from '../../../core/review/index.ts';

interface NoteFieldProps {
  readonly label: string;
  readonly value: string;
  readonly names: readonly string[];
  readonly onChange: (text: string) => void;
  /** Ctrl+Enter, and Enter where the field is one line high. */
  readonly onSubmit: () => void;
  readonly onCancel?: () => void;
  readonly oneLine?: boolean;
  readonly field?: RefObject<HTMLTextAreaElement | null>;
}

const MOST_NAMES = 6;

/** Where a note is typed: `@` brings up the names that are known; arrows choose one, Enter or Tab takes it. */
export const NoteField = ({
  label,
  value,
  names,
  onChange,
  onSubmit,
  onCancel,
  oneLine = false,
  field,
}: NoteFieldProps) => {
  const { t } = useTranslation();
  const list = useId();
  const [offered, setOffered] = useState<Completion | null>(null);
  const [chosen, setChosen] = useState(0);
  const shown = offered?.names.slice(0, MOST_NAMES) ?? [];
  const offer = (element: HTMLTextAreaElement) => {
    setOffered(completeMention(element.value, element.selectionStart, names));
    setChosen(0);
  };
  const take = (element: HTMLTextAreaElement, name: string) => {
    if (!offered) return;
    const caret = offered.start + name.length + 2;
    const rest = element.value.slice(element.selectionStart).replace(/^ /u, '');
    onChange(`${element.value.slice(0, offered.start)}@${name} ${rest}`);
    setOffered(null);
    element.focus();
    window.setTimeout(() => element.setSelectionRange(caret, caret));
  };
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { key, currentTarget } = event;
    const name = shown[chosen];
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (name !== undefined && step !== undefined) setChosen((chosen + step + shown.length) % shown.length);
    else if (name !== undefined && (key === 'Enter' || key === 'Tab') && !event.ctrlKey)
      take(currentTarget, name);
    else if (name !== undefined && key === 'Escape') setOffered(null);
    else if (key === 'Escape' && onCancel) onCancel();
    else if (key === 'Enter' && (event.ctrlKey || event.metaKey || (oneLine && !event.shiftKey))) onSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="note-field">
      <textarea
        className="input"
        rows={oneLine ? 1 : 3}
        ref={field}
        aria-label={label}
        placeholder={oneLine ? label : undefined}
        aria-autocomplete="list"
        aria-controls={shown.length > 0 ? list : undefined}
        aria-activedescendant={shown.length > 0 ? `${list}-${chosen}` : undefined}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          offer(event.target);
        }}
        onClick={(event) => offer(event.currentTarget)}
        onBlur={() => setOffered(null)}
        onKeyDown={handleKey}
      />
      {shown.length > 0 && (
        <div id={list} role="listbox" className="note-names" aria-label={t('note.names')}>
          {shown.map((name, place) => (
            <div
              key={name}
              id={`${list}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === chosen}
              // The field keeps the focus, and with it the caret.
              onMouseDown={(event) => {
                event.preventDefault();
                const element = event.currentTarget.closest('.note-field')?.querySelector('textarea');
                if (element) take(element, name);
              }}
            >
              {name}
            </div>
          ))}
        </div>
      )}
    </div>
  );
};
