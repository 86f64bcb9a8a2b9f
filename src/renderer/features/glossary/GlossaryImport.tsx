import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GlossaryPreview } from '../../../contract/index.ts';
import { fillMessage } from '../../../core/errors.ts';
import { WARNINGS } from '../../../core/format/read/warnings.ts';
import { api } from '../../state/api.ts';
import { describeError } from '../../state/errors.ts';
import { putFile } from '../../state/files.ts';
import { tellSuccess } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ConceptTable } from './ConceptTable.tsx';
import { GlossaryCounts } from './GlossaryCounts.tsx';

interface GlossaryImportProps {
  readonly project: string;
  readonly onClose: () => void;
  readonly onDone: (jobId: string | null) => void;
}

const wordWarning = ({ code, params }: GlossaryPreview['warnings'][number]): string =>
  code in WARNINGS ? fillMessage(WARNINGS[code as keyof typeof WARNINGS], params) : code;

/** Chooses a file, shows what it holds and what it would change, and takes it in. */
export const GlossaryImport = ({ project, onClose, onDone }: GlossaryImportProps) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<{ readonly file: string; readonly preview: GlossaryPreview } | null>(
    null,
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const guard = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(describeError(error));
    } finally {
      setBusy(false);
    }
  };
  const choose = (file: File) =>
    guard(async () => {
      setChosen(null);
      const put = await putFile(file);
      setChosen({ file: put.file, preview: await api.glossary.preview({ project, file: put.file }) });
    });
  const take = (file: string) =>
    guard(async () => {
      const { added, changed, jobId } = await api.glossary.import({ project, file });
      tellSuccess(t('glossary.imported', { added, changed }));
      onDone(jobId);
      onClose();
    });
  const preview = chosen?.preview;
  const isNew = preview !== undefined && preview.added + preview.changed > 0;
  return (
    <Dialog
      title={t('glossary.import-title')}
      wide
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" disabled={busy || !isNew} onClick={() => chosen && void take(chosen.file)}>
            {t('glossary.import-now')}
          </Button>
        </>
      }
    >
      <div className="glossary-drop">
        <label className="field">
          {t('glossary.choose')}
          <input
            className="input"
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,.tbx,.xml"
            data-autofocus
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void choose(file);
            }}
          />
        </label>
        <p className="soft">{t('glossary.choose-advice')}</p>
      </div>
      {problem !== null && <p className="problem">{problem}</p>}
      {preview && (
        <>
          <p>
            <b>
              {t('glossary.preview', { added: preview.added, changed: preview.changed, same: preview.same })}
            </b>
          </p>
          <GlossaryCounts counts={preview.counts} found={null} />
          {preview.warnings.map((warning) => (
            <p key={warning.code} className="soft">
              {wordWarning(warning)}
            </p>
          ))}
          <ConceptTable
            concepts={preview.sample}
            langs={[...new Set(preview.counts.terms.map(({ lang }) => lang))]}
          />
          {preview.counts.concepts > preview.sample.length && (
            <p className="soft">
              {t('glossary.more', { count: preview.counts.concepts - preview.sample.length })}
            </p>
          )}
        </>
      )}
    </Dialog>
  );
};
