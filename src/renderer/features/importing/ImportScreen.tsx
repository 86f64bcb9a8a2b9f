import './importing.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { go, useAddress } from '../../state/address.ts';
import { api, queries, queryClient } from '../../state/api.ts';
import { useProject } from '../../state/documents.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { DropZone } from './DropZone.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { clearSlots, languageOf, type Slot, usePending } from './pending.ts';
import { SlotCard } from './SlotCard.tsx';

const withoutEnding = (name: string): string =>
  name.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/[._-](vi|de|ru|zh|en)$/i, '');

/** What keeps the texts from being imported, as a message key; null where nothing does. */
const objectionTo = (slot: Slot, slots: readonly Slot[]): string | null => {
  const original = slots.find((candidate) => candidate.role === 'original');
  if (!original || slot.role === 'original') return null;
  const lang = languageOf(slot);
  return lang !== null && lang === languageOf(original) ? 'import.same-language' : null;
};

/** `prepare`: the texts are looked at before they are aligned. */
const importTexts = async (
  project: string | null,
  title: string,
  slots: readonly Slot[],
  prepare: boolean,
): Promise<void> => {
  const original = slots.find((slot) => slot.role === 'original');
  const sourceLang = (original && languageOf(original)) ?? 'vi';
  const key = project ?? (await api.projects.create({ name: title, sourceLang })).key;
  const [alone] = slots;
  if (alone?.preview?.aligned) {
    const document = await api.documents.importTmx({
      project: key,
      title,
      file: alone.file,
      encoding: alone.encoding ?? undefined,
      columns: alone.columns ? [...alone.columns] : undefined,
    });
    clearSlots();
    await queryClient.invalidateQueries({ queryKey: queries.projects.key() });
    go({ screen: 'align', project: key, documentId: document.id });
    return;
  }
  const document = await api.documents.add({
    project: key,
    title,
    slots: slots.map((slot) => ({
      file: slot.file,
      role: slot.role,
      lang: languageOf(slot) ?? undefined,
      label: slot.label.trim() || undefined,
      encoding: slot.encoding ?? undefined,
    })),
  });
  const job = prepare ? null : (await api.jobs.align({ project: key, documentId: document.id })).jobId;
  clearSlots();
  await queryClient.invalidateQueries({ queryKey: queries.projects.key() });
  if (job === null) return go({ screen: 'prepare', project: key, documentId: document.id });
  go({ screen: 'align', project: key, documentId: document.id }, { job });
};

/** Texts become a document: which is the original, in which languages, how they begin. */
export const ImportScreen = () => {
  const { t } = useTranslation();
  const { slots, arriving } = usePending();
  const place = useAddress((address) => address.place);
  const project = useProject().data;
  const info = useQuery(queries.app.info.queryOptions({ input: {} }));
  const [typedTitle, setTitle] = useState<string | null>(null);
  const [pasting, setPasting] = useState(false);
  const [busy, setBusy] = useState(false);
  const languages = info.data?.languages.map((language) => language.lang) ?? [];
  const original = slots.find((slot) => slot.role === 'original');
  // A file that holds several languages side by side is a document of its own.
  const aligned = slots.find((slot) => slot.preview?.aligned);
  const named = aligned ?? original;
  const title = typedTitle ?? (named ? withoutEnding(named.name) : '');
  const objections = slots.map((slot) => objectionTo(slot, slots));
  const broken = slots.some((slot) => slot.problem !== null || slot.preview === null);
  const missing = aligned
    ? slots.length > 1
      ? 'import.aligned-alone'
      : title.trim() === ''
        ? 'import.need-title'
        : null
    : !original
      ? 'import.need-original'
      : slots.length < 2
        ? 'import.need-rendering'
        : broken || objections.some(Boolean)
          ? 'import.need-repair'
          : title.trim() === ''
            ? 'import.need-title'
            : null;
  const start = async (prepare: boolean) => {
    setBusy(true);
    try {
      await importTexts(place.screen === 'import' ? place.project : null, title.trim(), slots, prepare);
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="page import-page">
      <header>
        <div>
          <h1>{project ? t('import.title-in', { project: project.name }) : t('import.title')}</h1>
          <p>{t('import.lead')}</p>
        </div>
      </header>
      <DropZone title={t('import.drop-title')} advice={t('import.drop-advice')}>
        <Button onClick={() => setPasting(true)}>{t('import.paste')}</Button>
      </DropZone>
      {slots.length > 0 && (
        <div className="slots">
          {[...slots]
            .sort((a, b) => Number(b.role === 'original') - Number(a.role === 'original'))
            .map((slot) => {
              const objection = objectionTo(slot, slots);
              return (
                <SlotCard
                  key={slot.file}
                  slot={slot}
                  languages={languages}
                  objection={objection === null ? null : t(objection)}
                />
              );
            })}
        </div>
      )}
      {arriving > 0 && <p className="soft">{t('import.arriving', { count: arriving })}</p>}
      {slots.length > 0 && (
        <footer className="panel import-footer">
          <label className="field">
            {t('import.document-title')}
            <input className="input" value={title} onChange={(event) => setTitle(event.target.value)} />
          </label>
          <p className="soft" aria-live="polite">
            {missing !== null
              ? t(missing)
              : aligned
                ? t('import.ready-aligned')
                : t('import.ready', { count: slots.length - 1 })}
          </p>
          {!aligned && (
            <Button disabled={missing !== null || busy} onClick={() => void start(true)}>
              {t('import.prepare')}
            </Button>
          )}
          <Button kind="primary" disabled={missing !== null || busy} onClick={() => void start(false)}>
            {t('import.start')}
          </Button>
        </footer>
      )}
      {pasting && <PasteDialog onClose={() => setPasting(false)} />}
    </main>
  );
};
