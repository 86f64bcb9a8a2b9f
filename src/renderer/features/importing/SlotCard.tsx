import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { nameLanguage } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import type { DocumentChoice } from './DocumentCard.tsx';
import { ColumnChoice, EncodingChoice, Warnings } from './FileFacts.tsx';
import { languageOf } from './grouping.ts';
import { removeSlots, type Slot, setDocument, setLabel, setLanguage, setRole } from './pending.ts';

interface SlotCardProps {
  readonly slot: Slot;
  readonly isOriginal: boolean;
  readonly languages: readonly string[];
  /** The document that it belongs to, and those that it may be moved to. */
  readonly document: string;
  readonly choices: readonly DocumentChoice[];
  /** Why this text cannot go in as it is, beside its own problem. */
  readonly objection: string | null;
}

const Preview = ({ slot }: { slot: Slot }) => {
  const { t } = useTranslation();
  const { preview } = slot;
  if (!preview) return slot.problem === null ? <p className="soft">{t('import.reading')}</p> : null;
  const furniture = preview.sentences - preview.body;
  return (
    <>
      <p className="soft figures">
        {t('import.figures', {
          sentences: t('count.sentences', { count: preview.body }),
          characters: t('count.characters', { count: preview.characters }),
          encoding: [preview.format, preview.encoding].filter(Boolean).join(', '),
        })}
        {furniture > 0 && ` · ${t('import.furniture', { count: furniture })}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by key */}
      <section className="slot-sample" tabIndex={0} aria-label={t('import.sample', { name: slot.name })}>
        <ol lang={languageOf(slot) ?? undefined}>
          {preview.sample.map((piece, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sample never changes its order
            <li key={index} className={`kind-${piece.kind}`}>
              {piece.text}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
};

/** One text that waits to be imported: what it is, in which language, and how it begins. */
export const SlotCard = ({ slot, isOriginal, languages, document, choices, objection }: SlotCardProps) => {
  const { t } = useTranslation();
  const lang = languageOf(slot);
  const problem = slot.problem ?? objection;
  const guessed = slot.lang === null && slot.preview !== null;
  const listed = lang === null || languages.includes(lang) ? languages : [lang, ...languages];
  return (
    <article className={isOriginal ? 'slot original' : 'slot'}>
      <header>
        <h2>{slot.name}</h2>
        <Button
          kind="quiet"
          small
          icon={<IconX size={15} />}
          aria-label={t('import.remove', { name: slot.name })}
          onClick={() => removeSlots([slot.file])}
        />
      </header>
      <div className="slot-fields">
        <label className="field">
          {t('import.role')}
          <select
            className="input"
            value={isOriginal ? 'original' : 'rendering'}
            onChange={(event) => setRole(slot.file, event.target.value as 'original' | 'rendering')}
          >
            <option value="original">{t('import.original')}</option>
            <option value="rendering">{t('import.rendering')}</option>
          </select>
        </label>
        <label className="field">
          {t('import.language')}
          <select
            className="input"
            value={lang ?? ''}
            onChange={(event) => setLanguage(slot.file, event.target.value)}
          >
            {lang === null && <option value="">{t('import.choose-language')}</option>}
            {listed.map((code) => (
              <option key={code} value={code}>
                {nameLanguage(code)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {t('import.version-label')}
          <input
            className="input"
            value={slot.label}
            placeholder={t('import.version-placeholder')}
            onChange={(event) => setLabel(slot.file, event.target.value)}
          />
        </label>
        <EncodingChoice slot={slot} />
        {choices.length > 0 && (
          <label className="field">
            {t('import.document')}
            <select
              className="input"
              value={document}
              onChange={(event) => setDocument(slot.file, event.target.value)}
            >
              {choices.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title || t('import.document-untitled')}
                </option>
              ))}
              {!choices.some(({ key }) => key === slot.file) && (
                <option value={slot.file}>{t('import.document-own')}</option>
              )}
            </select>
          </label>
        )}
      </div>
      <ColumnChoice slot={slot} languages={languages} />
      <Warnings slot={slot} />
      {guessed && !slot.preview?.aligned && (
        <p className={slot.preview?.langCertain ? 'guess' : 'guess unsure'}>
          {t(slot.preview?.langCertain ? 'import.guessed' : 'import.guessed-unsure', {
            language: nameLanguage(slot.preview?.lang ?? ''),
          })}
        </p>
      )}
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <Preview slot={slot} />
    </article>
  );
};
