import './shell.css';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentScreen, go, useAddress } from '../../state/address.ts';
import { OpenDocumentContext, useProject } from '../../state/documents.ts';
import { describeError } from '../../state/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Toasts } from '../../ui/Toasts.tsx';
import { AlignScreen } from '../align/AlignScreen.tsx';
import { HomeScreen } from '../home/HomeScreen.tsx';
import { ImportScreen } from '../importing/ImportScreen.tsx';
import { PrepareScreen } from '../prepare/PrepareScreen.tsx';
import { WorkbenchScreen } from '../workbench/WorkbenchScreen.tsx';
import { AppCommands } from './AppCommands.tsx';
import { DocumentCommands } from './DocumentCommands.tsx';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';

const later = (load: () => Promise<ComponentType>): ComponentType =>
  lazy(async () => ({ default: await load() }));

const screens: Readonly<Record<DocumentScreen, ComponentType>> = {
  prepare: PrepareScreen,
  align: AlignScreen,
  grid: WorkbenchScreen,
  flags: later(async () => (await import('../flags/FlagsScreen.tsx')).FlagsScreen),
  compare: later(async () => (await import('../compare/CompareScreen.tsx')).CompareScreen),
  review: later(async () => (await import('../review/ReviewScreen.tsx')).ReviewScreen),
  report: later(async () => (await import('../report/ReportScreen.tsx')).ReportScreen),
  unaligned: later(async () => (await import('../unaligned/UnalignedScreen.tsx')).UnalignedScreen),
  concordance: later(async () => (await import('../concordance/ConcordanceScreen.tsx')).ConcordanceScreen),
  glossary: later(async () => (await import('../glossary/GlossaryScreen.tsx')).GlossaryScreen),
  decisions: later(async () => (await import('../decisions/DecisionsScreen.tsx')).DecisionsScreen),
  map: later(async () => (await import('../map/MapScreen.tsx')).MapScreen),
  packages: later(async () => (await import('../packages/PackagesScreen.tsx')).PackagesScreen),
  'review-in': later(async () => (await import('../reviewIn/ReviewInScreen.tsx')).ReviewInScreen),
  history: later(async () => (await import('../history/HistoryScreen.tsx')).HistoryScreen),
  export: later(async () => (await import('../exporting/ExportScreen.tsx')).ExportScreen),
};
const SettingsScreen = later(async () => (await import('../settings/SettingsScreen.tsx')).SettingsScreen);

const DocumentScreenOutlet = ({ screen, documentId }: { screen: DocumentScreen; documentId: number }) => {
  const { t } = useTranslation();
  const project = useProject();
  if (project.isPending) return <p className="loading">{t('loading')}</p>;
  const document = project.data?.documents.find((candidate) => candidate.id === documentId);
  if (!project.data || !document)
    return (
      <EmptyState
        title={t('lost.title')}
        advice={project.error ? describeError(project.error) : t('lost.advice')}
      >
        <Button kind="primary" onClick={() => go({ screen: 'home' })}>
          {t('action.go-home')}
        </Button>
      </EmptyState>
    );
  const Screen = screens[screen];
  return (
    <OpenDocumentContext value={{ project: project.data, document }}>
      <DocumentCommands />
      <Screen key={documentId} />
    </OpenDocumentContext>
  );
};

const Outlet = () => {
  const place = useAddress((address) => address.place);
  if (place.screen === 'home') return <HomeScreen />;
  if (place.screen === 'import') return <ImportScreen />;
  if (place.screen === 'settings') return <SettingsScreen />;
  return <DocumentScreenOutlet screen={place.screen} documentId={place.documentId} />;
};

export const App = () => {
  const { t } = useTranslation();
  return (
    <div className="app">
      <Header />
      <Navigation />
      <div className="screen">
        <Suspense fallback={<p className="loading">{t('loading')}</p>}>
          <Outlet />
        </Suspense>
      </div>
      <AppCommands />
      <Toasts />
    </div>
  );
};
