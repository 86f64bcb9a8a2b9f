import './home.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../../contract/index.ts';
import { go, useAddress } from '../../state/address.ts';
import { api, queries, queryClient } from '../../state/api.ts';
import { describeError, wordError } from '../../state/errors.ts';
import { isDesktop } from '../../state/link.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DropZone } from '../importing/DropZone.tsx';
import { PasteDialog } from '../importing/PasteDialog.tsx';
import { RecentProject } from './RecentProject.tsx';

const toImport = (): void => go({ screen: 'import', project: null });

/** Shows an opened project: its first document, or the import where it has none. */
export const enterProject = (project: ProjectSummary): void => {
  queryClient.setQueryData(queries.projects.get.queryKey({ input: { project: project.key } }), project);
  const first = project.documents[0];
  if (first) go({ screen: 'grid', project: project.key, documentId: first.id });
  else go({ screen: 'import', project: project.key }, { project: project.key });
};

/** Why what was named at the start did not open; the host puts it into the address. */
const Notice = () => {
  const { t } = useTranslation();
  const query = useAddress((address) => address.query);
  const { notice, ...params } = query;
  if (notice === undefined) return null;
  return (
    <div className="panel notice" role="status">
      <p>{wordError({ code: notice, params })}</p>
      <Button small onClick={() => go({ screen: 'home' })}>
        {t('action.close')}
      </Button>
    </div>
  );
};

/** Where one begins: recent projects, the sample, files to drop. */
export const HomeScreen = () => {
  const { t } = useTranslation();
  const recent = useQuery({ ...queries.projects.recent.queryOptions({ input: {} }), staleTime: 0 });
  const [pasting, setPasting] = useState(false);
  const [opening, setOpening] = useState<string | null>(null);
  const open = async (what: string, get: () => Promise<ProjectSummary | null>) => {
    setOpening(what);
    try {
      const project = await get();
      if (project) enterProject(project);
    } catch (error) {
      tellFailure(error);
    } finally {
      setOpening(null);
    }
  };
  const choose = async (): Promise<ProjectSummary | null> => {
    const [chosen] = await api.desktop.chooseFiles({ kind: 'project' });
    return chosen ? api.projects.open({ file: chosen.file }) : null;
  };
  return (
    <main className="page home">
      <header>
        <div>
          <h1>{t('home.title')}</h1>
          <p>{t('home.lead')}</p>
        </div>
        <div className="actions">
          {isDesktop() && <Button onClick={() => void open('', choose)}>{t('home.open')}</Button>}
          <Button
            disabled={opening !== null}
            onClick={() => void open('sample', () => api.projects.openSample({}))}
          >
            {opening === 'sample' ? t('home.opening') : t('home.sample')}
          </Button>
          <Button kind="primary" onClick={toImport}>
            {t('home.new')}
          </Button>
        </div>
      </header>
      <Notice />
      <DropZone title={t('home.drop-title')} advice={t('home.drop-advice')} onArrived={toImport}>
        <Button onClick={() => setPasting(true)}>{t('import.paste')}</Button>
      </DropZone>
      <section aria-labelledby="recent-title">
        <h2 id="recent-title">{t('home.recent')}</h2>
        {recent.error && <p className="problem">{describeError(recent.error)}</p>}
        {recent.data?.length === 0 && (
          <EmptyState title={t('home.none-title')} advice={t('home.none-advice')}>
            <Button onClick={() => void open('sample', () => api.projects.openSample({}))}>
              {t('home.sample')}
            </Button>
          </EmptyState>
        )}
        <ul className="recent">
          {recent.data?.map((project) => (
            <RecentProject
              key={project.file}
              project={project}
              opening={opening === project.file}
              onOpen={() => void open(project.file, () => api.projects.open({ file: project.file }))}
            />
          ))}
        </ul>
      </section>
      {pasting && <PasteDialog onClose={() => setPasting(false)} onTaken={toImport} />}
    </main>
  );
};
