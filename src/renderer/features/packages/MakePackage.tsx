import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameLanguage } from '../../i18n/index.ts';
import { api } from '../../state/api.ts';
import { useOpenDocument } from '../../state/documents.ts';
import { contentOf, download } from '../../state/files.ts';
import { tellFailure, tellSuccess } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';

const toggled = <T,>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item];

/** Chooses documents and languages, and hands them over as a project file. */
export const MakePackage = () => {
  const { t } = useTranslation();
  const { project, document } = useOpenDocument();
  const [name, setName] = useState(t('packages.name-preset', { title: document.title }));
  const [documentIds, setDocumentIds] = useState<readonly number[]>([document.id]);
  const chosen = project.documents.filter(({ id }) => documentIds.includes(id));
  const langs = [
    ...new Set(
      chosen.flatMap(({ columns }) =>
        columns.filter(({ role }) => role === 'rendering').map(({ lang }) => lang),
      ),
    ),
  ];
  const [without, setWithout] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const wanted = langs.filter((lang) => !without.includes(lang));
  const ready = name.trim() !== '' && documentIds.length > 0 && wanted.length > 0;
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    try {
      const made = await api.packages.handOver({
        project: project.key,
        name: name.trim(),
        documentIds: [...documentIds],
        langs: wanted,
      });
      if (made.content !== null)
        download(made.name, contentOf({ content: made.content, encoding: 'base64' }));
      if (made.saved || made.content !== null) tellSuccess(t('packages.made', { name: made.name }));
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="panel" onSubmit={(event) => void make(event)} aria-labelledby="package-make">
      <h2 id="package-make">{t('packages.make-title')}</h2>
      <p className="soft">{t('packages.make-lead')}</p>
      <label className="package-name">
        {t('packages.name')}
        <input
          className="input"
          maxLength={200}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <fieldset>
        <legend>{t('packages.documents')}</legend>
        {project.documents.map(({ id, title }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={documentIds.includes(id)}
              onChange={() => setDocumentIds(toggled(documentIds, id))}
            />
            {title}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('packages.languages')}</legend>
        {langs.map((lang) => (
          <label key={lang}>
            <input
              type="checkbox"
              checked={!without.includes(lang)}
              onChange={() => setWithout(toggled(without, lang))}
            />
            {nameLanguage(lang)}
          </label>
        ))}
      </fieldset>
      <Button kind="primary" disabled={busy || !ready} onClick={make}>
        {t('packages.make')}
      </Button>
    </form>
  );
};
