import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../../contract/index.ts';
import { titleOf } from '../../grid/columnTitle.ts';
import { runCommand } from '../../keys/commands.ts';
import { queries } from '../../state/api.ts';
import { useOpenPlace } from '../../state/documents.ts';
import { describeError } from '../../state/errors.ts';
import { Pager } from '../../ui/Pager.tsx';
import type { Lists } from './prepareCommands.ts';
import { isLeftOut, movePrepare, SHOWN, type Shown, selectionOf, usePrepare } from './prepareState.ts';

const PAGE = 200;
const STEP = 10;

interface PreparedTextProps {
  readonly column: Column;
  readonly columns: readonly Column[];
  readonly place: number;
  readonly shown: Shown;
  readonly lists: Lists;
}

/** One text as it was cut: arrows walk, Shift chooses several, Space takes out of the text and back. */
export const PreparedText = ({ column, columns, place, shown, lists }: PreparedTextProps) => {
  const { t } = useTranslation();
  const document = useOpenPlace();
  const [from, setFrom] = useState(0);
  const kinds = SHOWN[shown];
  const page = useQuery({
    ...queries.prepare.sentences.queryOptions({
      input: {
        ...document,
        versionId: column.versionId,
        from,
        limit: PAGE,
        ...(kinds && { kinds: [...kinds] }),
      },
    }),
    placeholderData: (former) => former,
  });
  const sentences = page.data?.sentences ?? [];
  lists.set(place, sentences);
  const cursor = usePrepare();
  const here = cursor.column === place;
  const at = Math.min(here ? cursor.at : 0, Math.max(0, sentences.length - 1));
  const [first, last] = here ? selectionOf({ ...cursor, at }) : [-1, -1];
  const list = useRef<HTMLDivElement>(null);
  const focused = useRef(0);
  // Without dependencies: the list comes some renderings after the wish for the focus.
  useEffect(() => {
    if (!here || cursor.editing !== null || focused.current === cursor.focusRequests || page.isFetching)
      return;
    const option = list.current?.querySelector<HTMLElement>('[role=option][tabindex="0"]');
    if (!option) return;
    focused.current = cursor.focusRequests;
    if (cursor.at !== at) usePrepare.setState({ at });
    option.focus({ preventScroll: true });
    option.scrollIntoView({ block: 'nearest' });
  });
  const counts = page.data?.counts;
  const leftOut = counts ? counts.furniture + counts.metadata : 0;
  const body = counts ? counts.text + counts.heading + counts.caption + counts.list : 0;
  const walk = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const end = sentences.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + STEP,
      PageUp: at - STEP,
      Home: 0,
      End: end,
    };
    const to = steps[event.key];
    const side = event.key === 'ArrowRight' ? place + 1 : event.key === 'ArrowLeft' ? place - 1 : null;
    if (to !== undefined) movePrepare({ column: place, at: Math.max(0, Math.min(end, to)) }, event.shiftKey);
    else if (side !== null && columns[side]) movePrepare({ column: side, at });
    else if (event.key === ' ') runCommand('prepare.furniture');
    else return;
    event.preventDefault();
  };
  const choose = (event: MouseEvent) => {
    const option = (event.target as Element).closest<HTMLElement>('[data-at]');
    if (option) movePrepare({ column: place, at: Number(option.dataset['at']) }, event.shiftKey && here);
  };
  const title = titleOf(column, columns);
  return (
    <section className={here ? 'prepared here' : 'prepared'} aria-label={title}>
      <header>
        <h2 lang={column.lang}>{title}</h2>
        <p className="soft figures">
          {t('prepare.sentences', { count: body })}
          {counts && counts.heading > 0 && ` · ${t('prepare.headings', { count: counts.heading })}`}
          {counts && counts.caption > 0 && ` · ${t('prepare.captions', { count: counts.caption })}`}
          {` · ${t('prepare.left-out', { count: leftOut })}`}
        </p>
      </header>
      {page.error && <p className="problem">{describeError(page.error)}</p>}
      <div
        ref={list}
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('prepare.list', { text: title })}
        className="prepared-list"
        lang={column.lang}
        tabIndex={sentences.length === 0 ? 0 : -1}
        onKeyDown={walk}
        onMouseDown={choose}
        onDoubleClick={() => runCommand('text.edit')}
      >
        {sentences.map((sentence, index) => (
          <div
            key={sentence.id}
            role="option"
            aria-selected={index >= first && index <= last}
            tabIndex={index === at ? 0 : -1}
            data-at={index}
            data-segment={sentence.id}
            data-kind={sentence.kind}
            className={[
              isLeftOut(sentence.kind) && 'out',
              sentence.paragraphStart && 'paragraph-start',
              here && index === at && 'current',
            ]
              .filter(Boolean)
              .join(' ')}
          >
            <span className="number figures">{sentence.number}</span>
            <span>
              <span className="words">{sentence.text}</span>
              {sentence.kind !== 'text' && (
                <em lang="en" className="kind">
                  {t(`kind.${sentence.kind}`)}
                </em>
              )}
            </span>
          </div>
        ))}
        {page.data?.total === 0 && <p className="soft none">{t('prepare.none')}</p>}
      </div>
      <Pager total={page.data?.total ?? 0} from={from} page={PAGE} onTurn={setFrom} />
    </section>
  );
};
