import { IconMessageCircle } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentView } from '../../contract/index.ts';
import { useSettings } from '../state/settings.ts';
import { useMarks } from './marks.ts';
import { cutPieces, type Mark } from './pieces.ts';

const NONE: readonly Mark[] = [];

interface SentenceProps {
  readonly segment: SegmentView;
  /** Shows its number; the numbers of the original stand in the gutter. */
  readonly numbered?: boolean;
}

/** A sentence with its tints and flags. Text from files is text here, never HTML. */
export const Sentence = memo(({ segment, numbered = false }: SentenceProps) => {
  const { t } = useTranslation();
  const showTints = useSettings((settings) => settings.showTints);
  const tints = useMarks((marks) => marks.tints.get(segment.id) ?? NONE);
  const flags = useMarks((marks) => marks.flags.get(segment.id) ?? NONE);
  const lit = useMarks((marks) => marks.lit.get(segment.id) ?? NONE);
  const noted = useMarks((marks) => marks.noted.get(segment.id) ?? NONE);
  const litWords = useMarks((marks) => marks.litWords.get(segment.id) ?? NONE);
  const found = useMarks((marks) => marks.found.get(segment.id) ?? NONE);
  const pieces = useMemo(
    () =>
      cutPieces(segment.text, [
        ...(showTints ? tints : NONE),
        ...flags,
        ...noted,
        ...lit,
        ...litWords,
        ...found,
      ]),
    [segment.text, showTints, tints, flags, noted, lit, litWords, found],
  );
  const onWhole = noted.filter(({ start, end }) => start === end).map(({ said }) => said);
  return (
    <>
      {numbered && (
        <span className="sentence-number" draggable title={t('grid.drag')} aria-hidden="true">
          {segment.number}
        </span>
      )}
      {pieces.map((piece) =>
        piece.looks.length === 0 ? (
          piece.text
        ) : (
          <span
            key={piece.start}
            className={piece.looks.join(' ')}
            title={piece.said ?? (piece.hint && t('grid.value', { text: piece.text, value: piece.hint }))}
          >
            {piece.text}
          </span>
        ),
      )}
      {onWhole.length > 0 && (
        <span className="note-glyph" title={onWhole.join('\n')}>
          <IconMessageCircle size={13} stroke={1.8} aria-hidden="true" />
          <span className="visually-hidden">{t('grid.notes', { count: onWhole.length })}</span>
        </span>
      )}
    </>
  );
});
Sentence.displayName = 'Sentence';
