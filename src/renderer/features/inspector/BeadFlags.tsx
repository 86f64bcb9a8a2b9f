import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell, FlagView } from '../../../contract/index.ts';
import { useCursor } from '../../grid/cursor.ts';
import { createFlagCommands } from '../../grid/flagCommands.ts';
import { lightFlag } from '../../grid/marks.ts';
import { useGridSession } from '../../grid/session.ts';
import { useCommands } from '../../keys/commands.ts';
import { queries } from '../../state/api.ts';
import { FlagCard } from './FlagCard.tsx';

const NO_FLAGS: readonly FlagView[] = [];
const RANK = { critical: 0, major: 1, minor: 2, note: 3 };

/** The flags on a cell; both spans of the chosen one are lit in the grid. */
export const BeadFlags = ({ cell }: { readonly cell: Cell }) => {
  const { t } = useTranslation();
  const session = useGridSession();
  const { alignmentId, beadId } = cell;
  const asked = useQuery(
    queries.flags.ofBead.queryOptions({ input: { ...session.place, alignmentId, beadId } }),
  );
  const flags = useMemo(
    () =>
      [...(asked.data ?? NO_FLAGS)].sort(
        (a, b) =>
          Number(a.decision !== null) - Number(b.decision !== null) || RANK[a.severity] - RANK[b.severity],
      ),
    [asked.data],
  );
  const chosenId = useCursor((cursor) => cursor.flagId);
  const chosen =
    flags.find((flag) => flag.id === chosenId) ?? flags.find((flag) => flag.decision === null) ?? null;
  useEffect(() => {
    lightFlag(chosen);
    return () => lightFlag(null);
  }, [chosen]);
  const commands = useMemo(() => createFlagCommands(session, chosen), [session, chosen]);
  useCommands(commands);
  if (flags.length === 0) return null;
  return (
    <section aria-label={t('inspector.flags')}>
      {flags.map((flag) => (
        <FlagCard key={flag.id} flag={flag} chosen={flag.id === chosen?.id} />
      ))}
    </section>
  );
};
