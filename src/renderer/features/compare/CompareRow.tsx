import { IconArrowBackUp, IconArrowsMoveVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ComparedPiece, ComparedRow } from '../../../contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Words } from './Words.tsx';

const Piece = ({ piece }: { readonly piece: ComparedPiece }) => {
  const { t } = useTranslation();
  const words =
    piece.words.length > 0
      ? piece.words
      : [
          {
            kind:
              piece.kind === 'added'
                ? ('added' as const)
                : piece.kind === 'removed'
                  ? ('removed' as const)
                  : ('same' as const),
            text: piece.text,
          },
        ];
  return (
    <p className={piece.kind}>
      {piece.kind === 'moved' && (
        <span className="moved-mark" title={t('compare.moved')}>
          <IconArrowsMoveVertical size={13} aria-hidden="true" /> {t('compare.moved')}
        </span>
      )}
      <Words words={words} />
    </p>
  );
};

interface CompareRowProps {
  readonly row: ComparedRow;
  readonly position: number;
  readonly current: boolean;
  /** One of several rows that are to be taken over together. */
  readonly chosen: boolean;
  readonly lang: string;
  readonly originalLang: string;
  readonly onFocus: (position: number) => void;
  readonly onTake: (cell: number) => void;
}

/** One row: the original's sentences, and what each text has for them. */
export const CompareRow = ({
  row,
  position,
  current,
  chosen,
  lang,
  originalLang,
  onFocus,
  onTake,
}: CompareRowProps) => {
  const { t } = useTranslation();
  return (
    <section
      className={`compare-row${row.changed ? ' changed' : ''}${current ? ' current' : ''}${chosen ? ' chosen' : ''}`}
      data-compare-row={position}
      tabIndex={current ? 0 : -1}
      aria-label={t('compare.row', { number: row.original[0]?.number ?? row.index + 1 })}
      onFocus={() => onFocus(position)}
    >
      <span className="figures soft">{row.original.map(({ number }) => number).join(', ')}</span>
      <div lang={originalLang}>
        {row.original.map((sentence) => (
          <p key={sentence.segmentId}>{sentence.text}</p>
        ))}
      </div>
      {row.cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row never change places
        <div key={index} lang={lang}>
          {cell.map((piece, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name
            <Piece key={at} piece={piece} />
          ))}
          {(row.takes[index]?.length ?? 0) > 0 && (
            <Button
              small
              kind="quiet"
              className="take-over"
              icon={<IconArrowBackUp size={14} />}
              onClick={() => onTake(index)}
            >
              {t('compare.take-this')}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
};
