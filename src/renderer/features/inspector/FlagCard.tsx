import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlagView } from '../../../contract/index.ts';
import { useCursor } from '../../grid/cursor.ts';
import { type Decision, type DecisionScope, decideFlag } from '../../grid/flagCommands.ts';
import { useGridSession } from '../../grid/session.ts';
import { wordCertainty, wordFlag, wordWitnesses } from '../../state/flagWords.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { DismissDialog } from '../flags/DismissDialog.tsx';

/** The values behind a number or date flag, side by side. */
const Values = ({ params }: Pick<FlagView, 'params'>) => {
  const pairs = [
    [params['source'], params['sourceValue']],
    [params['target'], params['targetValue']],
  ].filter(([text, value]) => text !== undefined && value !== undefined);
  if (pairs.length === 0) return null;
  return (
    <dl className="values figures">
      {pairs.map(([text, value]) => (
        <div key={String(text)}>
          <dt>{text}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

export const FlagCard = ({ flag, chosen }: { readonly flag: FlagView; readonly chosen: boolean }) => {
  const { t } = useTranslation();
  const session = useGridSession();
  const [dismissing, setDismissing] = useState(false);
  const witnesses = wordWitnesses(flag);
  const decide = (decision: Decision, scope: DecisionScope = 'here', reason = '') =>
    decideFlag(session, flag, decision, scope, reason).catch(tellFailure);
  const classes = ['flag-card', flag.severity, chosen && 'chosen', flag.decision && 'decided'];
  return (
    <article className={classes.filter(Boolean).join(' ')} aria-current={chosen || undefined}>
      <header>
        <b>{t('flag.head', { check: t(`check.${flag.check}`), severity: t(`severity.${flag.severity}`) })}</b>
        <span>{flag.decision ? t(`decision.${flag.decision}`) : wordCertainty(flag.confidence)}</span>
      </header>
      <button
        type="button"
        className="flag-message"
        title={t('inspector.light')}
        onClick={() => useCursor.setState({ flagId: flag.id })}
      >
        {wordFlag(flag)}
      </button>
      <Values params={flag.params} />
      {witnesses !== null && <p className="soft witnesses">{witnesses}</p>}
      {flag.decision !== null && flag.reason && (
        <p className="soft">{t('decisions.because', { reason: flag.reason })}</p>
      )}
      <div className="actions">
        {flag.decision === null ? (
          <>
            <Button small command={chosen ? 'flag.agree' : undefined} onClick={() => void decide('agreed')}>
              {t('flag.agree')}
            </Button>
            <Button
              small
              command={chosen ? 'flag.dismiss' : undefined}
              onClick={() => void decide('dismissed')}
            >
              {t('flag.dismiss')}
            </Button>
            <Button small onClick={() => setDismissing(true)}>
              {t('flag.dismiss-more')}
            </Button>
          </>
        ) : (
          <Button small onClick={() => void decide(null)}>
            {t('flag.reopen')}
          </Button>
        )}
      </div>
      {dismissing && (
        <DismissDialog
          flag={flag}
          onClose={() => setDismissing(false)}
          onDismiss={(scope, reason) => void decide('dismissed', scope, reason)}
        />
      )}
    </article>
  );
};
