import './workbench.css';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { showColumns, useColumnView } from '../../grid/columnView.ts';
import { resetCursor, useCursor } from '../../grid/cursor.ts';
import { Grid } from '../../grid/Grid.tsx';
import { resetMarks } from '../../grid/marks.ts';
import { GridSession, GridSessionContext, showSession } from '../../grid/session.ts';
import { WordsButton } from '../../grid/WordsButton.tsx';
import { runCommand } from '../../keys/commands.ts';
import { amendQuery, go, useAddress } from '../../state/address.ts';
import { useOpenDocument } from '../../state/documents.ts';
import { onChanged } from '../../state/events.ts';
import { useSettings } from '../../state/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterBar } from '../filter/FilterBar.tsx';
import { FilterCommands } from '../filter/FilterCommands.tsx';
import { useFilter, useFilterBar } from '../filter/filterState.ts';
import { FindCommands } from '../find/FindCommands.tsx';
import { FindPanel } from '../find/FindPanel.tsx';
import { useFind } from '../find/findState.ts';
import { Inspector } from '../inspector/Inspector.tsx';
import { Tour } from '../tour/Tour.tsx';
import { GridCommands } from './GridCommands.tsx';
import { Minimap } from './Minimap.tsx';
import { StatusBar } from './StatusBar.tsx';

const ADDRESS_AFTER_MS = 300;

/** Keeps the cursor's place in the address, so that a reload comes back to it. */
const useCursorInAddress = (): void => {
  const row = useCursor((cursor) => cursor.row);
  const column = useCursor((cursor) => cursor.column);
  useEffect(() => {
    const timer = window.setTimeout(
      () => amendQuery({ row: String(row), column: String(column) }),
      ADDRESS_AFTER_MS,
    );
    return () => window.clearTimeout(timer);
  }, [row, column]);
};

const useSession = (aligned: boolean): GridSession => {
  const { project, document } = useOpenDocument();
  const furniture = useAddress((address) => address.query['furniture'] === '1');
  const session = useMemo(
    () => new GridSession(project.key, project.file, document.id, furniture),
    [project.key, project.file, document.id, furniture],
  );
  const view = useColumnView(project.file);
  const columns = useMemo(() => showColumns(document.columns, view), [document.columns, view]);
  session.columns = columns;
  session.allColumns = document.columns;
  useEffect(() => {
    const { query } = useAddress.getState();
    resetCursor({
      row: Number(query['row'] ?? 0) || 0,
      column: Number(query['column'] ?? 0) || 0,
      flagId: Number(query['flag'] ?? 0) || null,
      focusRequests: 1,
    });
    resetMarks();
    return onChanged((notice) => {
      if (notice.project === session.project) return session.store.refresh(notice.revision);
    });
  }, [session]);
  useEffect(() => (aligned ? showSession(session) : undefined), [session, aligned]);
  return session;
};

/** The work place: minimap, grid, inspector, status bar. */
export const WorkbenchScreen = () => {
  const { t } = useTranslation();
  const { project, document } = useOpenDocument();
  const aligned = document.columns.some((column) => column.aligned);
  const session = useSession(aligned);
  const showInspector = useSettings((settings) => settings.showInspector);
  const filter = useFilter(session);
  session.filter = filter.applied;
  const filtering = useFilterBar((bar) => bar.open) || filter.filter !== null;
  const finding = useFind((find) => find.open);
  useCursorInAddress();
  if (!aligned)
    return (
      <EmptyState title={t('grid.unaligned-title')} advice={t('grid.unaligned-advice')}>
        <Button
          kind="primary"
          onClick={() => go({ screen: 'align', project: project.key, documentId: document.id })}
        >
          {t('align.start')}
        </Button>
        <Button command="edit.redo" onClick={() => runCommand('edit.redo')}>
          {t('action.redo')}
        </Button>
      </EmptyState>
    );
  return (
    <GridSessionContext value={session}>
      <div className={showInspector || finding ? 'workbench' : 'workbench without-inspector'}>
        <Minimap />
        <main className="workbench-grid">
          <h1 className="visually-hidden">{document.title}</h1>
          {filtering && <FilterBar view={filter} />}
          <Grid session={session} columns={session.columns} ranges={filter.ranges} filter={filter.name} />
          <WordsButton />
          {filter.filter && filter.result?.rows === 0 && <p className="no-rows">{t('filter.no-rows')}</p>}
        </main>
        {finding ? <FindPanel /> : showInspector && <Inspector />}
        <StatusBar />
        <GridCommands />
        <Tour />
        <FindCommands />
        <FilterCommands />
      </div>
    </GridSessionContext>
  );
};
