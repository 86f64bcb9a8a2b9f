import { IconTableImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { refuseSize } from '../importing/droppedFiles.ts';

/** Where the workbook is dropped or chosen. */
export const WorkbookField = ({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) => {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (file && !refuseSize(file)) onFile(file);
  };
  return (
    <section
      className={over ? 'drop-zone over' : 'drop-zone'}
      aria-label={t('review-in.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <IconTableImport size={30} stroke={1.3} />
      <h2>{t('review-in.drop')}</h2>
      <p>{t('review-in.drop-advice')}</p>
      <div className="actions">
        <Button disabled={busy} onClick={() => field.current?.click()}>
          {t('review-in.choose')}
        </Button>
      </div>
      <input
        ref={field}
        type="file"
        accept=".xlsx"
        hidden
        aria-label={t('review-in.choose')}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </section>
  );
};
