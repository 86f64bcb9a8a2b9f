import './importing.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import { useProject } from '../../state/documents.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { CuttingChoices } from './Cutting.tsx';
import { DocumentCard, SlotCards } from './DocumentCard.tsx';
import { DropZone } from './DropZone.tsx';
import { documentsOf, objectionTo } from './grouping.ts';
import { importDocuments } from './importDocuments.ts';
import { PasteDialog } from './PasteDialog.tsx';
import { setTitle, usePending } from './pending.ts';

/** So many documents are shown with their texts at once. */
const SHOWN_OPEN = 3;

/** Texts become documents: which is the original, in which languages, how they begin. */
export const ImportScreen = () => {
  const { t } = useTranslation();
  const { slots, arriving, titles } = usePending();
  const place = useAddress((address) => address.place);
  const project = useProject().data;
  const info = useQuery(queries.app.info.queryOptions({ input: {} }));
  const [pasting, setPasting] = useState(false);
  const [busy, setBusy] = useState(false);
  const languages = info.data?.languages.map((language) => language.lang) ?? [];
  const documents = documentsOf(slots).map((document) => {
    const title = titles[document.key] ?? document.name;
    return { ...document, title, objection: objectionTo(document, title) };
  });
  const ready = documents.filter(({ objection }) => objection === null);
  const [first] = documents;
  const several = documents.length > 1;
  const choices = several ? documents.map(({ key, title }) => ({ key, title })) : [];
  const isReading =
    arriving > 0 || slots.some(({ preview, problem }) => preview === null && problem === null);
  const state = (): string => {
    if (several) return t('import.ready-several', { count: ready.length, of: documents.length });
    if (!first) return '';
    if (first.objection !== null) return t(first.objection);
    return first.aligned ? t('import.ready-aligned') : t('import.ready', { count: slots.length - 1 });
  };
  const start = async (prepare: boolean) => {
    setBusy(true);
    try {
      await importDocuments(
        place.screen === 'import' ? place.project : null,
        ready.map((document) => ({ ...document, title: document.title.trim() })),
        prepare,
      );
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className={slots.length > 0 ? 'page import-page filled' : 'page import-page'}>
      <header>
        <div>
          <h1>{project ? t('import.title-in', { project: project.name }) : t('import.title')}</h1>
          <p>{t('import.lead')}</p>
        </div>
      </header>
      <DropZone title={t('import.drop-title')} advice={t('import.drop-advice')}>
        <Button onClick={() => setPasting(true)}>{t('import.paste')}</Button>
      </DropZone>
      {slots.length > 0 && <CuttingChoices several={documents.length > 2} />}
      {first && !several && <SlotCards document={first} languages={languages} choices={choices} />}
      {several &&
        documents.map(({ objection, ...document }) => (
          <DocumentCard
            key={document.key}
            document={document}
            title={document.title}
            objection={objection}
            open={documents.length <= SHOWN_OPEN}
            languages={languages}
            choices={choices}
          />
        ))}
      {arriving > 0 && <p className="soft">{t('import.arriving', { count: arriving })}</p>}
      {first && (
        <footer className="panel import-footer">
          {!several && (
            <label className="field">
              {t('import.document-title')}
              <input
                className="input"
                value={first.title}
                onChange={(event) => setTitle(first.key, event.target.value)}
              />
            </label>
          )}
          <p className="soft" aria-live="polite">
            {state()}
          </p>
          {ready.some(({ aligned }) => !aligned) && (
            <Button disabled={busy || isReading} onClick={() => void start(true)}>
              {t('import.prepare')}
            </Button>
          )}
          <Button
            kind="primary"
            disabled={ready.length === 0 || busy || isReading}
            onClick={() => void start(false)}
          >
            {t('import.start')}
          </Button>
        </footer>
      )}
      {pasting && <PasteDialog onClose={() => setPasting(false)} />}
    </main>
  );
};
