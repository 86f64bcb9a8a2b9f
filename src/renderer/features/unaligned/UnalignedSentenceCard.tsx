import { useTranslation } from 'react-i18next';
import type { Column, EditCommand, UnalignedSentence } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { go } from '../../state/address.ts';
import { Button } from '../../ui/Button.tsx';
import { CandidateList } from '../inspector/CandidateList.tsx';

interface CardProps {
  readonly sentence: UnalignedSentence;
  readonly rendering: Column | undefined;
  readonly original: Column | undefined;
  readonly columns: readonly Column[];
  readonly place: { readonly project: string; readonly documentId: number };
  readonly onEdit: (command: EditCommand) => void;
}

/** One sentence without a partner: link it with a candidate, accept that it has none, or look at it in the grid. */
export const UnalignedSentenceCard = (props: CardProps) => {
  const { sentence, rendering, original, columns, place, onEdit } = props;
  const { t } = useTranslation();
  const { alignmentId, beadId, side, segmentId, row } = sentence;
  const omission = side === 'source';
  const otherLang = (omission ? rendering : original)?.lang ?? sentence.lang;
  const open = () => {
    const column = columns.findIndex((candidate) => candidate.alignmentId === alignmentId);
    go({ screen: 'grid', ...place }, { row: String(row ?? 0), column: String(Math.max(0, column)) });
  };
  return (
    <article className={`panel unaligned ${side}`}>
      <header>
        <b>{t(omission ? 'unaligned.not-in' : 'unaligned.only-in', { language: nameOf(rendering) })}</b>
        <span className="soft figures">{t('find.sentence', { number: sentence.number })}</span>
        {sentence.status === 'confirmed' && <span className="soft">{t('unaligned.is-accepted')}</span>}
        <span className="actions">
          {sentence.status !== 'confirmed' && (
            <Button
              small
              data-stop
              onClick={() =>
                onEdit({ type: 'status', beads: [{ alignmentId, beadId }], status: 'confirmed' })
              }
            >
              {t(omission ? 'unaligned.accept-omission' : 'unaligned.accept-addition')}
            </Button>
          )}
          {row !== null && (
            <Button small kind="quiet" onClick={open}>
              {t('unaligned.open')}
            </Button>
          )}
        </span>
      </header>
      <p lang={sentence.lang} className="sentence-text">
        {sentence.text}
      </p>
      <CandidateList
        candidates={sentence.candidates}
        lang={otherLang}
        onLink={(candidate) =>
          onEdit({
            type: 'link',
            alignmentId,
            sourceSegmentId: omission ? segmentId : candidate.segmentId,
            targetSegmentId: omission ? candidate.segmentId : segmentId,
          })
        }
      />
    </article>
  );
};

const nameOf = (column: Column | undefined): string => (column ? nameLanguageItself(column.lang) : '');
