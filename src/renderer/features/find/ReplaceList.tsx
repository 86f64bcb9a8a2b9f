import { useTranslation } from 'react-i18next';
import type { ReplacePreview } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { walkButtons } from './HitList.tsx';

/** A sentence as it would be: what goes is struck through, what comes stands beside it. */
const Changed = ({ before, places }: Pick<ReplacePreview, 'before' | 'places'>) => {
  const pieces = places.map((place, at) => ({
    ...place,
    kept: before.slice(places[at - 1]?.end ?? 0, place.start),
    gone: before.slice(place.start, place.end),
  }));
  return (
    <>
      {pieces.map((piece) => (
        <span key={piece.start}>
          {piece.kept}
          <del>{piece.gone}</del>
          {piece.text !== '' && <ins>{piece.text}</ins>}
        </span>
      ))}
      {before.slice(places.at(-1)?.end ?? 0)}
    </>
  );
};

interface ReplaceListProps {
  readonly sentences: readonly ReplacePreview[];
  readonly without: ReadonlySet<number>;
  readonly onChange: (without: ReadonlySet<number>) => void;
}

/** Every sentence that would change, to be looked at and chosen. */
export const ReplaceList = ({ sentences, without, onChange }: ReplaceListProps) => {
  const { t } = useTranslation();
  const toggle = (segmentId: number) => {
    const next = new Set(without);
    if (!next.delete(segmentId)) next.add(segmentId);
    onChange(next);
  };
  return (
    <ol className="hits replacements" onKeyDown={walkButtons}>
      {sentences.map((sentence) => (
        <li key={sentence.segmentId}>
          <label>
            <input
              type="checkbox"
              data-stop
              checked={!without.has(sentence.segmentId)}
              onChange={() => toggle(sentence.segmentId)}
            />
            <span>
              <span className="soft figures">
                {nameLanguageItself(sentence.lang)} {sentence.number}
                {sentence.confirmed && ` · ${t('find.confirmed')}`}
              </span>
              <span lang={sentence.lang}>
                <Changed before={sentence.before} places={sentence.places} />
              </span>
            </span>
          </label>
        </li>
      ))}
    </ol>
  );
};
