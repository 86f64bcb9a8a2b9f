import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../keys/commands.ts';
import { Button } from '../ui/Button.tsx';
import { useCursor } from './cursor.ts';
import { selectedWords } from './selectedWords.ts';

interface Place {
  readonly left: number;
  readonly top: number;
}

/** Offers a note on words that were just selected with the mouse, right below them. */
export const WordsButton = () => {
  const { t } = useTranslation();
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    const settle = ({ button }: PointerEvent) => {
      // The right button selects a word on its way to the menu, which offers the note, too.
      if (button !== 0) return;
      const words = useCursor.getState().editing === null ? selectedWords() : null;
      const box = words && window.getSelection()?.getRangeAt(0).getBoundingClientRect();
      setPlace(box ? { left: box.left + box.width / 2, top: box.bottom } : null);
    };
    const fade = () => {
      if (window.getSelection()?.isCollapsed !== false) setPlace(null);
    };
    const hide = () => setPlace(null);
    document.addEventListener('pointerup', settle);
    document.addEventListener('selectionchange', fade);
    document.addEventListener('scroll', hide, true);
    return () => {
      document.removeEventListener('pointerup', settle);
      document.removeEventListener('selectionchange', fade);
      document.removeEventListener('scroll', hide, true);
    };
  }, []);
  if (!place) return null;
  return (
    <div className="words-button" style={place}>
      <Button
        small
        command="note.write"
        // The selection has to be there still when the command reads it.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          runCommand('note.write');
          setPlace(null);
        }}
      >
        {t('grid.note-on-words')}
      </Button>
    </div>
  );
};
