import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

interface GoToDialogProps {
  readonly title: string;
  /** Number of rows. */
  readonly most: number;
  readonly onClose: () => void;
  /** Gets the row, counted from 0. */
  readonly onGo: (row: number) => void;
}

/** Asks for a row by number, or for a share of the text: `120` or `50%`. */
export const GoToDialog = ({ title, most, onClose, onGo }: GoToDialogProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const found = /^\s*(\d+)\s*(%?)\s*$/.exec(typed);
  const number = found
    ? found[2] === '%'
      ? Math.round((Number(found[1]) / 100) * most)
      : Number(found[1])
    : null;
  const row = number === null ? null : Math.max(0, Math.min(most, number) - 1);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (row !== null) onGo(row);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="go-to" onSubmit={submit}>
        <label className="field">
          {t('go-to.label', { most })}
          <input
            className="input"
            data-autofocus
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <Button kind="primary" disabled={row === null} onClick={() => row !== null && onGo(row)}>
          {t('go-to.go')}
        </Button>
      </form>
    </Dialog>
  );
};
