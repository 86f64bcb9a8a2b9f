import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { FindHit } from '../../../contract/index.ts';
import { useGridSession } from '../../grid/session.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { tellFailure } from '../../state/toasts.ts';
import { MarkedText } from '../../ui/MarkedText.tsx';
import { useFind } from './findState.ts';
import { showHit } from './hits.ts';

const CONTEXT = 40;

/** Arrows walk the buttons of a list. */
export const walkButtons = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')];
  const here = buttons.indexOf(document.activeElement as HTMLElement);
  buttons[Math.max(0, Math.min(buttons.length - 1, here + step))]?.focus();
  event.preventDefault();
};

/** Each hit with its row and the words around it; choosing one shows its place in the grid. */
export const HitList = ({ hits, from }: { readonly hits: readonly FindHit[]; readonly from: number }) => {
  const session = useGridSession();
  const current = useFind((find) => find.current);
  const chosen = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another hit is another element
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ol className="hits" onKeyDown={walkButtons}>
      {hits.map((hit, at) => (
        <li key={hit.segmentId}>
          <button
            type="button"
            data-stop
            ref={current === from + at ? chosen : undefined}
            aria-current={current === from + at || undefined}
            onClick={() => {
              useFind.setState({ current: from + at });
              showHit(session, hit).catch(tellFailure);
            }}
          >
            <span className="soft figures">
              {nameLanguageItself(hit.lang)} {hit.number}
            </span>
            <span lang={hit.lang}>
              <MarkedText text={hit.text} spans={hit.spans} around={CONTEXT} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
};
