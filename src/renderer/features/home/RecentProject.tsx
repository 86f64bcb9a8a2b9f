import { useTranslation } from 'react-i18next';

interface RecentProjectProps {
  readonly project: {
    readonly file: string;
    readonly name: string;
    readonly openedAt: number;
    readonly exists: boolean;
  };
  readonly opening: boolean;
  readonly onOpen: () => void;
}

const dates = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export const RecentProject = ({ project, opening, onOpen }: RecentProjectProps) => {
  const { t } = useTranslation();
  return (
    <li>
      <button type="button" disabled={!project.exists || opening} onClick={onOpen}>
        <b>{project.name}</b>
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
