import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueItem } from '../../../contract/index.ts';
import { type Command, useCommands } from '../../keys/commands.ts';
import type { DocumentPlace } from '../../state/edits.ts';
import { performEdit } from '../../state/edits.ts';
import { Button } from '../../ui/Button.tsx';
import { QueueRow } from './QueueRow.tsx';
import { RejectDialog } from './RejectDialog.tsx';

type BeadName = Pick<QueueItem, 'alignmentId' | 'beadId'>;
type Verdict = 'reviewed' | 'needs-review' | 'auto';

interface QueueProps {
  readonly items: readonly QueueItem[];
  /** Also those that are not on screen. */
  readonly all: readonly BeadName[];
  readonly place: DocumentPlace;
  /** Of the document when the queue was read. */
  readonly revision: number;
  readonly onMore: (() => void) | null;
}

/** What a person was looking at when the dialog opened. */
interface Rejection {
  readonly beads: readonly BeadName[];
  readonly revision: number;
}

const nameOf = ({ alignmentId, beadId }: BeadName): BeadName => ({ alignmentId, beadId });

/** The groups to look at, walked and judged by key; and all of them at once. */
export const Queue = ({ items, all, place, revision, onMore }: QueueProps) => {
  const { t } = useTranslation();
  const [here, setHere] = useState(0);
  const [rejecting, setRejecting] = useState<Rejection | null>(null);
  // A rendering that is signed off is shown where it is asked for, and judged by nobody.
  const nothing = all.length === 0 || (items.length > 0 && items.every(({ signed }) => signed));
  const current = Math.min(here, Math.max(0, items.length - 1));
  const goToItem = useCallback((position: number) => {
    setHere(position);
    document.querySelector<HTMLElement>(`[data-queue-row="${position}"]`)?.focus();
  }, []);
  const set = useCallback(
    (beads: readonly BeadName[], status: Verdict) =>
      performEdit(place, { type: 'status', beads: beads.map(nameOf), status }, revision),
    [place, revision],
  );
  const reject = useCallback((beads: readonly BeadName[]) => setRejecting({ beads, revision }), [revision]);
  const commands = useMemo<readonly Command[]>(() => {
    const item = items[current];
    const judge = (status: Verdict) => async () => {
      if (item) await set([item], status);
    };
    return [
      { id: 'list.next', group: 'go', run: () => goToItem(Math.min(items.length - 1, current + 1)) },
      { id: 'list.previous', group: 'go', run: () => goToItem(Math.max(0, current - 1)) },
      { id: 'review.reviewed', group: 'confirm', run: judge('reviewed') },
      { id: 'review.reject', group: 'confirm', run: () => item && reject([item]) },
      { id: 'cell.needs-review', group: 'confirm', run: judge('needs-review') },
      { id: 'cell.clear', group: 'confirm', run: judge('auto') },
    ];
  }, [items, current, set, goToItem, reject]);
  useCommands(commands);
  return (
    <section aria-label={t('review.queue')}>
      <div className="queue-bar">
        <span className="figures">{t('review.count', { count: all.length })}</span>
        <span className="spring" />
        <Button small disabled={nothing} onClick={() => void set(all, 'reviewed')}>
          {t('review.all-reviewed')}
        </Button>
        <Button small disabled={nothing} onClick={() => void set(all, 'needs-review')}>
          {t('review.all-needs-review')}
        </Button>
        <Button small disabled={nothing} onClick={() => reject(all)}>
          {t('review.all-reject')}
        </Button>
      </div>
      <ol className="queue">
        {items.map((item, position) => (
          <QueueRow
            key={item.beadId}
            item={item}
            position={position}
            current={position === current}
            place={place}
            onFocus={setHere}
            onReviewed={() => void set([item], 'reviewed')}
            onReject={() => reject([item])}
          />
        ))}
      </ol>
      {onMore && <Button onClick={onMore}>{t('review.more')}</Button>}
      {rejecting && (
        <RejectDialog
          count={rejecting.beads.length}
          onClose={() => setRejecting(null)}
          onReject={(reason) => {
            const beads = rejecting.beads.map(nameOf);
            setRejecting(null);
            void performEdit(
              place,
              { type: 'status', beads, status: 'rejected', reason },
              rejecting.revision,
            );
          }}
        />
      )}
    </section>
  );
};
