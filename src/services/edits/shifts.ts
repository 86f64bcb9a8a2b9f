/** Edits that move sentences between beads: one up or down, the rest of a column, or two that belong together. */
import {
  type BeadRow,
  beadOfSource,
  beadOfTarget,
  beadsFromTo,
  insertLink,
  isWall,
  type LaidBead,
  layBeads,
  rankBefore,
  wallAfter,
} from '../../store/index.ts';
import { hasBody, startOf } from '../additions.ts';
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

export function firstUp(context: EditContext, command: CommandOf<'first-up'>): Plan {
  const { store } = context;
  const opened = openBead(context, command);
  const first = opened.targets[0];
  if (first === undefined) return impossible('edit.no-target');
  const found = visibleNeighbour(store, opened.alignment, opened.bead, 'before');
  if (!found) return impossible('edit.no-bead-before');
  const earlier = [found.neighbour, ...found.between];
  const laid = [...earlier.map((bead) => ({ ...bead, targetTo: first })), opened.bead];
  const start = startOf(store, found.neighbour);
  return possible(
    'edit.moved-up',
    () => layBeads(store, opened.alignment.id, start, [...earlier, opened.bead], laid),
    { focus: focusOn(opened) },
  );
}

export function lastDown(context: EditContext, command: CommandOf<'last-down'>): Plan {
  const { store } = context;
  const opened = openBead(context, command);
  const { alignment, bead, start, targets } = opened;
  if (targets.length === 0) return impossible('edit.no-target');
  const found = visibleNeighbour(store, alignment, bead, 'after');
  if (!found) return impossible('edit.no-bead-after');
  const end = targets.at(-2) ?? start.targetTo;
  const old = [bead, ...found.between, found.neighbour];
  const laid = [...[bead, ...found.between].map((one) => ({ ...one, targetTo: end })), found.neighbour];
  return possible('edit.moved-down', () => layBeads(store, alignment.id, start, old, laid), {
    focus: focusOn(opened),
  });
}

/** The beads from here up to the next wall, in their parts. */
interface Column {
  readonly opened: OpenBead;
  readonly beads: readonly BeadRow[];
  /** Those with original text to shift by. Additions travel with the text before them. */
  readonly slots: readonly BeadRow[];
  /** Page furniture of the original alone, which stays between the slots where it is. */
  readonly fixed: readonly BeadRow[];
}

function openColumn(
  context: EditContext,
  command: CommandOf<'push' | 'pull'>,
): Column | ReturnType<typeof impossible> {
  const { store } = context;
  const opened = openBead(context, command);
  const { alignment, bead, start } = opened;
  if (isWall(bead)) return impossible('edit.wall');
  if (!hasBody(store, alignment.sourceId, start.sourceTo, bead.sourceTo)) return impossible('edit.addition');
  const wall = wallAfter(store, bead);
  const end = wall
    ? startOf(store, wall)
    : { sourceTo: Number.MAX_SAFE_INTEGER, targetTo: Number.MAX_SAFE_INTEGER };
  const beads = beadsFromTo(store, alignment.id, bead, end);
  const slots: BeadRow[] = [];
  const fixed: BeadRow[] = [];
  beads.forEach((one, i) => {
    const before = beads[i - 1] ?? start;
    if (one.sourceTo === before.sourceTo) return;
    const isFixed =
      one.targetTo === before.targetTo && !hasBody(store, alignment.sourceId, before.sourceTo, one.sourceTo);
    (isFixed ? fixed : slots).push(one);
  });
  return slots.length < 2
    ? impossible(wall ? 'edit.wall-next' : 'edit.no-bead-after')
    : { opened, beads, slots, fixed };
}

/**
 * Shifts the original under the target groups by one slot. Push: an empty group comes first, and the last two groups
 * share the last slot. Pull, its inverse: the first two groups share the first slot, and the last slot is left empty.
 */
function layShifted({ opened, beads, slots, fixed }: Column, by: 1 | -1): LaidBead[] {
  const isFixed = new Set(fixed);
  const isSlot = new Set(slots);
  const moving = beads.filter((bead) => !isFixed.has(bead));
  const last = slots.at(-1)!;
  const empty: LaidBead =
    by === 1
      ? { id: null, sourceTo: slots[0]!.sourceTo, targetTo: opened.start.targetTo }
      : { id: null, sourceTo: last.sourceTo, targetTo: last.targetTo };
  let slot = -1;
  let lastSeen = false;
  const shifted = moving.map((bead): LaidBead => {
    if (isSlot.has(bead)) slot += 1;
    if (lastSeen) return bead;
    lastSeen = bead === last;
    if (by === 1) {
      const joins = slot >= slots.length - 2;
      return joins ? { ...last, id: bead.id } : { ...bead, sourceTo: slots[slot + 1]!.sourceTo };
    }
    // Up to the second slot everything is one group.
    if (slot === 0 || (slot === 1 && isSlot.has(bead)))
      return { id: bead.id, sourceTo: slots[0]!.sourceTo, targetTo: slots[1]!.targetTo };
    return { ...bead, sourceTo: slots[slot - 1]!.sourceTo };
  });
  const at = by === 1 ? 0 : moving.indexOf(last) + 1;
  shifted.splice(at, 0, empty);
  return weaveFixed(shifted, fixed, opened.start.targetTo);
}

/** Puts beads of original furniture back between the others: each after all that ends before it. */
function weaveFixed(laid: readonly LaidBead[], fixed: readonly BeadRow[], startTarget: number): LaidBead[] {
  const result: LaidBead[] = [];
  let next = 0;
  let target = startTarget;
  for (const bead of laid) {
    for (; next < fixed.length && fixed[next]!.sourceTo <= bead.sourceTo; next++)
      result.push({ id: fixed[next]!.id, sourceTo: fixed[next]!.sourceTo, targetTo: target });
    result.push(bead);
    target = bead.targetTo;
  }
  for (; next < fixed.length; next++)
    result.push({ id: fixed[next]!.id, sourceTo: fixed[next]!.sourceTo, targetTo: target });
  return result;
}

function shift(context: EditContext, command: CommandOf<'push' | 'pull'>, by: 1 | -1): Plan {
  const column = openColumn(context, command);
  if ('possible' in column) return column;
  const { opened, beads, slots } = column;
  return possible(
    by === 1 ? 'edit.pushed' : 'edit.pulled',
    () => layBeads(context.store, opened.alignment.id, opened.start, beads, layShifted(column, by)),
    { params: { count: slots.length }, focus: focusOn(opened) },
  );
}

export const push = (context: EditContext, command: CommandOf<'push'>): Plan => shift(context, command, 1);
export const pull = (context: EditContext, command: CommandOf<'pull'>): Plan => shift(context, command, -1);

/**
 * Where nothing but the two sentences has to move, and no wall stands between, the beads are cut anew so that one holds
 * both; else a crossing link is stored beside them.
 */
export function link(context: EditContext, command: CommandOf<'link'>): Plan {
  const { store, index } = context;
  const alignment = index.alignment(command.alignmentId);
  const source = openSegment(context, command.sourceSegmentId);
  const target = openSegment(context, command.targetSegmentId);
  if (source.versionId !== alignment.sourceId || target.versionId !== alignment.targetId)
    return impossible('edit.other-text');
  const ofSource = beadOfSource(store, alignment.id, source.rank);
  const ofTarget = beadOfTarget(store, alignment.id, target.rank);
  if (!ofSource || !ofTarget) return impossible('edit.not-aligned');
  if (ofSource.id === ofTarget.id) return impossible('edit.already-linked');
  const focus = { alignmentId: alignment.id, side: 'source' as const, rank: source.rank };

  const down =
    ofTarget.sourceTo > ofSource.sourceTo ||
    (ofTarget.sourceTo === ofSource.sourceTo && ofTarget.targetTo > ofSource.targetTo);
  const [first, last] = down ? [ofSource, ofTarget] : [ofTarget, ofSource];
  const beads = beadsFromTo(store, alignment.id, first, last);
  const start = startOf(store, first);
  const before = beads.at(-2)!;
  // What would have to come along: segments strictly between the two places, on either side.
  const targetsBetween = down
    ? rankBefore(store, alignment.targetId, target.rank) !== first.targetTo
    : target.rank !== first.targetTo || before.targetTo !== first.targetTo;
  const sourcesBetween = down
    ? source.rank !== first.sourceTo || before.sourceTo !== first.sourceTo
    : rankBefore(store, alignment.sourceId, source.rank) !== first.sourceTo;
  if (command.crossing !== true && !beads.some(isWall) && !(targetsBetween && sourcesBetween)) {
    const rest = beads.slice(0, -1);
    const cutBefore = (versionId: number, rank: number): number => rankBefore(store, versionId, rank);
    const laid = targetsBetween
      ? rest.map((bead) => ({
          ...bead,
          sourceTo: down ? cutBefore(alignment.sourceId, source.rank) : source.rank,
        }))
      : rest.map((bead) => ({
          ...bead,
          targetTo: down ? target.rank : cutBefore(alignment.targetId, target.rank),
        }));
    return possible('edit.linked', () => layBeads(store, alignment.id, start, beads, [...laid, last]), {
      focus,
    });
  }
  const known = store
    .sql('SELECT 1 FROM link WHERE alignment_id = ? AND source_segment_id = ? AND target_segment_id = ?')
    .get(alignment.id, source.id, target.id);
  if (known) return impossible('edit.already-linked');
  return possible('edit.linked-crossing', () => void insertLink(store, alignment.id, source.id, target.id), {
    focus,
  });
}
