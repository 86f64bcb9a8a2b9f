import {
  IconBook2,
  IconChartDots,
  IconChecklist,
  IconFlag,
  IconGitCompare,
  IconHistory,
  IconLayoutGrid,
  IconListDetails,
  IconListSearch,
  IconReportAnalytics,
  IconScissors,
  IconSettings,
  IconUnlink,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentScreen, go, type Place, printAddress, useAddress } from '../../state/address.ts';
import { useProject } from '../../state/documents.ts';

const entries: readonly [DocumentScreen, ComponentType<{ size: number; stroke: number }>][] = [
  ['grid', IconLayoutGrid],
  ['flags', IconFlag],
  ['unaligned', IconUnlink],
  ['concordance', IconListSearch],
  ['glossary', IconBook2],
  ['map', IconChartDots],
  ['prepare', IconScissors],
  ['align', IconListDetails],
  ['compare', IconGitCompare],
  ['review', IconChecklist],
  ['report', IconReportAnalytics],
  ['history', IconHistory],
];

const Entry = ({
  place,
  Icon,
  count = 0,
}: {
  place: Place;
  Icon: ComponentType<{ size: number; stroke: number }>;
  count?: number;
}) => {
  const { t } = useTranslation();
  const here = useAddress((address) => address.place.screen);
  return (
    <a
      href={printAddress({ place, query: {} })}
      aria-current={here === place.screen ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(place);
      }}
    >
      <Icon size={20} stroke={1.6} />
      {t(`screen.${place.screen}`)}
      {count > 0 && <em title={t('shell.open-flags', { count })}>{count > 999 ? '999+' : count}</em>}
    </a>
  );
};

/** The screens of the open document; nothing where no document is open. */
export const Navigation = () => {
  const { t } = useTranslation();
  const place = useAddress((address) => address.place);
  const project = useProject().data;
  if (!('documentId' in place)) return null;
  const document = project?.documents.find((candidate) => candidate.id === place.documentId);
  return (
    <nav className="navigation" aria-label={t('shell.screens')}>
      {entries.map(([screen, Icon]) => (
        <Entry
          key={screen}
          place={{ screen, project: place.project, documentId: place.documentId }}
          Icon={Icon}
          count={screen === 'flags' ? document?.openFlags : 0}
        />
      ))}
      <span className="spring" />
      <Entry place={{ screen: 'settings' }} Icon={IconSettings} />
    </nav>
  );
};
