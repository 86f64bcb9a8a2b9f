import { IconFileText } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../state/api.ts';
import { isDesktop } from '../../state/link.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { takeFiles, takeHostFiles } from './pending.ts';

interface DropZoneProps {
  readonly title: string;
  readonly advice: string;
  readonly onArrived?: () => void;
  /** More buttons beside "choose files". */
  readonly children?: ReactNode;
}

/** A place to drop text files on, with a button for those who would rather choose them. */
export const DropZone = ({ title, advice, onArrived, children }: DropZoneProps) => {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    if (!files || files.length === 0) return;
    void takeFiles([...files]);
    onArrived?.();
  };
  const choose = async () => {
    if (!isDesktop()) {
      field.current?.click();
      return;
    }
    try {
      const files = await api.desktop.chooseFiles({ kind: 'texts' });
      if (files.length === 0) return;
      void takeHostFiles(files);
      onArrived?.();
    } catch (error) {
      tellFailure(error);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      className={over ? 'drop-zone over' : 'drop-zone'}
      aria-label={title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileText size={30} stroke={1.3} />
      <h2>{title}</h2>
      <p>{advice}</p>
      <div className="actions">
        <Button onClick={() => void choose()}>{t('import.choose')}</Button>
        {children}
      </div>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={t('import.choose')}
        data-testid="file-field"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </section>
  );
};
