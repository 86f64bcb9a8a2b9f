import './tour.css';
import { useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestFocus, useCursor } from '../../grid/cursor.ts';
import { useOpenDocument } from '../../state/documents.ts';
import { changeSettings, useSettings } from '../../state/settings.ts';
import { Button } from '../../ui/Button.tsx';

/** What each step is about, and what it points at. */
const STEPS = [
  { id: 'rows', target: '.grid .cell.focused' },
  { id: 'confirm', target: '.column-heads' },
  { id: 'flags', target: '.inspector' },
  { id: 'overview', target: '.minimap' },
  { id: 'undo', target: '.app-header' },
] as const;

const SAMPLE_FILE = 'sample.songsong';

interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

const boxOf = (target: string): Box | null => {
  const found = document.querySelector(target)?.getBoundingClientRect();
  return found ? { top: found.top, left: found.left, width: found.width, height: found.height } : null;
};

const leave = (): void => {
  changeSettings({ tourSeen: true });
  requestFocus();
};

/** A few words on the sample, once. The keyboard stays in the grid: who goes on working is not held up, and Esc ends it. */
const Steps = () => {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const [box, setBox] = useState<Box | null>(null);
  const step = STEPS[at]!;
  const row = useCursor((cursor) => cursor.row);
  useLayoutEffect(() => {
    void row;
    const look = () => setBox(boxOf(step.target));
    look();
    const timer = window.setTimeout(look, 200);
    window.addEventListener('resize', look);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('resize', look);
    };
  }, [step, row]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const busy = useCursor.getState().editing !== null || document.querySelector('dialog[open], .menu');
      if (event.key === 'Escape' && !event.isComposing && !busy) leave();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const last = at === STEPS.length - 1;
  return (
    <>
      {box && <i className="tour-light" aria-hidden="true" style={{ ...box }} />}
      <section className="tour" aria-label={t('tour.label')}>
        <div aria-live="polite">
          <h2>{t(`tour.${step.id}-title`)}</h2>
          <p>{t(`tour.${step.id}`)}</p>
        </div>
        <footer>
          <span className="soft figures">{t('tour.step', { step: at + 1, count: STEPS.length })}</span>
          <Button small kind="quiet" onClick={leave}>
            {t('tour.leave')} <kbd>Esc</kbd>
          </Button>
          <Button small kind="primary" onClick={() => (last ? leave() : setAt(at + 1))}>
            {t(last ? 'tour.end' : 'tour.next')}
          </Button>
        </footer>
      </section>
    </>
  );
};

export const Tour = () => {
  const { project } = useOpenDocument();
  const seen = useSettings((settings) => settings.tourSeen);
  return project.file === SAMPLE_FILE && !seen ? <Steps /> : null;
};
