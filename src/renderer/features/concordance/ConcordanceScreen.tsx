import './concordance.css';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { amendQuery, useAddress } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import { useOpenDocument } from '../../state/documents.ts';
import { describeError } from '../../state/errors.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { NOTHING_WANTED, readQuery, type Wanted } from '../find/findState.ts';
import { ASK_AGAIN_MS } from '../find/hits.ts';
import { LanguageChips } from '../find/LanguageChips.tsx';
import { QueryFields } from '../find/QueryFields.tsx';
import { ConcordanceLineView } from './ConcordanceLineView.tsx';

const PAGE = 50;
const ADDRESS_AFTER_MS = 250;
const MODES = ['loose', 'exact', 'regex'] as const;
const PLACES = ['start', 'word', 'anywhere'] as const;

const readWanted = (query: Readonly<Record<string, string>>): Wanted => ({
  text: query['q'] ?? '',
  mode: MODES.find((mode) => mode === query['mode']) ?? NOTHING_WANTED.mode,
  at: PLACES.find((place) => place === query['at']) ?? NOTHING_WANTED.at,
  matchCase: query['case'] === '1',
});

/** The search in the address follows what is typed a little later. */
const useWanted = (): readonly [Wanted, (wanted: Wanted) => void] => {
  const [wanted, setWanted] = useState(() => readWanted(useAddress.getState().query));
  useEffect(() => {
    const timer = window.setTimeout(() => {
      const { text, mode, at, matchCase } = wanted;
      amendQuery({ q: text || null, mode, at, case: matchCase ? '1' : null });
    }, ADDRESS_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [wanted]);
  return [wanted, setWanted];
};

/** A word or phrase in all languages, with the partners of its sentences side by side. */
export const ConcordanceScreen = () => {
  const { t } = useTranslation();
  const { project, document } = useOpenDocument();
  const [wanted, setWanted] = useWanted();
  const [langs, setLangs] = useState<readonly string[]>([]);
  const [from, setFrom] = useState(0);
  const everywhere = useAddress((address) => address.query['everywhere'] === '1');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const query = readQuery(wanted);
  const search = useQuery({
    ...queries.concordance.search.queryOptions({
      input:
        query === null
          ? skipToken
          : {
              project: project.key,
              ...(!everywhere && { documentId: document.id }),
              query,
              from,
              limit: PAGE,
              ...(langs.length > 0 && { langs: [...langs] }),
            },
    }),
    placeholderData: (former) => (query === null ? undefined : former),
    refetchInterval: ({ state }) => (state.data && !state.data.complete ? ASK_AGAIN_MS : false),
  });
  const page = query === null ? undefined : search.data;
  const change = (next: Wanted) => {
    setWanted(next);
    setFrom(0);
  };
  return (
    <main className="page concordance-page">
      <header>
        <div>
          <h1>{t('concordance.title')}</h1>
          <p>{t('concordance.lead')}</p>
        </div>
      </header>
      <search className="panel concordance-form">
        <input
          ref={field}
          className="input"
          aria-label={t('find.text')}
          placeholder={t('find.text')}
          value={wanted.text}
          onChange={({ target }) => change({ ...wanted, text: target.value })}
        />
        <QueryFields wanted={wanted} onChange={change} />
        {project.documents.length > 1 && (
          <label className="check">
            <input
              type="checkbox"
              checked={everywhere}
              onChange={({ target }) => amendQuery({ everywhere: target.checked ? '1' : null })}
            />
            {t('concordance.everywhere')}
          </label>
        )}
        <LanguageChips
          all={document.columns.map((column) => column.lang)}
          chosen={langs}
          counts={page?.languages ?? []}
          onChange={(chosen) => {
            setLangs(chosen);
            setFrom(0);
          }}
        />
        <b role="status" className="figures">
          {page && !search.error && t('find.figures', { count: page.total })}
          {page && !page.complete && ` ${t('find.going-on', { percent: Math.round(page.progress * 100) })}`}
        </b>
      </search>
      {search.error && <p className="problem">{describeError(search.error)}</p>}
      {page?.complete && page.total === 0 && (
        <EmptyState title={t('concordance.none-title')} advice={t('concordance.none-advice')} />
      )}
      {query === null && (
        <EmptyState title={t('concordance.empty-title')} advice={t('concordance.empty-advice')} />
      )}
      <ol className="concordance">
        {page?.lines.map((line) => (
          <ConcordanceLineView
            key={`${line.documentId}:${line.hit.segmentId}`}
            line={line}
            project={project.key}
            here={line.documentId === document.id}
          />
        ))}
      </ol>
      <Pager total={page?.total ?? 0} from={from} page={PAGE} onTurn={setFrom} />
    </main>
  );
};
