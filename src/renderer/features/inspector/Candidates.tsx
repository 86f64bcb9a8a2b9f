import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate, Column } from '../../../contract/index.ts';
import { requestFocus, useCursor } from '../../grid/cursor.ts';
import { refuse } from '../../grid/said.ts';
import { useGridSession } from '../../grid/session.ts';
import { type Command, useCommands } from '../../keys/commands.ts';
import { queries } from '../../state/api.ts';
import { describeError } from '../../state/errors.ts';
import { changeSettings } from '../../state/settings.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { walkButtons } from '../find/HitList.tsx';
import { CandidateList } from './CandidateList.tsx';

interface Asked {
  readonly row: number;
  readonly column: Column & { readonly alignmentId: number };
  readonly segmentId: number;
  /** Whether the sentence that looks for a partner is one of the original. */
  readonly ofOriginal: boolean;
}

/** What stands in for the sentence under the cursor in the other text; K asks, Enter links. */
export const Candidates = () => {
  const { t } = useTranslation();
  const session = useGridSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const list = useRef<HTMLElement>(null);
  const row = useCursor((cursor) => cursor.row);
  const column = useCursor((cursor) => cursor.column);
  // By id: columns are other objects after every refresh of the document's figures.
  const here =
    asked !== null && asked.row === row && session.columns[column]?.alignmentId === asked.column.alignmentId;
  const found = useQuery({
    ...queries.inspector.candidates.queryOptions({
      input: {
        ...session.place,
        alignmentId: asked?.column.alignmentId ?? 1,
        segmentId: asked?.segmentId ?? 1,
        furniture: session.furniture,
      },
    }),
    enabled: here,
  });
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'cell.candidates',
        group: 'group',
        check: () =>
          session.column()?.alignmentId == null ? { say: 'refuse.choose-rendering', params: {} } : null,
        run: () => {
          const at = session.column();
          if (at?.alignmentId == null) return refuse('refuse.choose-rendering');
          const segment = session.segment();
          const source = session.store.row(useCursor.getState().row)?.source;
          const wanted = segment ?? source;
          if (!wanted) return refuse('refuse.no-sentence');
          changeSettings({ showInspector: true });
          setAsked({
            row: useCursor.getState().row,
            column: at as Asked['column'],
            segmentId: wanted.id,
            ofOriginal: segment === undefined,
          });
        },
      },
    ],
    [session],
  );
  useCommands(commands);
  const { data } = found;
  useEffect(() => {
    if (data) list.current?.querySelector<HTMLElement>('[data-stop]:not(:disabled)')?.focus();
  }, [data]);
  if (!asked || !here) return null;
  const close = () => {
    setAsked(null);
    requestFocus();
  };
  const link = (candidate: Candidate) => {
    setAsked(null);
    session
      .inTurn(() =>
        session.perform({
          type: 'link',
          alignmentId: asked.column.alignmentId,
          sourceSegmentId: asked.ofOriginal ? asked.segmentId : candidate.segmentId,
          targetSegmentId: asked.ofOriginal ? candidate.segmentId : asked.segmentId,
        }),
      )
      .catch(tellFailure);
  };
  const original = session.columns.find(({ role }) => role === 'original');
  return (
    <section
      ref={list}
      className="candidate-section"
      aria-label={t('candidates.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return walkButtons(event);
        event.preventDefault();
        close();
      }}
    >
      <h3>
        {t('candidates.title')}
        <Button small kind="quiet" onClick={close}>
          {t('action.close')}
        </Button>
      </h3>
      {found.isPending && <p className="soft">{t('loading')}</p>}
      {found.error && <p className="problem">{describeError(found.error)}</p>}
      {data && (
        <CandidateList
          candidates={data}
          lang={(asked.ofOriginal ? asked.column : original)?.lang ?? asked.column.lang}
          onLink={link}
        />
      )}
    </section>
  );
};
