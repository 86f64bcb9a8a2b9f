import { IconFileText } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../state/api.ts';
import { isDesktop } from '../../state/link.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { type DroppedFile, filesOf, filesOfField } from './droppedFiles.ts';
import { takeFiles, takeHostFiles } from './pending.ts';

interface DropZoneProps {
  readonly title: string;
  readonly advice: string;
  readonly onArrived?: () => void;
  /** More buttons beside "choose files". */
  readonly children?: ReactNode;
}

interface FileFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly label: string;
  /** Takes a whole folder. */
  readonly folder?: boolean;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
}

const FileField = ({ field, label, folder = false, onFiles }: FileFieldProps) => {
  useEffect(() => {
    if (folder) field.current?.setAttribute('webkitdirectory', '');
  }, [field, folder]);
  return (
    <input
      ref={field}
      type="file"
      multiple
      hidden
      aria-label={label}
      onChange={(event) => {
        if (event.target.files) onFiles(filesOfField(event.target.files));
        event.target.value = '';
      }}
    />
  );
};

/** A place to drop text files on, with a button for those who would rather choose them. */
export const DropZone = ({ title, advice, onArrived, children }: DropZoneProps) => {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (files: readonly DroppedFile[]) => {
    if (files.length === 0) return;
    void takeFiles(files);
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
    filesOf(event.dataTransfer).then(take, tellFailure);
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
        <Button onClick={() => folder.current?.click()}>{t('import.choose-folder')}</Button>
        {children}
      </div>
      <FileField field={field} label={t('import.choose')} onFiles={take} />
      <FileField field={folder} label={t('import.choose-folder')} folder onFiles={take} />
    </section>
  );
};
