import './unaligned.css';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditCommand } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { amendQuery, useAddress } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import { useOpenDocument, useOpenPlace } from '../../state/documents.ts';
import { describeError } from '../../state/errors.ts';
import { performAnywhere } from '../../state/performAnywhere.ts';
import { tellFailure } from '../../state/toasts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { walkButtons } from '../find/HitList.tsx';
import { UnalignedSentenceCard } from './UnalignedSentenceCard.tsx';

const PAGE = 50;

/** When what had the focus is gone, the focus goes to what stands in its place now. */
const useKeptFocus = (changed: unknown) => {
  const list = useRef<HTMLElement>(null);
  const place = useRef<number | null>(null);
  const stops = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again after each change of the list
  useEffect(() => {
    if (place.current === null || document.activeElement !== document.body) return;
    const all = stops();
    all[Math.min(place.current, all.length - 1)]?.focus();
  }, [changed]);
  const remember = () => {
    const at = stops().indexOf(document.activeElement as HTMLElement);
    place.current = at >= 0 ? at : null;
  };
  return { list, remember };
};

/** Sentences without a partner, each with those that may be it. */
export const UnalignedScreen = () => {
  const { t } = useTranslation();
  const { document } = useOpenDocument();
  const query = useAddress((address) => address.query);
  const place = useOpenPlace();
  const accepted = query['accepted'] === '1';
  const from = Number(query['from'] ?? 0) || 0;
  const side = query['side'];
  const list = useQuery({
    ...queries.unaligned.list.queryOptions({
      input: {
        ...place,
        accepted,
        from,
        limit: PAGE,
        ...(query['alignment'] && { alignmentId: Number(query['alignment']) }),
        ...((side === 'source' || side === 'target') && { side }),
      },
    }),
    placeholderData: (former) => former,
  });
  const { list: element, remember } = useKeptFocus(list.data);
  const counts = list.data?.byRendering ?? [];
  const all = counts.reduce((sum, { source, target }) => sum + source + target, 0);
  const perform = (command: EditCommand) => {
    remember();
    performAnywhere(place, command).catch(tellFailure);
  };
  const original = document.columns.find(({ role }) => role === 'original');
  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    walkButtons(event);
    remember();
  };
  return (
    <main className="page unaligned-page">
      <header>
        <div>
          <h1>{t('unaligned.title')}</h1>
          <p>{t('unaligned.lead')}</p>
        </div>
      </header>
      <form className="panel filter-row" onSubmit={(event) => event.preventDefault()}>
        <label className="field">
          {t('flags.column')}
          <select
            className="input"
            value={query['alignment'] ?? ''}
            onChange={({ target }) => amendQuery({ alignment: target.value || null, from: null })}
          >
            <option value="">{t('flags.all-columns')}</option>
            {counts.map(({ alignmentId, lang, source, target }) => (
              <option key={alignmentId} value={String(alignmentId)}>
                {`${nameLanguageItself(lang)} (${source + target})`}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {t('unaligned.side')}
          <select
            className="input"
            value={side ?? ''}
            onChange={({ target }) => amendQuery({ side: target.value || null, from: null })}
          >
            <option value="">{t('unaligned.both')}</option>
            <option value="source">{t('unaligned.omissions')}</option>
            <option value="target">{t('unaligned.additions')}</option>
          </select>
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={accepted}
            onChange={() => amendQuery({ accepted: accepted ? null : '1', from: null })}
          />
          {t('unaligned.accepted')}
        </label>
        <b role="status" className="figures">
          {list.data && t('unaligned.count', { count: list.data.total })}
        </b>
      </form>
      {list.error && <p className="problem">{describeError(list.error)}</p>}
      {list.isPending && <p className="loading">{t('loading')}</p>}
      {list.data?.total === 0 && (
        <EmptyState
          title={t(all === 0 ? 'unaligned.none-title' : 'unaligned.filtered-title')}
          advice={t(all === 0 ? 'unaligned.none-advice' : 'unaligned.filtered-advice')}
        />
      )}
      <section
        ref={element}
        className="unaligned-list"
        aria-label={t('unaligned.title')}
        onKeyDown={handleKey}
        onFocus={remember}
      >
        {list.data?.sentences.map((sentence) => (
          <UnalignedSentenceCard
            key={`${sentence.alignmentId}:${sentence.segmentId}`}
            sentence={sentence}
            rendering={document.columns.find(({ alignmentId }) => alignmentId === sentence.alignmentId)}
            original={original}
            columns={document.columns}
            place={place}
            onEdit={perform}
          />
        ))}
      </section>
      <Pager
        total={list.data?.total ?? 0}
        from={from}
        page={PAGE}
        onTurn={(to) => amendQuery({ from: to === 0 ? null : String(to) })}
      />
    </main>
  );
};
