import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../state/api.ts';
import { useOpenDocument } from '../../state/documents.ts';
import { refreshDerived } from '../../state/events.ts';
import { type HostFile, putFile } from '../../state/files.ts';
import { tellFailure, tellSuccess } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { ConflictList, type PackageConflict } from './ConflictList.tsx';

interface Result {
  readonly file: HostFile;
  readonly taken: number;
  readonly conflicts: readonly PackageConflict[];
}

/** Takes a package in. What both sides changed stays as it is here until somebody chooses. */
export const MergePackage = () => {
  const { t } = useTranslation();
  const { project } = useOpenDocument();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLInputElement>(null);
  const merge = async (file: HostFile, take: readonly string[]) => {
    const { taken, conflicts } = await api.packages.merge({
      project: project.key,
      file: file.file,
      take: [...take],
    });
    setResult({ file, taken, conflicts });
    setTheirs(new Set());
    refreshDerived();
    tellSuccess(t('packages.merged', { count: taken }));
  };
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="panel" aria-labelledby="package-merge">
      <h2 id="package-merge">{t('packages.merge-title')}</h2>
      <p className="soft">{t('packages.merge-lead')}</p>
      <Button disabled={busy} onClick={() => field.current?.click()}>
        {t('packages.choose')}
      </Button>
      <input
        ref={field}
        type="file"
        accept=".songsong"
        hidden
        aria-label={t('packages.choose')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void attempt(async () => merge(await putFile(file), []));
          target.value = '';
        }}
      />
      {result && (
        <div className="package-result" role="status">
          <p>
            <b>{t('packages.taken', { count: result.taken })}</b>{' '}
            {result.conflicts.length === 0
              ? t('packages.no-conflicts')
              : t('packages.conflicts', { count: result.conflicts.length })}
          </p>
        </div>
      )}
      {result && result.conflicts.length > 0 && (
        <>
          <ConflictList conflicts={result.conflicts} theirs={theirs} onChange={setTheirs} />
          <Button
            kind="primary"
            disabled={busy || theirs.size === 0}
            onClick={() => void attempt(() => merge(result.file, [...theirs]))}
          >
            {t('packages.apply', { count: theirs.size })}
          </Button>
        </>
      )}
    </section>
  );
};
