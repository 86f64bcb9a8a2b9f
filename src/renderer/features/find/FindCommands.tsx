import { useMemo } from 'react';
import { useGridSession } from '../../grid/session.ts';
import { type Command, useCommands } from '../../keys/commands.ts';
import { stepHit } from './hits.ts';

/** Going from hit to hit, with the panel open or closed. */
export const FindCommands = () => {
  const session = useGridSession();
  const commands = useMemo<readonly Command[]>(
    () => [
      { id: 'find.next', group: 'go', inText: true, run: () => stepHit(session, 1) },
      { id: 'find.previous', group: 'go', inText: true, run: () => stepHit(session, -1) },
    ],
    [session],
  );
  useCommands(commands);
  return null;
};
