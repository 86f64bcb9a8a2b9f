import './map.css';
import { useTranslation } from 'react-i18next';
import { useOpenDocument } from '../../state/documents.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DotPlot } from './DotPlot.tsx';

/** The whole document at a glance: for each rendering, which place of it goes with which place of the original. */
export const MapScreen = () => {
  const { t } = useTranslation();
  const { document } = useOpenDocument();
  const aligned = document.columns.filter((column) => column.aligned);
  return (
    <main className="page map-page">
      <header>
        <div>
          <h1>{t('map.title')}</h1>
          <p>{t('map.lead')}</p>
        </div>
        <ul className="map-legend">
          {(['group', 'confirmed', 'lone', 'flag', 'link'] as const).map((look) => (
            <li key={look}>
              <i className={look} />
              {t(`map.look-${look}`)}
            </li>
          ))}
        </ul>
      </header>
      {aligned.length === 0 && (
        <EmptyState title={t('grid.unaligned-title')} advice={t('grid.unaligned-advice')} />
      )}
      <div className="map-plots">
        {aligned.map(
          (column) =>
            column.alignmentId !== null && (
              <DotPlot
                key={column.versionId}
                alignmentId={column.alignmentId}
                lang={column.lang}
                label={column.label}
                position={document.columns.indexOf(column)}
              />
            ),
        )}
      </div>
    </main>
  );
};
