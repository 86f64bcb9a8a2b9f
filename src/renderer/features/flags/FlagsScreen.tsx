import './flags.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlagView } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { amendQuery, go, useAddress } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import { useOpenDocument, useOpenPlace } from '../../state/documents.ts';
import { describeError } from '../../state/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { BulkDismissal } from './BulkDismissal.tsx';
import { FlagGroup } from './FlagGroup.tsx';

const SEVERITIES = ['critical', 'major', 'minor', 'note'] as const;

const byCheck = (flags: readonly FlagView[]): readonly (readonly [string, readonly FlagView[]])[] =>
  [...Map.groupBy(flags, (flag) => flag.check)].sort(([, a], [, b]) => weight(b) - weight(a));

/** Groups with the gravest flags come first. */
const weight = (flags: readonly FlagView[]): number =>
  flags.reduce((sum, flag) => sum + { critical: 10_000, major: 100, minor: 1, note: 0 }[flag.severity], 0);

/** All flags of the document, grouped by check; filters are part of the address. */
export const FlagsScreen = () => {
  const { t } = useTranslation();
  const { document } = useOpenDocument();
  const query = useAddress((address) => address.query);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const decided = query['decided'] === '1';
  const sensitivity = Number(query['from'] ?? 0);
  const place = useOpenPlace();
  const flags = useQuery(
    queries.flags.list.queryOptions({ input: { ...place, decided, severities: [...SEVERITIES] } }),
  );
  const ofColumn = (flags.data ?? []).filter(
    (flag) => query['alignment'] === undefined || flag.alignmentId === Number(query['alignment']),
  );
  const sure = ofColumn.filter((flag) => flag.confidence * 100 >= sensitivity);
  const hidden = new Set((query['without'] ?? 'note').split(',').filter(Boolean));
  const shown = sure.filter((flag) => !hidden.has(flag.severity));
  const toggle = (severity: string) => {
    const next = new Set(hidden);
    if (!next.delete(severity)) next.add(severity);
    amendQuery({ without: [...next].join(',') });
  };
  const chosen = shown.filter((flag) => selected.has(flag.id));
  return (
    <main className="page flags-page">
      <header>
        <div>
          <h1>{t('flags.title')}</h1>
          <p>{t('flags.lead', { shown: shown.length, count: ofColumn.length })}</p>
        </div>
        <div className="actions">
          <Button onClick={() => go({ screen: 'decisions', ...place })}>{t('decisions.title')}</Button>
        </div>
      </header>
      <form className="panel flag-filters" onSubmit={(event) => event.preventDefault()}>
        <label className="field">
          {t('flags.column')}
          <select
            className="input"
            value={query['alignment'] ?? ''}
            onChange={(event) => amendQuery({ alignment: event.target.value || null })}
          >
            <option value="">{t('flags.all-columns')}</option>
            {document.columns
              .filter((column) => column.alignmentId !== null)
              .map((column) => (
                <option key={column.versionId} value={String(column.alignmentId)}>
                  {nameLanguageItself(column.lang)}
                </option>
              ))}
          </select>
        </label>
        <fieldset>
          <legend>{t('flags.severity')}</legend>
          {SEVERITIES.map((severity) => (
            <label key={severity} className="check">
              <input type="checkbox" checked={!hidden.has(severity)} onChange={() => toggle(severity)} />
              {t(`severity.${severity}`)}
              <span className="soft figures">{sure.filter((flag) => flag.severity === severity).length}</span>
            </label>
          ))}
        </fieldset>
        <label className="field">
          {t('flags.sensitivity', { percent: sensitivity, count: shown.length })}
          <input
            type="range"
            min={0}
            max={95}
            step={5}
            value={sensitivity}
            onChange={(event) => amendQuery({ from: event.target.value === '0' ? null : event.target.value })}
          />
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={decided}
            onChange={() => amendQuery({ decided: decided ? null : '1' })}
          />
          {t('flags.decided')}
        </label>
      </form>
      {chosen.length > 0 && (
        <BulkDismissal flags={chosen} place={place} onDone={() => setSelected(new Set())} />
      )}
      {flags.error && <p className="problem">{describeError(flags.error)}</p>}
      {flags.data && shown.length === 0 && (
        <EmptyState
          title={t(ofColumn.length === 0 ? 'flags.none-title' : 'flags.filtered-title')}
          advice={t(ofColumn.length === 0 ? 'flags.none-advice' : 'flags.filtered-advice')}
        />
      )}
      {byCheck(shown).map(([check, group]) => (
        <FlagGroup
          key={check}
          check={check}
          flags={group}
          place={place}
          columns={document.columns}
          selected={selected}
          onSelect={setSelected}
        />
      ))}
    </main>
  );
};
