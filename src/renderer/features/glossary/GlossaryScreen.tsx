import './glossary.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GlossaryConceptView } from '../../../contract/index.ts';
import { amendQuery, useAddress } from '../../state/address.ts';
import { api, queries } from '../../state/api.ts';
import { useOpenDocument } from '../../state/documents.ts';
import { describeError } from '../../state/errors.ts';
import { useJobs } from '../../state/events.ts';
import { contentOf, download } from '../../state/files.ts';
import { tellFailure, tellSuccess } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { ConceptDialog } from './ConceptDialog.tsx';
import { ConceptTable } from './ConceptTable.tsx';
import { GlossaryCounts } from './GlossaryCounts.tsx';
import { GlossaryImport } from './GlossaryImport.tsx';

const PAGE = 100;

/** The project's terms: what renderings are held to. Every change is one edit, which Ctrl+Z takes back here. */
export const GlossaryScreen = () => {
  const { t } = useTranslation();
  const { project, document } = useOpenDocument();
  const text = useAddress((address) => address.query['q'] ?? '');
  const [from, setFrom] = useState(0);
  const [edited, setEdited] = useState<GlossaryConceptView | 'new' | null>(null);
  const [importing, setImporting] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const isChecking = useJobs((jobs) => jobId !== null && jobs[jobId]?.state === 'running');
  const list = useQuery({
    ...queries.glossary.list.queryOptions({ input: { project: project.key, text, from, limit: PAGE } }),
    placeholderData: (former) => former,
  });
  const langs = [
    ...new Set([
      ...document.columns.map((column) => column.lang),
      ...(list.data?.counts.terms ?? []).map(({ lang }) => lang),
    ]),
  ];
  const remove = async (concept: GlossaryConceptView) => {
    try {
      const done = await api.glossary.remove({ project: project.key, ids: [concept.id] });
      setJobId(done.jobId);
      tellSuccess(t('glossary.removed', { term: concept.terms[0]?.text ?? '' }));
    } catch (error) {
      tellFailure(error);
    }
  };
  const writeOut = async (format: 'csv' | 'tbx') => {
    try {
      const file = await api.glossary.export({ project: project.key, format });
      if (file.content !== null)
        download(file.name, contentOf({ content: file.content, encoding: 'utf8' }), file.mediaType);
      else if (file.saved) tellSuccess(t('glossary.exported', { name: file.name }));
    } catch (error) {
      tellFailure(error);
    }
  };
  const isEmpty = list.data?.counts.concepts === 0;
  return (
    <main className="page wide glossary-page">
      <header>
        <div>
          <h1>{t('glossary.title')}</h1>
          <p>{t('glossary.lead')}</p>
        </div>
        <div className="actions">
          <Button kind="primary" onClick={() => setEdited('new')}>
            {t('glossary.add')}
          </Button>
          <Button onClick={() => setImporting(true)}>{t('glossary.import')}</Button>
          <Button disabled={isEmpty} onClick={() => void writeOut('csv')}>
            {t('glossary.export-csv')}
          </Button>
          <Button disabled={isEmpty} onClick={() => void writeOut('tbx')}>
            {t('glossary.export-tbx')}
          </Button>
        </div>
      </header>
      <search className="panel filter-row">
        <label className="field grow">
          {t('glossary.search')}
          <input
            className="input"
            type="search"
            value={text}
            onChange={({ target }) => {
              amendQuery({ q: target.value || null });
              setFrom(0);
            }}
          />
        </label>
        {list.data && (
          <GlossaryCounts counts={list.data.counts} found={text === '' ? null : list.data.total} />
        )}
        {isChecking && <b role="status">{t('glossary.checking')}</b>}
      </search>
      {list.error && <p className="problem">{describeError(list.error)}</p>}
      {isEmpty && (
        <EmptyState title={t('glossary.none-title')} advice={t('glossary.none-advice')}>
          <Button kind="primary" onClick={() => setImporting(true)}>
            {t('glossary.import')}
          </Button>
        </EmptyState>
      )}
      {list.data && !isEmpty && list.data.total === 0 && (
        <EmptyState title={t('glossary.nothing-title')} advice={t('glossary.nothing-advice')} />
      )}
      {list.data && list.data.total > 0 && (
        <ConceptTable
          concepts={list.data.concepts}
          langs={langs}
          onEdit={setEdited}
          onRemove={(concept) => void remove(concept)}
        />
      )}
      <Pager total={list.data?.total ?? 0} from={from} page={PAGE} onTurn={setFrom} />
      {edited !== null && (
        <ConceptDialog
          project={project.key}
          concept={edited === 'new' ? null : edited}
          langs={langs}
          onClose={() => setEdited(null)}
          onSaved={setJobId}
        />
      )}
      {importing && (
        <GlossaryImport project={project.key} onClose={() => setImporting(false)} onDone={setJobId} />
      )}
    </main>
  );
};
