/** The edits of the grid as commands: each is built from the place of the cursor, tried by a dry run, and carried out. */
import type { BeadStatus, Cell, EditCommand } from '../../contract/index.ts';
import type { Command, CommandGroup, Refusal } from '../keys/commands.ts';
import { useCursor } from './cursor.ts';
import { refuse, say } from './said.ts';
import { seek } from './seekCommands.ts';
import type { GridSession } from './session.ts';

type Wanted = EditCommand | Refusal;

const isRefusal = (wanted: Wanted): wanted is Refusal => 'say' in wanted;
const cannot = (code: string): Refusal => ({ say: `refuse.${code}`, params: {} });

const nameBead = (cell: Cell) => ({ alignmentId: cell.alignmentId, beadId: cell.beadId });

const distinct = (cells: readonly Cell[]): readonly Cell[] => [
  ...new Map(cells.map((cell) => [`${cell.alignmentId}:${cell.beadId}`, cell])).values(),
];

/** The groups that a status is for: of the column, or of all renderings in the original's column or where asked. */
const meantCells = (session: GridSession, allLanguages: boolean): readonly Cell[] => {
  const rows = session.selectedRows();
  const alignmentId = allLanguages ? null : (session.column()?.alignmentId ?? null);
  if (alignmentId === null) return distinct(rows.flatMap((row) => session.cellsOfRow(row)));
  return distinct(rows.flatMap((row) => session.store.cellAt(row, alignmentId) ?? []));
};

const setStatus = (session: GridSession, status: BeadStatus, allLanguages = false): Wanted => {
  const beads = meantCells(session, allLanguages).map(nameBead);
  return beads.length === 0 ? cannot('nothing-here') : { type: 'status', beads, status };
};

type OnBead = Extract<
  EditCommand['type'],
  'confirm-up-to' | 'merge' | 'first-up' | 'last-down' | 'push' | 'pull' | 'unlink'
>;

const onBead = (session: GridSession, type: OnBead): Wanted => {
  if (session.column()?.alignmentId == null) return cannot('choose-rendering');
  const cell = session.cell();
  return cell ? { type, ...nameBead(cell) } : cannot('nothing-here');
};

const mergeRow = (session: GridSession): Wanted => {
  const beads = session.cellsOfRow(useCursor.getState().row).map(nameBead);
  return beads.length === 0 ? cannot('nothing-here') : { type: 'merge-row', beads };
};

const split = (session: GridSession): Wanted => {
  if (session.column()?.alignmentId == null) return cannot('choose-rendering');
  const cell = session.cell();
  if (!cell) return cannot('nothing-here');
  // With the cursor on a later sentence of the group, the group is split before that sentence.
  const { chip, row } = useCursor.getState();
  const targetCount = chip > 0 ? chip : undefined;
  const above = row - cell.firstRow;
  const sourceCount = above > 0 && above < cell.sourceCount ? above : undefined;
  return { type: 'split', ...nameBead(cell), sourceCount, targetCount };
};

const insertEmpty = (session: GridSession): Wanted => {
  const cell = session.cell();
  if (!cell) return cannot('choose-rendering');
  return { type: 'split', ...nameBead(cell), sourceCount: Math.min(1, cell.sourceCount), targetCount: 0 };
};

/** Takes in the next sentence of the original, or gives the last one to the group below. */
const moveBorder = (session: GridSession, by: 1 | -1): Wanted => {
  if (session.column()?.alignmentId == null) return cannot('choose-rendering');
  const cell = session.cell();
  if (!cell) return cannot('nothing-here');
  const last = by === 1 ? cell.firstRow + cell.rowSpan : cell.firstRow + cell.rowSpan - 1;
  // Additions of other renderings stand between the sentences of the original.
  for (let row = last; session.store.row(row); row += by) {
    const source = session.store.row(row)?.source;
    if (source)
      return {
        type: 'move-border',
        ...nameBead(cell),
        to: { segmentId: source.id, where: by === 1 ? 'after' : 'before' },
      };
  }
  return cannot('no-row-after');
};

const accept = (session: GridSession): Wanted => {
  const cells = meantCells(session, false).filter(
    (cell) => cell.segments.length === 0 || cell.sourceCount === 0,
  );
  if (cells.length === 0) return cannot('not-one-sided');
  return { type: 'status', beads: cells.map(nameBead), status: 'confirmed' };
};

/** Goes to the next group that nobody confirmed; stays and says so where none is left. */
const goToUnconfirmed = async (session: GridSession, anywhere: boolean): Promise<void> => {
  await seek(session, 'unconfirmed', 'next', anywhere ? null : (session.column()?.alignmentId ?? null), true);
};

/**
 * The stretch that is to be aligned again: the selected rows and nothing else; without a selection from the confirmed group above the
 * cursor to the one below.
 */
const realign = (session: GridSession): Wanted => {
  const rows = session.selectedRows();
  const column = session.column()?.alignmentId ?? null;
  const alignments = column === null ? session.renderings().map(({ alignmentId }) => alignmentId) : [column];
  const ranges = alignments.flatMap((alignmentId) => {
    const cells = rows.flatMap((row) => session.store.cellAt(row, alignmentId) ?? []);
    const [first, last] = [cells[0], cells.at(-1)];
    return first && last ? [{ alignmentId, firstBeadId: first.beadId, lastBeadId: last.beadId }] : [];
  });
  return ranges.length === 0 ? cannot('nothing-here') : { type: 'realign', ranges, grow: rows.length === 1 };
};

/** Gives true also where everything was so already: confirming a confirmed group goes on to the next one. */
const performWanted = async (session: GridSession, wanted: Wanted): Promise<boolean> => {
  if (isRefusal(wanted)) {
    refuse(wanted.say, wanted.params);
    return false;
  }
  const outcome = await session.perform(wanted);
  return outcome.possible || outcome.say === 'edit.already';
};

/** A command over an edit, with its dry run; `after` runs where the edit was possible. */
const editCommand = (
  session: GridSession,
  id: string,
  group: CommandGroup,
  build: () => Wanted,
  after?: () => Promise<void> | void,
): Command => ({
  id,
  group,
  run: () =>
    session.inTurn(async () => {
      if (await performWanted(session, build())) await after?.();
    }),
  check: async () => {
    const wanted = build();
    if (isRefusal(wanted)) return wanted;
    const outcome = await session.dryRun(wanted);
    return outcome.possible ? null : { say: outcome.say, params: outcome.params };
  },
});

/** Marks a sentence; the second press links it with the sentence under the cursor. */
const markOrLink = async (session: GridSession): Promise<void> => {
  const segment = session.segment();
  const alignmentId = session.column()?.alignmentId ?? null;
  const { mark, row } = useCursor.getState();
  if (mark === null) {
    if (!segment) return refuse('refuse.no-sentence');
    useCursor.setState({ mark: { alignmentId, segmentId: segment.id, row } });
    return say(alignmentId === null ? 'say.marked-original' : 'say.marked-rendering', {
      number: segment.number,
    });
  }
  useCursor.setState({ mark: null });
  if (mark.segmentId === segment?.id) return say('say.unmarked');
  const source = session.store.row(row)?.source;
  const linkTo = async (alignment: number, sourceId: number | undefined, targetId: number | undefined) => {
    if (sourceId === undefined || targetId === undefined) return refuse('refuse.no-sentence');
    await session.perform({
      type: 'link',
      alignmentId: alignment,
      sourceSegmentId: sourceId,
      targetSegmentId: targetId,
    });
  };
  if (mark.alignmentId === null) {
    if (alignmentId === null) return refuse('refuse.partner-elsewhere');
    return linkTo(alignmentId, mark.segmentId, segment?.id);
  }
  // A sentence of a rendering goes to the original of the row, whichever of the two columns the cursor is in.
  if (alignmentId !== null && alignmentId !== mark.alignmentId) return refuse('refuse.partner-elsewhere');
  return linkTo(mark.alignmentId, source?.id, mark.segmentId);
};

export const createEditCommands = (session: GridSession): readonly Command[] => {
  const edit = (id: string, group: CommandGroup, build: () => Wanted, after?: () => Promise<void> | void) =>
    editCommand(session, id, group, build, after);
  const inOriginal = () => session.column()?.role === 'original';
  return [
    edit(
      'cell.confirm',
      'confirm',
      () => setStatus(session, 'confirmed'),
      () => goToUnconfirmed(session, inOriginal()),
    ),
    edit(
      'row.confirm',
      'confirm',
      () => setStatus(session, 'confirmed', true),
      () => goToUnconfirmed(session, true),
    ),
    edit('cell.confirm-up-to', 'confirm', () => onBead(session, 'confirm-up-to')),
    edit('cell.needs-review', 'confirm', () => setStatus(session, 'needs-review')),
    edit('cell.clear', 'confirm', () => setStatus(session, 'auto')),
    edit('cell.accept', 'confirm', () => accept(session)),
    edit('cell.merge', 'group', () => (inOriginal() ? mergeRow(session) : onBead(session, 'merge'))),
    edit('cell.split', 'group', () => split(session)),
    edit('cell.first-up', 'group', () => onBead(session, 'first-up')),
    edit('cell.last-down', 'group', () => onBead(session, 'last-down')),
    edit('cell.border-down', 'group', () => moveBorder(session, 1)),
    edit('cell.border-up', 'group', () => moveBorder(session, -1)),
    edit('cell.push', 'group', () => onBead(session, 'push')),
    edit('cell.pull', 'group', () => onBead(session, 'pull')),
    edit('cell.insert-empty', 'group', () => insertEmpty(session)),
    edit('row.merge', 'group', () => mergeRow(session)),
    edit('cell.unlink', 'group', () => onBead(session, 'unlink')),
    edit('cell.realign', 'group', () => realign(session)),
    { id: 'cell.mark', group: 'group', run: () => session.inTurn(() => markOrLink(session)) },
  ];
};
