import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../contract/index.ts';
import { textOr } from '../../i18n/index.ts';

interface CandidateListProps {
  readonly candidates: readonly Candidate[];
  readonly lang: string;
  readonly onLink: (candidate: Candidate) => void;
}

/** Sentences that may be the partner of one, best first, with what speaks for each; a press links. */
export const CandidateList = ({ candidates, lang, onLink }: CandidateListProps) => {
  const { t } = useTranslation();
  if (candidates.length === 0) return <p className="soft">{t('candidates.none')}</p>;
  return (
    <ul className="candidates">
      {candidates.map((candidate) => (
        <li key={candidate.segmentId}>
          <button
            type="button"
            data-stop
            disabled={candidate.confirmed || candidate.partner}
            onClick={() => onLink(candidate)}
          >
            <span lang={lang}>
              <span className="soft figures">{candidate.number}</span> {candidate.text}
            </span>
            <small>
              {candidate.partner
                ? t('candidates.partner')
                : candidate.confirmed
                  ? t('candidates.confirmed')
                  : candidate.taken
                    ? t('candidates.taken')
                    : t('candidates.free')}
              {candidate.evidence
                .filter((piece) => Math.abs(piece.weight) >= 0.05)
                .slice(0, 4)
                .map((piece) => (
                  <span key={piece.source + piece.say} className={piece.weight < 0 ? 'against' : undefined}>
                    {' · '}
                    {textOr(`evidence-source.${piece.source}`, {}, piece.source)}
                    {': '}
                    {textOr(piece.say, piece.params, piece.say)}
                  </span>
                ))}
            </small>
          </button>
        </li>
      ))}
    </ul>
  );
};
