import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, FlagView } from '../../../contract/index.ts';
import type { DecisionScope } from '../../grid/flagCommands.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { go } from '../../state/address.ts';
import { wordCertainty, wordFlag, wordWitnesses } from '../../state/flagWords.ts';
import { performAnywhere } from '../../state/performAnywhere.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { DismissDialog } from './DismissDialog.tsx';

interface FlagGroupProps {
  readonly check: string;
  readonly flags: readonly FlagView[];
  readonly place: { readonly project: string; readonly documentId: number };
  readonly columns: readonly Column[];
  readonly selected: ReadonlySet<number>;
  readonly onSelect: (selected: ReadonlySet<number>) => void;
}

const FIRST = 20;
const WHOLE_CHECK: readonly DecisionScope[] = ['check', 'check-everywhere'];
const RANK = { critical: 0, major: 1, minor: 2, note: 3 };

/** The flags of one check, gravest first; each leads to its place in the grid. */
export const FlagGroup = ({ check, flags, place, columns, selected, onSelect }: FlagGroupProps) => {
  const { t } = useTranslation();
  const [most, setMost] = useState(FIRST);
  const sorted = [...flags].sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.row - b.row);
  const [dismissing, setDismissing] = useState(false);
  const first = sorted.find((flag) => flag.decision === null);
  const dismiss = (flag: FlagView, scope: DecisionScope, reason: string) =>
    performAnywhere(place, {
      type: 'decide-flag',
      flagId: flag.id,
      decision: 'dismissed',
      scope,
      ...(reason !== '' && { reason }),
    }).catch(tellFailure);
  const all = sorted.every((flag) => selected.has(flag.id));
  const choose = (which: readonly FlagView[], wanted: boolean) => {
    const next = new Set(selected);
    for (const flag of which) {
      if (wanted) next.add(flag.id);
      else next.delete(flag.id);
    }
    onSelect(next);
  };
  const open = (flag: FlagView) => {
    const column = columns.findIndex((candidate) => candidate.alignmentId === flag.alignmentId);
    go(
      { screen: 'grid', ...place },
      { row: String(flag.row), column: String(Math.max(0, column)), flag: String(flag.id) },
    );
  };
  return (
    <section className="panel flag-group" aria-labelledby={`check-${check}`}>
      <header>
        <label className="check">
          <input
            type="checkbox"
            checked={all}
            aria-label={t('flags.select-all', { check: t(`check.${check}`) })}
            onChange={() => choose(sorted, !all)}
          />
        </label>
        <h2 id={`check-${check}`}>{t(`check.${check}`)}</h2>
        <span className="soft figures">{flags.length}</span>
        <span className="spring" />
        {first && (
          <Button small kind="quiet" onClick={() => setDismissing(true)}>
            {t('flags.dismiss-check')}
          </Button>
        )}
      </header>
      <ul>
        {sorted.slice(0, most).map((flag) => (
          <li key={flag.id} className={flag.decision ? `${flag.severity} decided` : flag.severity}>
            <input
              type="checkbox"
              aria-label={t('flags.select', { flag: wordFlag(flag) })}
              checked={selected.has(flag.id)}
              onChange={(event) => choose([flag], event.target.checked)}
            />
            <b>{t(`severity.${flag.severity}`)}</b>
            <button type="button" title={wordWitnesses(flag) ?? undefined} onClick={() => open(flag)}>
              {wordFlag(flag)}
            </button>
            <span className="soft figures">
              {wordCertainty(flag.confidence)} · {nameLanguageItself(flag.lang)} ·{' '}
              {t('flags.row', { number: flag.number })}
              {flag.decision && ` · ${t(`decision.${flag.decision}`)}`}
            </span>
          </li>
        ))}
      </ul>
      {dismissing && first && (
        <DismissDialog
          flag={first}
          scopes={WHOLE_CHECK}
          onClose={() => setDismissing(false)}
          onDismiss={(scope, reason) => void dismiss(first, scope, reason)}
        />
      )}
      {sorted.length > most && (
        <Button small onClick={() => setMost(most + 100)}>
          {t('flags.more', { count: sorted.length - most })}
        </Button>
      )}
    </section>
  );
};
