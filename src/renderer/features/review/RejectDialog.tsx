import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Nothing is rejected without a reason: the translator has to know what to do. */
export const RejectDialog = ({
  count,
  onClose,
  onReject,
}: {
  readonly count: number;
  readonly onClose: () => void;
  readonly onReject: (reason: string) => void;
}) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '';
  return (
    <Dialog
      title={t('review.reject-title', { count })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" disabled={!ready} onClick={() => onReject(reason.trim())}>
            {t('review.reject-now')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onReject(reason.trim());
        }}
      >
        <label className="field">
          {t('review.reject-reason')}
          <input
            className="input"
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      </form>
    </Dialog>
  );
};
