/** Moving the border between two beads over several sentences, or over whole beads, at once. */
import {
  type BeadRow,
  beadAfter,
  beadBefore,
  type Cut,
  getBead,
  isWall,
  type LaidBead,
  layBeads,
  rankBefore,
} from '../../store/index.ts';
import { startOf } from '../additions.ts';
import { hasBodyText } from '../summaries.ts';
import { visibleNeighbour } from './groups.ts';
import {
  type CommandOf,
  type EditContext,
  focusOn,
  impossible,
  type OpenBead,
  openBead,
  openSegment,
  type Plan,
  possible,
} from './plan.ts';

type Side = 'sourceTo' | 'targetTo';

/** The beads that a border passes, in order, the one in which it ends included. */
interface Passed {
  readonly beads: readonly BeadRow[];
  readonly start: Cut;
}

/** From `bead` on, up to the first one whose end on this side is not before `rank`. */
function passedDown({ store }: EditContext, bead: BeadRow, side: Side, rank: number): Passed {
  const beads = [bead];
  for (let next = beadAfter(store, bead); next; next = beadAfter(store, next)) {
    beads.push(next);
    if (next[side] >= rank) break;
  }
  return { beads, start: startOf(store, bead) };
}

/** Back from `bead`, to the nearest one that begins at or before `rank`. */
function passedUp({ store }: EditContext, bead: BeadRow, side: Side, rank: number): Passed {
  const beads = [bead];
  let start = startOf(store, bead);
  for (let one = beadBefore(store, bead); one && start[side] > rank; one = beadBefore(store, one)) {
    beads.unshift(one);
    start = startOf(store, one);
  }
  return { beads, start };
}

/** Whole beads on the way, page furniture aside: they become part of the bead that grows. */
const whole = ({ store }: EditContext, { alignment }: OpenBead, beads: readonly BeadRow[]): BeadRow[] =>
  beads.filter((bead) => hasBodyText(store, alignment, bead));

/** The sentences after the border, up to the new place, come into the bead. */
function down(context: EditContext, opened: OpenBead, side: Side, rank: number): Plan {
  const { bead, alignment } = opened;
  const { beads, start } = passedDown(context, bead, side, rank);
  const last = beads.at(-1)!;
  if (last === bead || last[side] < rank) return impossible('edit.no-bead-after');
  const between = beads.slice(1, -1);
  const taken = whole(context, opened, between);
  if (taken.some(isWall)) return impossible('edit.wall-next');
  const end = taken.at(-1);
  const rest = between.slice(end ? between.indexOf(end) + 1 : 0);
  const laid: LaidBead[] = [{ ...(end ?? bead), id: bead.id }, ...rest].map((one) => ({
    ...one,
    [side]: rank,
  }));
  return possible(
    'edit.border-moved',
    () => layBeads(context.store, alignment.id, start, beads, [...laid, last]),
    { focus: focusOn(opened) },
  );
}

/** The sentences before the border, down from the new place, go to the bead after it. */
function up(context: EditContext, opened: OpenBead, side: Side, rank: number): Plan {
  const { store } = context;
  const { bead, alignment } = opened;
  const next = visibleNeighbour(store, alignment, bead, 'after');
  if (!next) return impossible('edit.no-bead-after');
  const { beads, start } = passedUp(context, bead, side, rank);
  const [first] = beads;
  const given = whole(context, opened, beads.slice(1));
  if (given.some((one) => one !== bead && isWall(one))) return impossible('edit.wall');
  const kept = first === bead ? next.between : [];
  const laid: LaidBead[] = [first!, ...kept].map((one) => ({ ...one, [side]: rank }));
  const old = [...beads, ...next.between, next.neighbour];
  return possible(
    'edit.border-moved',
    () => layBeads(store, alignment.id, start, old, [...laid, next.neighbour]),
    { focus: focusOn(opened) },
  );
}

/** To where another bead begins or ends: all beads between become one. */
function toBead(context: EditContext, opened: OpenBead, beadId: number, where: 'before' | 'after'): Plan {
  const { store } = context;
  const { bead, alignment } = opened;
  const other = getBead(store, beadId);
  if (other?.alignmentId !== alignment.id) return impossible('edit.gone');
  const isAfter =
    other.sourceTo > bead.sourceTo || (other.sourceTo === bead.sourceTo && other.targetTo > bead.targetTo);
  const step = isAfter ? beadAfter : beadBefore;
  const found: BeadRow[] = [bead];
  while (found.at(-1)!.id !== beadId) {
    const next = step(store, found.at(-1)!);
    if (!next) return impossible('edit.gone');
    found.push(next);
  }
  if (isAfter && where === 'before') found.pop();
  if (!isAfter && where === 'after') found.pop();
  const beads = isAfter ? found : found.reverse();
  if (!isAfter && beads.length > 0) {
    const next = visibleNeighbour(store, alignment, bead, 'after');
    if (!next) return impossible('edit.no-bead-after');
    beads.push(...next.between, next.neighbour);
  }
  if (beads.length < 2) return impossible('edit.already');
  const inner = beads.filter((one) => one !== bead && one !== beads.at(-1));
  if (whole(context, opened, inner).some(isWall)) return impossible(isAfter ? 'edit.wall-next' : 'edit.wall');
  const start = startOf(store, beads[0]!);
  return possible('edit.border-moved', () => layBeads(store, alignment.id, start, beads, [beads.at(-1)!]), {
    focus: focusOn(opened),
  });
}

export function moveBorder(context: EditContext, command: CommandOf<'move-border'>): Plan {
  const { store } = context;
  const opened = openBead(context, command);
  const { to } = command;
  if ('beadId' in to) return toBead(context, opened, to.beadId, to.where);
  const { alignment, bead } = opened;
  const segment = openSegment(context, to.segmentId);
  const side: Side | null =
    segment.versionId === alignment.sourceId
      ? 'sourceTo'
      : segment.versionId === alignment.targetId
        ? 'targetTo'
        : null;
  if (side === null) return impossible('edit.other-text');
  const rank = to.where === 'after' ? segment.rank : rankBefore(store, segment.versionId, segment.rank);
  if (rank === bead[side]) return impossible('edit.already');
  return rank > bead[side] ? down(context, opened, side, rank) : up(context, opened, side, rank);
}
