import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlagView } from '../../../contract/index.ts';
import { api } from '../../state/api.ts';
import { refreshDerived } from '../../state/events.ts';
import { seenOf } from '../../state/revisions.ts';
import { tellFailure, tellSuccess } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';

interface BulkDismissalProps {
  readonly flags: readonly FlagView[];
  readonly place: { readonly project: string; readonly documentId: number };
  readonly onDone: () => void;
}

/** Dismisses the chosen flags with a reason, each as an edit of its own that undo takes back. */
export const BulkDismissal = ({ flags, place, onDone }: BulkDismissalProps) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const dismiss = async () => {
    setBusy(true);
    try {
      for (const flag of flags)
        await api.edits.run({
          ...place,
          seen: seenOf(place),
          command: {
            type: 'decide-flag',
            flagId: flag.id,
            decision: 'dismissed',
            scope: 'here',
            ...(reason.trim() !== '' && { reason: reason.trim() }),
          },
        });
      tellSuccess(t('flags.dismissed', { count: flags.length }));
      onDone();
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
      refreshDerived();
    }
  };
  return (
    <section className="panel bulk" aria-label={t('flags.bulk')}>
      <b>{t('flags.selected', { count: flags.length })}</b>
      <input
        className="input"
        aria-label={t('flags.reason')}
        placeholder={t('flags.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button kind="primary" disabled={busy} onClick={() => void dismiss()}>
        {t('flags.dismiss')}
      </Button>
    </section>
  );
};
