import { type CSSProperties, type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell, SegmentView } from '../../contract/index.ts';
import { CellFoot, footWidth } from './CellFoot.tsx';
import { moveCursor, useCursor } from './cursor.ts';
import { draftKey, useDrafts } from './drafts.ts';
import { Sentence } from './Sentence.tsx';
import { useGridSession } from './session.ts';
import { TextEditor } from './TextEditor.tsx';

interface GridCellProps {
  readonly row: number;
  /** The row after the last one it covers, shown or not. */
  readonly rowEnd: number;
  /** How many of the shown rows it covers. */
  readonly rowSpan: number;
  readonly gridRow: number;
  readonly column: number;
  readonly lang: string;
  readonly role: 'original' | 'rendering';
  readonly kind: 'sentence' | 'addition';
  /** Null in the original's column and in empty places. */
  readonly cell: Cell | null;
  readonly segments: readonly SegmentView[];
  /** The row is page furniture: nobody misses a rendering of it. */
  readonly leftOut?: boolean;
}

/** A serious flag colours the border of a cell that nobody has looked at yet. */
const lookOf = (cell: Cell | null): string => {
  if (!cell) return '';
  if (cell.status === 'auto' && (cell.worst === 'critical' || cell.worst === 'major')) return 'needs-review';
  return cell.status;
};

const Chip = ({
  segment,
  index,
  lang,
  numbered,
}: {
  segment: SegmentView;
  index: number;
  lang: string;
  numbered: boolean;
}) => {
  const { t } = useTranslation();
  const session = useGridSession();
  const editing = useCursor((cursor) => cursor.editing === segment.id);
  const marked = useCursor((cursor) => cursor.mark?.segmentId === segment.id);
  const draft = useDrafts(({ drafts }) => drafts[draftKey(session.project, segment.id)] !== undefined);
  return (
    <div
      className={marked ? 'chip marked' : 'chip'}
      data-segment={segment.id}
      data-chip={index}
      data-kind={segment.kind}
    >
      {editing ? (
        <TextEditor segment={segment} lang={lang} />
      ) : (
        <>
          <Sentence segment={segment} numbered={numbered} />
          {draft && <span className="draft-mark">{t('grid.draft')}</span>}
        </>
      )}
    </div>
  );
};

/** One place of the grid: a sentence of the original, or a rendering's group that may span several rows. */
export const GridCell = memo((props: GridCellProps) => {
  const { row, rowEnd, rowSpan, gridRow, column, lang, role, kind, cell, segments, leftOut = false } = props;
  const { t } = useTranslation();
  const focused = useCursor((cursor) => cursor.column === column && cursor.row >= row && cursor.row < rowEnd);
  const current = useCursor((cursor) => cursor.row >= row && cursor.row < rowEnd);
  const selected = useCursor(
    ({ anchor, row: at }) => anchor !== null && Math.min(at, anchor) < rowEnd && Math.max(at, anchor) >= row,
  );
  const take = (event: MouseEvent) => {
    const chip = event.target instanceof Element ? event.target.closest('[data-chip]') : null;
    const to = {
      row: focused ? useCursor.getState().row : row,
      column,
      chip: Number(chip?.getAttribute('data-chip') ?? 0),
    };
    moveCursor(to, event.shiftKey);
  };
  const classes = [
    'cell',
    role,
    lookOf(cell),
    kind,
    current && 'current',
    focused && 'focused',
    selected && 'selected',
  ];
  const missing = cell !== null && segments.length === 0 && kind === 'sentence';
  const editing = useCursor((cursor) => cursor.editing !== null && cursor.column === column && focused);
  return (
    <div
      role="gridcell"
      className={classes.filter(Boolean).join(' ')}
      aria-colindex={column + 2}
      aria-rowspan={rowSpan > 1 ? rowSpan : undefined}
      aria-selected={focused || selected}
      tabIndex={focused && !editing ? 0 : -1}
      lang={lang}
      data-row={row}
      data-row-end={rowEnd}
      data-column={column}
      data-bead={cell?.beadId}
      data-status={cell?.status}
      style={
        {
          gridRow: `${gridRow} / span ${rowSpan}`,
          gridColumn: column + 2,
          '--foot-width': cell ? `${footWidth(cell)}px` : '0',
        } as CSSProperties
      }
      onMouseDown={(event) => {
        if (event.button === 0 && !editing) take(event);
      }}
      onDoubleClick={() => {
        const segment = segments[useCursor.getState().chip];
        if (segment) useCursor.setState({ editing: segment.id });
      }}
    >
      {missing && (
        <span
          className={leftOut || (cell.flags === 0 && cell.status === 'auto') ? 'gap quiet' : 'gap'}
          lang="en"
        >
          {t(
            leftOut
              ? 'grid.left-out'
              : cell.status === 'confirmed'
                ? 'grid.omission-accepted'
                : 'grid.not-found',
          )}
        </span>
      )}
      {segments.map((segment, index) => (
        <Chip key={segment.id} segment={segment} index={index} lang={lang} numbered={role === 'rendering'} />
      ))}
      {cell && <CellFoot cell={cell} />}
      {cell && <i className="cell-edge" title={t('grid.edge')} aria-hidden="true" />}
    </div>
  );
});
GridCell.displayName = 'GridCell';
