/**
 * An edit as a plan: whether it is possible and what it would do, before anything is changed. A dry run stops here; a run applies
 * the plan inside one recorded transaction.
 */
import type { EditCommand, EditType } from '../../contract/index.ts';
import { AppError } from '../../core/errors.ts';
import {
  type BeadRow,
  type Cut,
  getBead,
  getSegment,
  ranksBetween,
  type SegmentRow,
  type Store,
} from '../../store/index.ts';
import { startOf } from '../additions.ts';
import type { DocumentIndex, IndexedAlignment } from '../documentIndex.ts';

export type CommandOf<Type extends EditType> = Extract<EditCommand, { type: Type }>;

export interface EditContext {
  readonly store: Store;
  readonly index: DocumentIndex;
  readonly author: string;
  readonly at: number;
}

/** The sentence on whose row the cursor belongs afterwards. */
export interface Focus {
  readonly alignmentId: number | null;
  readonly side: 'source' | 'target';
  readonly rank: number;
}
type Params = Readonly<Record<string, string | number>>;
export interface Possible {
  readonly possible: true;
  readonly say: string;
  readonly params: Params;
  readonly focus: Focus | null;
  readonly apply: () => void;
}
export interface Impossible {
  readonly possible: false;
  readonly say: string;
  readonly params: Params;
}
export type Plan = Possible | Impossible;

export const impossible = (say: string, params: Params = {}): Impossible => ({
  possible: false,
  say,
  params,
});
export const possible = (
  say: string,
  apply: () => void,
  rest: { readonly params?: Params; readonly focus?: Focus | null } = {},
): Possible => ({ possible: true, say, params: rest.params ?? {}, focus: rest.focus ?? null, apply });

/** A bead with what is in it. */
export interface OpenBead {
  readonly alignment: IndexedAlignment;
  readonly bead: BeadRow;
  readonly start: Cut;
  readonly sources: readonly number[];
  readonly targets: readonly number[];
}

/** Throws AppError `not-found` where an edit of somebody else took the bead away. */
export function openBead(
  { store, index }: EditContext,
  name: { readonly alignmentId: number; readonly beadId: number },
): OpenBead {
  const alignment = index.alignment(name.alignmentId);
  const bead = getBead(store, name.beadId);
  if (bead?.alignmentId !== alignment.id) throw new AppError('not-found', { what: 'row' });
  return openRow(store, alignment, bead);
}

export function openRow(store: Store, alignment: IndexedAlignment, bead: BeadRow): OpenBead {
  const start = startOf(store, bead);
  return {
    alignment,
    bead,
    start,
    sources: ranksBetween(store, alignment.sourceId, start.sourceTo, bead.sourceTo),
    targets: ranksBetween(store, alignment.targetId, start.targetTo, bead.targetTo),
  };
}

/** Throws AppError `not-found` for a sentence that is gone or of another document. */
export function openSegment({ store, index }: EditContext, id: number): SegmentRow {
  const segment = getSegment(store, id);
  if (!segment || !index.versions.some((version) => version.id === segment.versionId))
    throw new AppError('not-found', { what: 'sentence' });
  return segment;
}

/** The cursor on the first sentence of a bead. */
export const focusOn = ({ alignment, sources, targets, bead }: OpenBead): Focus =>
  sources.length > 0
    ? { alignmentId: alignment.id, side: 'source', rank: sources[0]! }
    : { alignmentId: alignment.id, side: 'target', rank: targets[0] ?? bead.targetTo };
