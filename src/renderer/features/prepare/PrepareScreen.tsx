import './prepare.css';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../keys/commands.ts';
import { amendQuery, go, useAddress } from '../../state/address.ts';
import { api } from '../../state/api.ts';
import { useOpenDocument, useOpenPlace } from '../../state/documents.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { PreparedText } from './PreparedText.tsx';
import { PrepareTools } from './PrepareTools.tsx';
import { createPrepareCommands, type Lists } from './prepareCommands.ts';
import { isShown, movePrepare, resetPrepare, SHOWN, type Shown } from './prepareState.ts';

/** The texts as they were cut, side by side: what takes part, what is a heading, what is page furniture; then aligning. */
export const PrepareScreen = () => {
  const { t } = useTranslation();
  const { document } = useOpenDocument();
  const place = useOpenPlace();
  const word = useAddress((address) => address.query['show']);
  const shown: Shown = isShown(word) ? word : 'all';
  const [lists] = useState<Lists>(() => new Map());
  const [starting, setStarting] = useState(false);
  const { columns } = document;
  const aligned = columns.some((column) => column.aligned);
  useEffect(resetPrepare, []);
  useCommands(useMemo(() => createPrepareCommands(place, columns, lists), [place, columns, lists]));
  const align = async () => {
    setStarting(true);
    try {
      go({ screen: 'align', ...place }, { job: (await api.jobs.align(place)).jobId });
    } catch (error) {
      tellFailure(error);
      setStarting(false);
    }
  };
  return (
    <main className="prepare-page">
      <header>
        <div>
          <h1>{t('prepare.title')}</h1>
          <p className="soft">{t('prepare.lead')}</p>
        </div>
        <fieldset className="shown">
          <legend className="visually-hidden">{t('prepare.show')}</legend>
          {(Object.keys(SHOWN) as Shown[]).map((one) => (
            <Button
              key={one}
              small
              aria-pressed={one === shown}
              onClick={() => {
                amendQuery({ show: one === 'all' ? null : one });
                movePrepare({ at: 0 });
              }}
            >
              {t(`prepare.show-${one}`)}
            </Button>
          ))}
        </fieldset>
        <Button kind="primary" command="document.align" disabled={starting} onClick={() => void align()}>
          {t(aligned ? 'align.again' : 'align.start')}
        </Button>
      </header>
      <div className="prepared-texts" style={{ '--texts': columns.length } as React.CSSProperties}>
        {columns.map((column, at) => (
          <PreparedText
            key={`${column.versionId}:${shown}`}
            column={column}
            columns={columns}
            place={at}
            shown={shown}
            lists={lists}
          />
        ))}
      </div>
      <PrepareTools columns={columns} />
    </main>
  );
};
