import { useTranslation } from 'react-i18next';
import type { EditOutcome } from '../../contract/index.ts';
import { nameParams } from '../features/history/describeEdit.ts';

interface DragGuideProps {
  /** Within the grid's content, in CSS pixels. */
  readonly top: number;
  readonly left: number;
  readonly width: number;
  /** What a dry run said; null while it is on its way. */
  readonly outcome: EditOutcome | null;
  readonly lang: string | undefined;
}

/** The line where a border or a sentence comes to rest, with what would happen there. */
export const DragGuide = ({ top, left, width, outcome, lang = '' }: DragGuideProps) => {
  const { t } = useTranslation();
  return (
    <div
      className={outcome?.possible === false ? 'border-guide refused' : 'border-guide'}
      style={{ top, left, width }}
    >
      {outcome && <span>{t(outcome.say, nameParams({ lang, ...outcome.params }))}</span>}
    </div>
  );
};
