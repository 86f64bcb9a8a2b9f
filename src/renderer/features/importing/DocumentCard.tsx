/** One of several documents that wait: its title, what it lacks, and its texts. */
import { useTranslation } from 'react-i18next';
import { nameLanguage } from '../../i18n/index.ts';
import { hasLanguageOfOriginal, languageOf, type PendingDocument } from './grouping.ts';
import { setTitle } from './pending.ts';
import { SlotCard } from './SlotCard.tsx';

export interface DocumentChoice {
  readonly key: string;
  readonly title: string;
}

interface CardsProps {
  readonly document: PendingDocument;
  readonly languages: readonly string[];
  /** Where its texts may be moved to; empty where there is one document. */
  readonly choices: readonly DocumentChoice[];
}

/** The original first. */
export const SlotCards = ({ document, languages, choices }: CardsProps) => {
  const { t } = useTranslation();
  const { original, slots, key } = document;
  return (
    <div className="slots">
      {[...slots]
        .sort((a, b) => Number(b === original) - Number(a === original))
        .map((slot) => (
          <SlotCard
            key={slot.file}
            slot={slot}
            isOriginal={slot === original}
            languages={languages}
            document={key}
            choices={choices}
            objection={hasLanguageOfOriginal(slot, original) ? t('import.same-language') : null}
          />
        ))}
    </div>
  );
};

interface DocumentCardProps extends CardsProps {
  readonly title: string;
  readonly objection: string | null;
  /** Whether its texts are shown at first. */
  readonly open: boolean;
}

export const DocumentCard = ({ document, title, objection, open, ...rest }: DocumentCardProps) => {
  const { t } = useTranslation();
  const languages = document.slots.map((slot) => languageOf(slot)).filter((lang) => lang !== null);
  return (
    <details className="panel import-document" open={open} data-document={document.key}>
      <summary>
        <strong>{title}</strong>
        <span className="soft">
          {document.aligned
            ? t('import.ready-aligned')
            : [...new Set(languages)].map((lang) => nameLanguage(lang)).join(', ')}
        </span>
        {objection !== null && <span className="guess unsure">{t(objection)}</span>}
      </summary>
      <label className="field">
        {t('import.document-title')}
        <input
          className="input"
          value={title}
          onChange={(event) => setTitle(document.key, event.target.value)}
        />
      </label>
      <SlotCards document={document} {...rest} />
    </details>
  );
};
