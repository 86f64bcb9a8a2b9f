/** Agreeing with a flag and dismissing it, for the flag that the inspector is about. */
import type { FlagView } from '../../contract/index.ts';
import type { Command } from '../keys/commands.ts';
import { moveCursor } from './cursor.ts';
import { refuse } from './said.ts';
import type { GridSession } from './session.ts';

export type Decision = FlagView['decision'];
export type DecisionScope = 'here' | 'pair' | 'check' | 'check-everywhere';

export const decideFlag = async (
  session: GridSession,
  flag: FlagView,
  decision: Decision,
  scope: DecisionScope = 'here',
  reason = '',
): Promise<void> => {
  await session.inTurn(() =>
    session.perform({
      type: 'decide-flag',
      flagId: flag.id,
      decision,
      scope,
      ...(reason !== '' && { reason }),
    }),
  );
};

export const createFlagCommands = (session: GridSession, flag: FlagView | null): readonly Command[] => {
  const command = (id: string, decision: Decision): Command => ({
    id,
    group: 'flag',
    check: () => (flag ? null : { say: 'refuse.no-flag', params: {} }),
    run: async () => {
      if (!flag) return refuse('refuse.no-flag');
      await decideFlag(session, flag, decision);
      moveCursor({});
    },
  });
  return [
    command('flag.agree', 'agreed'),
    command('flag.dismiss', 'dismissed'),
    command('flag.reopen', null),
  ];
};
