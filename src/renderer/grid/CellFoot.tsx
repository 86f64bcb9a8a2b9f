import { useTranslation } from 'react-i18next';
import type { Cell } from '../../contract/index.ts';

const GLYPHS: Readonly<Record<Cell['status'], string>> = {
  auto: '',
  edited: '✎',
  confirmed: '✓',
  'needs-review': '?',
  reviewed: '✓✓',
  rejected: '✕',
  stale: '↻',
};

/** Below this a score is shown as low. */
export const LOW_SCORE = 0.7;

const scores = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** `0.93` as `.93`; 1 stays `1.00`. */
export const printScore = (score: number): string => scores.format(score).replace(/^0/, '');

/** How many sentences of the original stand against how many of the rendering; null for the usual 1:1. */
export const beadShape = (cell: Pick<Cell, 'sourceCount' | 'segments'>): string | null =>
  cell.sourceCount === 1 && cell.segments.length === 1 ? null : `${cell.sourceCount}:${cell.segments.length}`;

const isScored = (cell: Cell): boolean =>
  cell.score !== null && cell.status === 'auto' && cell.segments.length > 0 && cell.sourceCount > 0;

/** The room that the corner takes, in CSS pixels: the last line of the text leaves it free. */
export const footWidth = (cell: Cell): number =>
  (beadShape(cell) === null ? 0 : cell.sourceCount === 0 ? 74 : 26) +
  (isScored(cell) ? 60 : 0) +
  (cell.flags > 0 ? 28 : 0) +
  (GLYPHS[cell.status] === '' ? 0 : 16);

const Score = ({ score }: { score: number }) => {
  const { t } = useTranslation();
  return (
    <span
      className={score < LOW_SCORE ? 'score low' : 'score'}
      title={t('grid.score', { score: printScore(score) })}
    >
      <s>
        <i style={{ width: `${Math.round(score * 100)}%` }} />
      </s>
      {printScore(score)}
    </span>
  );
};

/** The corner of a cell: shape, score, status, number of open flags. */
export const CellFoot = ({ cell }: { readonly cell: Cell }) => {
  const { t } = useTranslation();
  const shape = beadShape(cell);
  const glyph = GLYPHS[cell.status];
  const scored = isScored(cell);
  return (
    <span className="cell-foot">
      {shape !== null && (
        <span className="shape">
          {shape}
          {cell.sourceCount === 0 && ` ${t('grid.addition')}`}
        </span>
      )}
      {scored && <Score score={cell.score ?? 0} />}
      {cell.flags > 0 && (
        <b className={`flag-glyph ${cell.worst ?? ''}`}>
          <span aria-hidden="true">⚑ {cell.flags}</span>
          <span className="visually-hidden">{t('grid.flags', { count: cell.flags })}</span>
        </b>
      )}
      {glyph !== '' && (
        <b className="status-glyph" title={t(`status.${cell.status}`)}>
          <span aria-hidden="true">{glyph}</span>
          <span className="visually-hidden">{t(`status.${cell.status}`)}</span>
        </b>
      )}
    </span>
  );
};
