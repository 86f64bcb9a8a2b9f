import './exporting.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportOptions } from '../../../contract/index.ts';
import { api, queries } from '../../state/api.ts';
import { useOpenDocument } from '../../state/documents.ts';
import { describeError } from '../../state/errors.ts';
import { contentOf, download } from '../../state/files.ts';
import { tellFailure, tellSuccess } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { ExportChoices } from './ExportChoices.tsx';
import { Preflight } from './Preflight.tsx';

/** What goes out, what is left out and why, before anything is written. */
export const ExportScreen = () => {
  const { t } = useTranslation();
  const { project, document } = useOpenDocument();
  const [options, setOptions] = useState<ExportOptions>({
    format: 'tmx',
    shape: 'multilingual',
    documentIds: [document.id],
    codes: {},
    furniture: false,
  });
  const [busy, setBusy] = useState(false);
  const preflight = useQuery({
    ...queries.exports.preflight.queryOptions({ input: { project: project.key, options } }),
    placeholderData: (former) => former,
  });
  const run = async () => {
    setBusy(true);
    try {
      const { files } = await api.exports.run({ project: project.key, options });
      for (const file of files)
        if (file.content !== null) download(file.name, contentOf(file), file.mediaType);
      const written = files.filter((file) => file.saved || file.content !== null);
      if (written.length > 0)
        tellSuccess(
          t('export.done', { count: written.length, names: written.map((file) => file.name).join(', ') }),
        );
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const empty = preflight.data?.units === 0;
  return (
    <main className="page export-page">
      <header>
        <div>
          <h1>{t('export.title')}</h1>
          <p>{t('export.lead', { title: document.title })}</p>
        </div>
        <Button kind="primary" disabled={busy || !preflight.data || empty} onClick={() => void run()}>
          {t('export.run', { format: t(`export.format-${options.format ?? 'tmx'}`) })}
        </Button>
      </header>
      <div className="export-columns">
        <ExportChoices options={options} columns={document.columns} onChange={setOptions} />
        <div>
          {preflight.error && <p className="panel problem">{describeError(preflight.error)}</p>}
          {preflight.data && <Preflight preflight={preflight.data} columns={document.columns} />}
          {preflight.isPending && <p className="loading">{t('loading')}</p>}
        </div>
      </div>
    </main>
  );
};
