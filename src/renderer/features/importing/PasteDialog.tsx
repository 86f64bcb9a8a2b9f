import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { takeText, usePending } from './pending.ts';

/** Takes a text by paste; it gets a name, so that it can be told from others. */
export const PasteDialog = ({ onClose, onTaken }: { onClose: () => void; onTaken?: () => void }) => {
  const { t } = useTranslation();
  const count = usePending((state) => state.slots.length);
  const [name, setName] = useState(t('import.pasted-name', { count: count + 1 }));
  const [text, setText] = useState('');
  const take = () => {
    void takeText(`${name.trim() || t('import.pasted-name', { count: count + 1 })}.txt`, text);
    onClose();
    onTaken?.();
  };
  return (
    <Dialog
      title={t('import.paste-title')}
      wide
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" disabled={text.trim() === ''} onClick={take}>
            {t('import.paste-take')}
          </Button>
        </>
      }
    >
      <div className="paste-fields">
        <label className="field">
          {t('import.paste-text')}
          <textarea
            className="input"
            rows={12}
            value={text}
            data-autofocus
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <label className="field">
          {t('import.paste-name')}
          <input className="input" value={name} onChange={(event) => setName(event.target.value)} />
        </label>
      </div>
    </Dialog>
  );
};
