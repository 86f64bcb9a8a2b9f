import { useTranslation } from 'react-i18next';
import type { RecentProject as Recent } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { Meter } from '../../ui/Meter.tsx';

interface RecentProjectProps {
  readonly project: Recent;
  readonly opening: boolean;
  readonly onOpen: () => void;
}

const dates = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A project that was open lately: how far each of its renderings is, and when it was opened. */
export const RecentProject = ({ project, opening, onOpen }: RecentProjectProps) => {
  const { t } = useTranslation();
  return (
    <li>
      <button type="button" disabled={!project.exists || opening} onClick={onOpen}>
        <b>{project.name}</b>
        {project.exists &&
          project.progress.map(({ lang, confirmed, beads }) => (
            <span key={lang} className="recent-progress">
              <span lang={lang}>{nameLanguageItself(lang)}</span>
              <Meter
                value={beads === 0 ? 0 : confirmed / beads}
                label={t('home.progress', { language: nameLanguageItself(lang) })}
                thick
              />
              <span className="soft figures">{t('home.confirmed', { confirmed, count: beads })}</span>
            </span>
          ))}
        <span className="soft">
          {project.exists
            ? opening
              ? t('home.opening')
              : t('home.opened', { when: dates.format(project.openedAt) })
            : t('home.gone')}
        </span>
      </button>
    </li>
  );
};
