/** Commands on the column of the cursor: hide, move, widen. */
import type { Command, Refusal } from '../keys/commands.ts';
import {
  changeView,
  evenWidths,
  hideColumn,
  NO_VIEW,
  nameColumn,
  placeColumn,
  setWidth,
  viewOf,
} from './columnView.ts';
import { moveCursor, useCursor } from './cursor.ts';
import { refuse, say } from './said.ts';
import type { GridSession } from './session.ts';

const WIDER_BY = 40;

/** The width on screen of the column at a position, in CSS pixels. */
export const widthOnScreen = (position: number): number =>
  document.querySelector(`.column-head[aria-colindex="${position + 2}"]`)?.getBoundingClientRect().width ?? 0;

const cannot = (code: string): Refusal => ({ say: `refuse.${code}`, params: {} });

export const createColumnCommands = (session: GridSession): readonly Command[] => {
  const { file } = session;
  const here = () => session.column();
  const widen = (by: number) => {
    const column = here();
    if (!column) return;
    const width = widthOnScreen(useCursor.getState().column) + by;
    changeView(file, (view) => setWidth(view, nameColumn(column), width));
    moveCursor({});
  };
  const neighbour = (step: 1 | -1) => session.columns[useCursor.getState().column + step];
  const move = (step: 1 | -1) => {
    const column = here();
    const target = neighbour(step);
    if (!column || !target) return refuse('refuse.no-column-there', {});
    changeView(file, (view) => placeColumn(view, session.allColumns, nameColumn(column), nameColumn(target)));
    moveCursor({ column: useCursor.getState().column + step });
    say('said.column-moved', { lang: column.lang });
  };
  const hide = () => {
    const column = here();
    if (!column || column.role === 'original') return refuse('refuse.original-stays', {});
    changeView(file, (view) => hideColumn(view, nameColumn(column)));
    moveCursor({ column: Math.max(0, useCursor.getState().column - 1) });
    say('said.column-hidden', { lang: column.lang });
  };
  return [
    {
      id: 'column.hide',
      group: 'view',
      run: hide,
      check: () => (here()?.role === 'original' ? cannot('original-stays') : null),
    },
    {
      id: 'column.show-all',
      group: 'view',
      run: () => {
        changeView(file, (view) => ({ ...view, hidden: [] }));
        moveCursor({});
        say('said.columns-shown', {});
      },
      check: () => (viewOf(file).hidden.length === 0 ? cannot('none-hidden') : null),
    },
    {
      id: 'column.left',
      group: 'view',
      run: () => move(-1),
      check: () => (neighbour(-1) ? null : cannot('no-column-there')),
    },
    {
      id: 'column.right',
      group: 'view',
      run: () => move(1),
      check: () => (neighbour(1) ? null : cannot('no-column-there')),
    },
    { id: 'column.wider', group: 'view', run: () => widen(WIDER_BY) },
    { id: 'column.narrower', group: 'view', run: () => widen(-WIDER_BY) },
    {
      id: 'column.even',
      group: 'view',
      run: () => {
        changeView(file, (view) => (view === NO_VIEW ? view : evenWidths(view)));
        moveCursor({});
      },
    },
  ];
};
