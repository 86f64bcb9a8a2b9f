import './decisions.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionView } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { api, queries } from '../../state/api.ts';
import { useOpenDocument } from '../../state/documents.ts';
import { describeError } from '../../state/errors.ts';
import { wordFlag } from '../../state/flagWords.ts';
import { tellFailure, tellSuccess } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

const times = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** What people decided about flags in the whole project, newest first; each can be revoked. */
export const DecisionsScreen = () => {
  const { t } = useTranslation();
  const { project } = useOpenDocument();
  const [scope, setScope] = useState<DecisionView['scope'] | ''>('');
  const asked = useQuery(queries.decisions.list.queryOptions({ input: { project: project.key } }));
  const all = asked.data ?? [];
  const shown = all.filter((decision) => scope === '' || decision.scope === scope);
  const revoke = async (ids: number[]) => {
    try {
      const { revoked } = await api.decisions.revoke({ project: project.key, ids });
      tellSuccess(t('decisions.revoked', { count: revoked }));
    } catch (error) {
      tellFailure(error);
    }
  };
  /** What it is about: the flag's sentence, or the check as a whole. */
  const about = ({ check, lang, messageCode, params, message }: DecisionView): string => {
    if (check === null) return t('decisions.unknown');
    if (messageCode !== null) return wordFlag({ messageCode, params, message });
    return t(lang === null ? 'decisions.whole-check-everywhere' : 'decisions.whole-check', {
      check: t(`check.${check}`),
      language: lang === null ? '' : nameLanguageItself(lang),
    });
  };
  return (
    <main className="page decisions-page">
      <header>
        <div>
          <h1>{t('decisions.title')}</h1>
          <p>{t('decisions.lead')}</p>
        </div>
        <div className="actions">
          <select
            className="input"
            aria-label={t('decisions.scope')}
            value={scope}
            onChange={({ target }) => setScope(target.value as DecisionView['scope'] | '')}
          >
            <option value="">{t('decisions.all')}</option>
            {(['here', 'pair', 'check'] as const).map((one) => (
              <option key={one} value={one}>
                {t(`decision-scope.${one}`)}
              </option>
            ))}
          </select>
          <Button disabled={shown.length === 0} onClick={() => void revoke(shown.map(({ id }) => id))}>
            {t('decisions.revoke-shown')}
          </Button>
        </div>
      </header>
      {asked.error && <p className="problem">{describeError(asked.error)}</p>}
      {asked.data && shown.length === 0 && (
        <EmptyState title={t('decisions.none-title')} advice={t('decisions.none-advice')} />
      )}
      {shown.length > 0 && (
        <ul className="panel decision-list">
          {shown.map((decision) => (
            <li key={decision.id} data-decision={decision.id}>
              <div>
                <b>{t(`decision.${decision.decision}`)}</b>{' '}
                <span className="soft">{t(`decision-scope.${decision.scope}`)}</span>
                <p>{about(decision)}</p>
                {decision.reason && (
                  <p className="reason">{t('decisions.because', { reason: decision.reason })}</p>
                )}
                <p className="soft figures">
                  {[
                    decision.check !== null && t(`check.${decision.check}`),
                    decision.lang !== null && nameLanguageItself(decision.lang),
                    decision.author,
                    times.format(decision.at),
                    decision.flags > 0
                      ? t('decisions.flags', { count: decision.flags })
                      : t('decisions.no-flags'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <Button small onClick={() => void revoke([decision.id])}>
                {t('decisions.revoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </main>
  );
};
