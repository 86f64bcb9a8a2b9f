import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlagView } from '../../../contract/index.ts';
import type { DecisionScope } from '../../grid/flagCommands.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { wordFlag } from '../../state/flagWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

interface DismissDialogProps {
  readonly flag: FlagView;
  /** What is offered; all that make sense for the flag where left out. */
  readonly scopes?: readonly DecisionScope[];
  readonly onClose: () => void;
  readonly onDismiss: (scope: DecisionScope, reason: string) => void;
}

const scopesOf = (flag: FlagView): readonly DecisionScope[] =>
  flag.sourceSpan !== null && flag.targetSpan !== null
    ? ['here', 'pair', 'check', 'check-everywhere']
    : ['here', 'check', 'check-everywhere'];

/** How far a dismissal reaches, and why. */
export const DismissDialog = ({ flag, scopes = scopesOf(flag), onClose, onDismiss }: DismissDialogProps) => {
  const { t } = useTranslation();
  const [scope, setScope] = useState<DecisionScope>(scopes[0] ?? 'here');
  const [reason, setReason] = useState('');
  const dismiss = () => {
    onDismiss(scope, reason.trim());
    onClose();
  };
  return (
    <Dialog
      title={t('dismiss.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" onClick={dismiss}>
            {t('flag.dismiss')}
          </Button>
        </>
      }
    >
      <form
        className="dismiss-form"
        onSubmit={(event) => {
          event.preventDefault();
          dismiss();
        }}
      >
        {scopes.includes('here') && <p>{wordFlag(flag)}</p>}
        <fieldset>
          <legend>{t('dismiss.scope')}</legend>
          {scopes.map((one) => (
            <label key={one} className="check">
              <input type="radio" name="scope" checked={scope === one} onChange={() => setScope(one)} />
              {t(`dismiss.${one}`, {
                check: t(`check.${flag.check}`),
                language: nameLanguageItself(flag.lang),
              })}
            </label>
          ))}
        </fieldset>
        <label className="field">
          {t('flags.reason')}
          <input
            className="input"
            data-autofocus
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
      </form>
    </Dialog>
  );
};
