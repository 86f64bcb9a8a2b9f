import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { closeToast, useToasts } from '../state/toasts.ts';
import { Button } from './Button.tsx';

export const Toasts = () => {
  const { t } = useTranslation();
  const toasts = useToasts((state) => state.toasts);
  return (
    <section className="toasts" aria-live="polite" aria-label={t('toast.region')}>
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className={`toast ${toast.kind}`}
          role={toast.kind === 'failure' ? 'alert' : 'status'}
        >
          <span>{toast.text}</span>
          <Button
            kind="quiet"
            small
            icon={<IconX size={14} />}
            aria-label={t('action.close')}
            onClick={() => closeToast(toast.id)}
          />
        </div>
      ))}
    </section>
  );
};
