import './compare.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedRow } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { type Command, useCommands } from '../../keys/commands.ts';
import { amendQuery, useAddress } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import { useOpenPlace } from '../../state/documents.ts';
import { performEdit } from '../../state/edits.ts';
import { describeError } from '../../state/errors.ts';
import { tellSuccess } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ChangeCounts } from './ChangeCounts.tsx';
import { ComparedTexts } from './ComparedTexts.tsx';
import { CompareRow } from './CompareRow.tsx';
import { chooseTexts, takenFrom } from './choice.ts';
import { NewVersion } from './NewVersion.tsx';

const AT_ONCE = 400;

/** Versions of one text beside the original: what changed, word by word, and taking a sentence back from another version. */
export const CompareScreen = () => {
  const { t } = useTranslation();
  const query = useAddress((address) => address.query);
  const place = useOpenPlace();
  const versions = useQuery(queries.versions.list.queryOptions({ input: place })).data ?? [];
  const { column, texts } = chooseTexts(versions, query);
  const onlyChanges = query['all'] !== '1';
  const [limit, setLimit] = useState(AT_ONCE);
  const comparison = useQuery({
    ...queries.versions.compare.queryOptions({ input: { ...place, texts, onlyChanges, limit } }),
    enabled: texts.length > 1,
    placeholderData: keepPreviousData,
  });
  const rows = texts.length > 1 ? (comparison.data?.rows ?? []) : [];
  const [here, setHere] = useState(0);
  /** The other end of several rows that are taken over together. */
  const [anchor, setAnchor] = useState<number | null>(null);
  const current = Math.min(here, Math.max(0, rows.length - 1));
  const [from, to] = [Math.min(anchor ?? current, current), Math.max(anchor ?? current, current)];
  const goToRow = useCallback((position: number) => {
    setHere(position);
    window.document.querySelector<HTMLElement>(`[data-compare-row="${position}"]`)?.focus();
  }, []);
  const take = useCallback(
    async (chosen: readonly ComparedRow[], cell?: number) => {
      const found = takenFrom(chosen, cell);
      if (!found || !comparison.data) return tellSuccess(t('compare.nothing-to-take'));
      const label = comparison.data.titles[found.cell] ?? '';
      setAnchor(null);
      await performEdit(
        place,
        { type: 'take-over', changes: found.changes, label },
        comparison.data.revision,
      );
    },
    [comparison.data, place, t],
  );
  const takeChosen = useCallback(() => take(rows.slice(from, to + 1)), [take, rows, from, to]);
  const step = useCallback(
    (direction: 1 | -1, extending = false) => {
      let next = current + direction;
      while (rows[next] && !rows[next]!.changed) next += direction;
      if (!rows[next]) return;
      setAnchor(extending ? (anchor ?? current) : null);
      goToRow(next);
    },
    [anchor, current, rows, goToRow],
  );
  const commands = useMemo<readonly Command[]>(
    () => [
      { id: 'list.next', group: 'go', run: () => step(1) },
      { id: 'list.previous', group: 'go', run: () => step(-1) },
      { id: 'compare.extend-next', group: 'go', run: () => step(1, true) },
      { id: 'compare.extend-previous', group: 'go', run: () => step(-1, true) },
      { id: 'compare.take-over', group: 'text', run: takeChosen },
      { id: 'compare.only-changes', group: 'go', run: () => amendQuery({ all: onlyChanges ? '1' : null }) },
    ],
    [step, takeChosen, onlyChanges],
  );
  useCommands(commands);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another comparison begins at its beginning
  useEffect(() => setHere(0), [query['column'], query['texts']]);
  const ofColumn = versions.filter((version) => version.columnRank === column);
  const data = texts.length > 1 ? comparison.data : undefined;
  return (
    <main className="page wide compare-page">
      <header>
        <div>
          <h1>{t('compare.title')}</h1>
          <p>{t('compare.lead')}</p>
        </div>
        <NewVersion versions={ofColumn} place={place} />
      </header>
      <div className="panel compare-choice">
        <label className="field">
          {t('compare.column')}
          <select
            className="input"
            value={column}
            onChange={(event) => amendQuery({ column: event.target.value, texts: null })}
          >
            {versions
              .filter((version) => version.current)
              .map((version) => (
                <option key={version.columnRank} value={version.columnRank}>
                  {nameLanguageItself(version.lang)}
                  {version.role === 'original' ? ` (${t('compare.original')})` : ''}
                </option>
              ))}
          </select>
        </label>
        <ComparedTexts versions={ofColumn} place={place} chosen={texts} />
      </div>
      {comparison.error && <p className="problem">{describeError(comparison.error)}</p>}
      {texts.length < 2 && <EmptyState title={t('compare.one-title')} advice={t('compare.one-advice')} />}
      {data && (
        <>
          <div className="compare-bar">
            <ChangeCounts titles={data.titles} counts={data.counts} />
            <span className="spring" />
            <label className="check">
              <input
                type="checkbox"
                checked={onlyChanges}
                onChange={() => amendQuery({ all: onlyChanges ? '1' : null })}
              />
              {t('compare.only-changes')}
            </label>
            <Button small command="list.previous" onClick={() => step(-1)}>
              {t('compare.previous')}
            </Button>
            <Button small command="list.next" onClick={() => step(1)}>
              {t('compare.next')}
            </Button>
            <Button small command="compare.take-over" onClick={() => void takeChosen()}>
              {t('compare.take-over')}
            </Button>
          </div>
          {rows.length === 0 && (
            <EmptyState title={t('compare.same-title')} advice={t('compare.same-advice')} />
          )}
          {rows.length > 0 && (
            <div className="compare-rows" style={{ '--texts': data.titles.length } as React.CSSProperties}>
              <div className="compare-heads">
                <span>{t('compare.number')}</span>
                <span>{nameLanguageItself(data.originalLang)}</span>
                {data.titles.map((title, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two states of a text may have one name
                  <span key={index}>
                    {title}
                    {rows.some((row) => (row.takes[index]?.length ?? 0) > 0) && (
                      <Button small kind="quiet" onClick={() => void take(rows, index)}>
                        {t('compare.take-all')}
                      </Button>
                    )}
                  </span>
                ))}
              </div>
              {rows.map((row, position) => (
                <CompareRow
                  key={row.index}
                  row={row}
                  position={position}
                  current={position === current}
                  chosen={anchor !== null && position >= from && position <= to}
                  lang={data.lang}
                  originalLang={data.originalLang}
                  onFocus={setHere}
                  onTake={(cell) => void take([row], cell)}
                />
              ))}
            </div>
          )}
          {rows.length === limit && (
            <Button onClick={() => setLimit(limit + AT_ONCE)}>{t('compare.more')}</Button>
          )}
        </>
      )}
    </main>
  );
};
