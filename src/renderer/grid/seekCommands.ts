/** Commands that move: to the next flag, the next unconfirmed group, the next that is not 1:1, a column, a row. */

import type { Command } from '../keys/commands.ts';
import { api } from '../state/api.ts';
import { moveCursor, useCursor } from './cursor.ts';
import { refuse, say } from './said.ts';
import type { GridSession } from './session.ts';

type Aim = 'unconfirmed' | 'flag' | 'not-one-to-one';

/** Moves to the next place of its kind; after the last it begins again at the other end, once. */
export const seek = async (
  session: GridSession,
  what: Aim,
  direction: 'next' | 'previous',
  alignmentId: number | null,
  quietly = false,
): Promise<void> => {
  const step = direction === 'next' ? 1 : -1;
  const { row } = useCursor.getState();
  const cell = session.cell();
  const beyond = cell && direction === 'next' ? cell.firstRow + cell.rowSpan : (cell?.firstRow ?? row) + step;
  const ask = (from: number) =>
    api.grid.seek({
      ...session.place,
      furniture: session.furniture,
      row: from,
      direction,
      what,
      ...(session.filter !== null && { filter: session.filter }),
      ...(alignmentId !== null && { alignmentId }),
    });
  const total = session.store.total ?? 0;
  let found = beyond >= 0 && beyond < total ? await ask(beyond) : null;
  if (found?.row == null) found = await ask(direction === 'next' ? 0 : Math.max(0, total - 1));
  if (found.row === null) {
    if (quietly) say(`say.none-${what}`);
    else refuse(`say.none-${what}`);
    return;
  }
  await session.store.load(found.row);
  const column = session.columns.findIndex((candidate) => candidate.alignmentId === found.alignmentId);
  moveCursor({ row: found.row, ...(column >= 0 && { column }) });
  if (found.flagId !== null) useCursor.setState({ flagId: found.flagId });
};

export interface SeekHooks {
  readonly askForRow: () => void;
}

export const createSeekCommands = (session: GridSession, hooks: SeekHooks): readonly Command[] => {
  const seekCommand = (
    id: string,
    what: Aim,
    direction: 'next' | 'previous',
    inColumn: boolean,
  ): Command => ({
    id,
    group: 'go',
    run: () =>
      session.inTurn(() =>
        seek(session, what, direction, inColumn ? (session.column()?.alignmentId ?? null) : null),
      ),
  });
  return [
    seekCommand('go.next-flag', 'flag', 'next', false),
    seekCommand('go.previous-flag', 'flag', 'previous', false),
    seekCommand('go.next-unconfirmed', 'unconfirmed', 'next', true),
    seekCommand('go.previous-unconfirmed', 'unconfirmed', 'previous', true),
    seekCommand('go.next-uneven', 'not-one-to-one', 'next', true),
    seekCommand('go.previous-uneven', 'not-one-to-one', 'previous', true),
    ...[0, 1, 2, 3].map(
      (column): Command => ({
        id: `go.column-${column + 1}`,
        group: 'go',
        check: () => (column < session.columns.length ? null : { say: 'refuse.no-column', params: {} }),
        run: () => {
          if (column < session.columns.length) moveCursor({ column });
        },
      }),
    ),
    { id: 'go.to', group: 'go', run: hooks.askForRow },
  ];
};
