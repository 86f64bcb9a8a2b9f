import './filter.css';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterCounts } from '../../../contract/index.ts';
import { requestFocus } from '../../grid/cursor.ts';
import { useGridSession } from '../../grid/session.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { runCommand } from '../../keys/commands.ts';
import { amendQuery, useAddress } from '../../state/address.ts';
import { describeError } from '../../state/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Picker } from '../../ui/Picker.tsx';
import { type ListName, readList, readMode, toggleValue } from './filterAddress.ts';
import { type FilterView, useFilterBar } from './filterState.ts';

const LISTS: readonly (readonly [ListName, Exclude<keyof FilterCounts, 'openNotes' | 'scoreBelow'>])[] = [
  ['status', 'statuses'],
  ['severity', 'severities'],
  ['check', 'checks'],
  ['type', 'types'],
  ['kind', 'kinds'],
];

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
}

const Choices = ({ name, choices }: { readonly name: string; readonly choices: readonly Choice[] }) => {
  const { t } = useTranslation();
  const query = useAddress((address) => address.query);
  const chosen = readList(query, name);
  return (
    <Picker
      active={chosen.length > 0}
      label={
        <>
          {t(`filter.${name}`)}
          {chosen.length > 0 && <span className="figures"> {chosen.length}</span>}
        </>
      }
    >
      {choices.map(({ value, label, count }) => (
        <label key={value} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => amendQuery(toggleValue(query, name, value))}
          />
          {label}
          {count !== undefined && <span className="soft figures">{count}</span>}
        </label>
      ))}
      {choices.length === 0 && <p className="soft">{t('filter.none')}</p>}
    </Picker>
  );
};

/** Narrows the grid to rows that fit; what is chosen is a part of the address. */
export const FilterBar = ({ view }: { readonly view: FilterView }) => {
  const { t } = useTranslation();
  const session = useGridSession();
  const query = useAddress((address) => address.query);
  const focusRequests = useFilterBar((bar) => bar.focusRequests);
  const bar = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLInputElement>(null);
  const { filter, result, error } = view;
  const mode = readMode(query);
  useEffect(() => {
    if (focusRequests > 0) words.current?.focus();
  }, [focusRequests]);
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    useFilterBar.setState({ open: false });
    requestFocus();
  };
  return (
    <div ref={bar} role="toolbar" className="filter-bar" aria-label={t('filter.title')} onKeyDown={close}>
      <input
        ref={words}
        className="input"
        aria-label={t('filter.words')}
        placeholder={t('filter.words')}
        value={query['words'] ?? ''}
        onChange={({ target }) => amendQuery({ words: target.value === '' ? null : target.value })}
      />
      <select
        className="input"
        aria-label={t('find.mode')}
        value={mode}
        onChange={({ target }) =>
          amendQuery({ 'words-mode': target.value === 'loose' ? null : target.value })
        }
      >
        {(['loose', 'exact', 'regex'] as const).map((one) => (
          <option key={one} value={one}>
            {t(`find.mode-${one}`)}
          </option>
        ))}
      </select>
      {LISTS.map(([name, counted]) => (
        <Choices
          key={name}
          name={name}
          choices={(result?.counts[counted] ?? []).map(({ value, count }) => ({
            value,
            count,
            label: labelOf(name, value, t),
          }))}
        />
      ))}
      <select
        className="input"
        aria-label={t('filter.score')}
        value={query['score'] ?? ''}
        onChange={({ target }) => amendQuery({ score: target.value === '' ? null : target.value })}
      >
        <option value="">{t('filter.any-score')}</option>
        {(result?.counts.scoreBelow ?? []).map(({ value, count }) => (
          <option key={value} value={value}>
            {t('filter.score-below', { value, count })}
          </option>
        ))}
      </select>
      <Choices
        name="in"
        choices={session.renderings().map((column) => ({
          value: String(column.alignmentId),
          label: nameLanguageItself(column.lang),
        }))}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={query['notes'] === '1'}
          onChange={({ target }) => amendQuery({ notes: target.checked ? '1' : null })}
        />
        {t('filter.notes')}
        <span className="soft figures">{result?.counts.openNotes ?? 0}</span>
      </label>
      <b role="status" className="figures">
        {filter && result && t('filter.rows', { count: result.rows, total: result.total })}
      </b>
      {filter && (
        <Button small command="filter.clear" onClick={() => runCommand('filter.clear')}>
          {t('filter.clear')}
        </Button>
      )}
      {error && <span className="problem">{describeError(error)}</span>}
    </div>
  );
};

const labelOf = (name: ListName, value: string, t: (key: string) => string): string =>
  name === 'type' && value.includes(':') ? value : t(`${name === 'type' ? 'bead-type' : name}.${value}`);
