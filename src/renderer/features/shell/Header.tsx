import { useTranslation } from 'react-i18next';
import { runCommand, useCommandState } from '../../keys/commands.ts';
import { go, useAddress } from '../../state/address.ts';
import { useProject } from '../../state/documents.ts';
import { Button } from '../../ui/Button.tsx';
import { MainMenu } from './MainMenu.tsx';

/** The line at the top: where one is, undo, the palette, export. */
export const Header = () => {
  const { t } = useTranslation();
  const place = useAddress((address) => address.place);
  const project = useProject().data;
  const commands = useCommandState((state) => state.commands);
  const document =
    'documentId' in place
      ? project?.documents.find((candidate) => candidate.id === place.documentId)
      : undefined;
  return (
    <header className="app-header">
      <MainMenu />
      <button
        type="button"
        className="logo"
        aria-label={t('shell.home')}
        onClick={() => go({ screen: 'home' })}
      >
        song<i>song</i>
      </button>
      {project && (
        <span className="crumb">
          {project.name}
          {document && document.title !== project.name && (
            <>
              {' / '}
              <b>{document.title}</b>
            </>
          )}
        </span>
      )}
      {commands.has('edit.undo') && (
        <Button command="edit.undo" onClick={() => runCommand('edit.undo')}>
          {t('action.undo')}
        </Button>
      )}
      <Button className="search-opener" command="app.palette" onClick={() => runCommand('app.palette')}>
        {t('shell.palette-opener')}
      </Button>
      {document && place.screen !== 'export' && (
        <Button
          kind="primary"
          onClick={() => project && go({ screen: 'export', project: project.key, documentId: document.id })}
        >
          {t('shell.export')}
        </Button>
      )}
    </header>
  );
};
