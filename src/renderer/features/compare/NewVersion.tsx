import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionPreview, VersionView } from '../../../contract/index.ts';
import { amendQuery } from '../../state/address.ts';
import { api } from '../../state/api.ts';
import type { DocumentPlace } from '../../state/edits.ts';
import { type HostFile, putFile } from '../../state/files.ts';
import { tellFailure, tellSuccess } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { VersionForeseen } from './VersionForeseen.tsx';

type Preview = HostFile & VersionPreview;

/** Buttons that bring a revised text in, with a look at what it would change first, and that keep the present state. */
export const NewVersion = ({
  versions,
  place,
}: {
  readonly versions: readonly VersionView[];
  readonly place: DocumentPlace;
}) => {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [keeping, setKeeping] = useState(false);
  const [label, setLabel] = useState('');
  const holds = versions.find((version) => version.current);
  if (!holds) return null;
  /** What the file would change; `code` is of a file with languages side by side. */
  const foresee = async (file: HostFile, code?: string) =>
    setPreview({
      ...file,
      ...(await api.versions.preview({ ...place, of: holds.versionId, file: file.file, code })),
    });
  const look = async (list: FileList | null) => {
    const [chosen] = list ?? [];
    if (!chosen) return;
    try {
      setLabel('');
      await foresee(await putFile(chosen));
    } catch (error) {
      tellFailure(error);
    }
  };
  const bringIn = async () => {
    if (!preview) return;
    try {
      const { versionId, stale } = await api.versions.add({
        ...place,
        of: holds.versionId,
        file: preview.file,
        code: preview.aligned?.code,
        label: label.trim(),
      });
      setPreview(null);
      tellSuccess(versionId === null ? t('compare.unchanged') : t('compare.imported', { count: stale }));
      amendQuery({ texts: null });
    } catch (error) {
      tellFailure(error);
    }
  };
  const keep = async () => {
    try {
      await api.versions.keep({ ...place, versionId: holds.versionId, label: label.trim() });
      setKeeping(false);
      tellSuccess(t('compare.kept', { label: label.trim() }));
    } catch (error) {
      tellFailure(error);
    }
  };
  const labelField = (
    <label className="field">
      {t('compare.label')}
      <input
        className="input"
        data-autofocus
        value={label}
        maxLength={200}
        onChange={(event) => setLabel(event.target.value)}
      />
    </label>
  );
  return (
    <div className="actions">
      <Button
        onClick={() => {
          setLabel('');
          setKeeping(true);
        }}
      >
        {t('compare.keep')}
      </Button>
      <Button kind="primary" onClick={() => field.current?.click()}>
        {t('compare.import')}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={t('compare.import')}
        onChange={(event) => {
          void look(event.target.files);
          event.target.value = '';
        }}
      />
      {preview && (
        <Dialog
          title={t('compare.import-title', { name: preview.name })}
          onClose={() => setPreview(null)}
          footer={
            <>
              <Button onClick={() => setPreview(null)}>{t('action.cancel')}</Button>
              <Button kind="primary" onClick={() => void bringIn()}>
                {t('compare.import-now')}
              </Button>
            </>
          }
        >
          <VersionForeseen
            preview={preview}
            lang={holds.lang}
            onCode={(code) => void foresee(preview, code).catch(tellFailure)}
          />
          {labelField}
        </Dialog>
      )}
      {keeping && (
        <Dialog
          title={t('compare.keep-title')}
          onClose={() => setKeeping(false)}
          footer={
            <>
              <Button onClick={() => setKeeping(false)}>{t('action.cancel')}</Button>
              <Button kind="primary" disabled={label.trim() === ''} onClick={() => void keep()}>
                {t('compare.keep-now')}
              </Button>
            </>
          }
        >
          <p>{t('compare.keep-advice')}</p>
          {labelField}
        </Dialog>
      )}
    </div>
  );
};
