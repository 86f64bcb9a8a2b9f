import './inspector.css';
import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { beadShape } from '../../grid/CellFoot.tsx';
import { useCursor } from '../../grid/cursor.ts';
import { useGridSession } from '../../grid/session.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { BeadFlags } from './BeadFlags.tsx';
import { BeadStory } from './BeadStory.tsx';
import { Candidates } from './Candidates.tsx';
import { Notes } from './Notes.tsx';

const OriginalNotes = ({ segmentId }: { readonly segmentId: number }) => {
  const segmentIds = useMemo(() => [segmentId], [segmentId]);
  return <Notes segmentIds={segmentIds} />;
};

/** Everything on the cell under the cursor: flags, why its score is what it is, notes, history. */
export const Inspector = () => {
  const { t } = useTranslation();
  const session = useGridSession();
  useSyncExternalStore(session.store.subscribe, session.store.version);
  const row = useCursor((cursor) => cursor.row);
  useCursor((cursor) => cursor.column);
  const column = session.column();
  const cell = session.cell();
  const source = session.store.row(row)?.source;
  const number = source?.number ?? cell?.segments[0]?.number;
  if (!column) return <aside className="inspector" aria-label={t('inspector.label')} />;
  const facts = cell && [
    beadShape(cell) ?? '1:1',
    t(`status.${cell.status}`),
    cell.score !== null && t('inspector.score', { score: cell.score.toFixed(2) }),
  ];
  return (
    <aside className="inspector" aria-label={t('inspector.label')}>
      <h2>
        {source ? t('inspector.row', { number: number ?? '' }) : t('inspector.addition')}
        {' · '}
        <span lang={column.lang}>{nameLanguageItself(column.lang)}</span>
      </h2>
      {facts && <p className="sub">{facts.filter(Boolean).join(' · ')}</p>}
      {column.role === 'original' && (
        <p className="sub">{t(source ? 'inspector.original' : 'inspector.original-nothing')}</p>
      )}
      {column.role === 'original' && source && <OriginalNotes key={source.id} segmentId={source.id} />}
      {column.role === 'rendering' && !cell && <p className="sub">{t('inspector.nothing')}</p>}
      <Candidates />
      {cell && <BeadFlags key={`flags-${cell.alignmentId}-${cell.beadId}`} cell={cell} />}
      {cell && <BeadStory key={`story-${cell.alignmentId}-${cell.beadId}`} cell={cell} />}
    </aside>
  );
};
