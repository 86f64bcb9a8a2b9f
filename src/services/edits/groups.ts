/** Edits that join and divide beads. */
import {
  type BeadRow,
  beadAfter,
  beadBefore,
  type LaidBead,
  layBeads,
  type Store,
} from '../../store/index.ts';
import type { IndexedAlignment } from '../documentIndex.ts';
import { hasBodyText } from '../summaries.ts';
import {
  type CommandOf,
  type EditContext,
  focusOn,
  impossible,
  type OpenBead,
  openBead,
  type Plan,
  possible,
} from './plan.ts';

/** The next bead that a person sees, with the hidden ones (page furniture) on the way to it. */
export function visibleNeighbour(
  store: Store,
  alignment: IndexedAlignment,
  bead: BeadRow,
  direction: 'before' | 'after',
): { readonly neighbour: BeadRow; readonly between: readonly BeadRow[] } | null {
  const step = direction === 'after' ? beadAfter : beadBefore;
  const between: BeadRow[] = [];
  for (let next = step(store, bead); next; next = step(store, next)) {
    if (hasBodyText(store, alignment, next))
      return { neighbour: next, between: direction === 'after' ? between : between.reverse() };
    between.push(next);
  }
  return null;
}

/** Joins a bead with the next one, and with page furniture between. */
function mergeWithNext(context: EditContext, opened: OpenBead): (() => void) | null {
  const { store } = context;
  const next = visibleNeighbour(store, opened.alignment, opened.bead, 'after');
  if (!next) return null;
  const old = [opened.bead, ...next.between, next.neighbour];
  return () => layBeads(store, opened.alignment.id, opened.start, old, [next.neighbour]);
}

export function merge(context: EditContext, command: CommandOf<'merge'>): Plan {
  const opened = openBead(context, command);
  const apply = mergeWithNext(context, opened);
  return apply
    ? possible('edit.merged', apply, { focus: focusOn(opened) })
    : impossible('edit.no-bead-after');
}

/** In languages whose bead holds the next row already there is nothing to do. */
export function mergeRow(context: EditContext, command: CommandOf<'merge-row'>): Plan {
  const opened = command.beads.map((bead) => openBead(context, bead));
  const rowEnd = Math.min(...opened.map(({ bead }) => bead.sourceTo));
  const work = opened
    .filter(({ bead }) => bead.sourceTo === rowEnd)
    .map((one) => mergeWithNext(context, one))
    .filter((apply) => apply !== null);
  if (work.length === 0) return impossible('edit.no-bead-after');
  return possible(
    'edit.merged-row',
    () => {
      for (const apply of work) apply();
    },
    { params: { count: work.length }, focus: focusOn(opened[0]!) },
  );
}

export function split(context: EditContext, command: CommandOf<'split'>): Plan {
  const opened = openBead(context, command);
  const { bead, start, sources, targets, alignment } = opened;
  if (sources.length + targets.length < 2) return impossible('edit.single');
  const told = command.sourceCount !== undefined || command.targetCount !== undefined;
  if (!told && sources.length === 1 && targets.length === 1) return impossible('edit.one-to-one');
  const sourceCount = command.sourceCount ?? Math.min(1, sources.length);
  const targetCount = command.targetCount ?? Math.min(1, targets.length);
  const total = sourceCount + targetCount;
  if (sourceCount > sources.length || targetCount > targets.length) return impossible('edit.split-empty');
  if (total === 0 || total === sources.length + targets.length) return impossible('edit.split-empty');
  const cut: LaidBead = {
    id: null,
    sourceTo: sources[sourceCount - 1] ?? start.sourceTo,
    targetTo: targets[targetCount - 1] ?? start.targetTo,
  };
  return possible('edit.split', () => layBeads(context.store, alignment.id, start, [bead], [cut, bead]), {
    focus: focusOn(opened),
  });
}

export function unlink(context: EditContext, command: CommandOf<'unlink'>): Plan {
  const opened = openBead(context, command);
  const { bead, start, sources, targets, alignment } = opened;
  if (sources.length === 0 || targets.length === 0) return impossible('edit.one-sided');
  const omission: LaidBead = { id: null, sourceTo: bead.sourceTo, targetTo: start.targetTo };
  return possible(
    'edit.unlinked',
    () => layBeads(context.store, alignment.id, start, [bead], [omission, bead]),
    { focus: focusOn(opened) },
  );
}
