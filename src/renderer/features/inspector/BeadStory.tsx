import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell } from '../../../contract/index.ts';
import { useGridSession } from '../../grid/session.ts';
import { textOr } from '../../i18n/index.ts';
import { queries } from '../../state/api.ts';
import { useSettled } from '../../state/useSettled.ts';
import { describeEdit } from '../history/describeEdit.ts';
import { Notes } from './Notes.tsx';

const SETTLED_MS = 150;
const times = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' });
const weights = new Intl.NumberFormat('en', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});

/** Why the score is what it is, the notes, and what was done to this cell. */
export const BeadStory = ({ cell }: { readonly cell: Cell }) => {
  const { t } = useTranslation();
  const session = useGridSession();
  const { alignmentId, beadId, score } = cell;
  // Who walks or works on quickly is not held up by explanations.
  const settled = useSettled(`${alignmentId}:${beadId}:${session.store.revision}`, SETTLED_MS);
  const bead = useQuery({
    ...queries.inspector.bead.queryOptions({ input: { ...session.place, alignmentId, beadId } }),
    enabled: settled,
  }).data;
  // What weighs nothing explains nothing.
  const evidence = bead?.evidence.filter(({ weight }) => Math.abs(weight) >= 0.05) ?? [];
  const segmentIds = useMemo(() => {
    const rows = Array.from({ length: cell.rowSpan }, (_, at) => session.store.row(cell.firstRow + at));
    return [...cell.segments.map(({ id }) => id), ...rows.flatMap((row) => row?.source?.id ?? [])];
  }, [cell, session]);
  return (
    <>
      {evidence.length > 0 && (
        <section>
          <h3>
            {score === null ? t('inspector.why') : t('inspector.why-score', { score: score.toFixed(2) })}
          </h3>
          <dl className="evidence">
            {evidence.map((piece) => (
              <div key={piece.source + piece.say}>
                <dt>{textOr(`evidence-source.${piece.source}`, {}, piece.source)}</dt>
                <dd>{textOr(piece.say, piece.params, piece.say)}</dd>
                <dd className="figures">{weights.format(piece.weight)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {segmentIds.length > 0 && <Notes segmentIds={segmentIds} />}
      {bead && bead.history.length > 0 && (
        <section>
          <h3>{t('inspector.history')}</h3>
          <ol className="story">
            {bead.history.map((edit) => (
              <li key={edit.editId} className={edit.state}>
                {describeEdit(edit)} <span>{times.format(edit.at)}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
};
