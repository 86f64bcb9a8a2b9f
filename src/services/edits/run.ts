/** Runs edits: one plan for each command, recorded, undone and done again; says in a code what happened. */
import type { EditCommand, EditOutcome, Seen } from '../../contract/index.ts';
import { AppError } from '../../core/errors.ts';
import { beadOfSource, beadOfTarget, type EditRecord, type RowChange } from '../../store/index.ts';
import type { Pool } from '../../workers/pool.ts';
import { startOf } from '../additions.ts';
import type { DocumentIndex } from '../documentIndex.ts';
import { placeOf, rowOfSentence } from '../grid.ts';
import type { Clock } from '../host.ts';
import type { OpenProject } from '../openProjects.ts';
import { frozenBy, frozenByChanges } from '../review/frozen.ts';
import { moveBorder } from './borders.ts';
import { merge, mergeRow, split, unlink } from './groups.ts';
import { decideFlag, note, resolve } from './opinions.ts';
import { type CommandOf, type EditContext, type Focus, impossible, type Plan } from './plan.ts';
import { dryRunRealign, planRealign } from './realign.ts';
import { replaceText } from './replace.ts';
import { editText, joinSegment, segmentKind, splitSegment } from './sentences.ts';
import { firstUp, lastDown, link, pull, push } from './shifts.ts';
import { confirmUpTo, status } from './statuses.ts';
import { takeOver } from './takeOver.ts';

/** Commands that are planned at once. The others ask the aligner first. */
type Immediate = Exclude<EditCommand, { type: 'realign' }>;
const PLANS: { [Type in Immediate['type']]: (context: EditContext, command: CommandOf<Type>) => Plan } = {
  status,
  'confirm-up-to': confirmUpTo,
  merge,
  'merge-row': mergeRow,
  split,
  'first-up': firstUp,
  'last-down': lastDown,
  'move-border': moveBorder,
  push,
  pull,
  unlink,
  link,
  'edit-text': editText,
  'take-over': takeOver,
  'replace-text': replaceText,
  'split-segment': splitSegment,
  'join-segment': joinSegment,
  'segment-kind': segmentKind,
  'decide-flag': decideFlag,
  note,
  'resolve-note': resolve,
};

export interface EditRequest {
  readonly project: OpenProject;
  readonly documentId: number;
  readonly furniture: boolean;
  /** What the window knew; without it nobody else can have come between. */
  readonly seen?: Seen;
  readonly author: string;
  readonly now: Clock;
}

const contextOf = ({ project, documentId, author, now }: EditRequest): EditContext => ({
  store: project.store,
  index: project.index(documentId),
  author,
  at: now(),
});

/** What a command would do, for those who run several as one edit. */
export const planOf = (request: EditRequest, command: EditCommand): Plan => {
  const context = contextOf(request);
  const frozen = frozenBy(context.store, context.index, command);
  if (frozen !== null) return impossible('edit.signed-off', { lang: frozen });
  if (command.type === 'realign') return dryRunRealign(context, command);
  return (PLANS[command.type] as (context: EditContext, command: EditCommand) => Plan)(context, command);
};

/** What the edit would say; changes nothing. */
export const dryRunEdit = (request: EditRequest, command: EditCommand): EditOutcome =>
  sayPlan(request, planOf(request, command));

const sayPlan = ({ project, documentId }: EditRequest, plan: Plan): EditOutcome => ({
  possible: plan.possible,
  say: plan.say,
  params: { ...plan.params },
  editId: null,
  revision: project.revision(documentId),
  focusRow: null,
});

/** Somebody may work on while the aligner thinks: it thinks again then, at most this often. */
const TRIES = 3;

/** Aligns stretches again, as one edit. Throws AppError `edit-conflict` where somebody keeps changing the document meanwhile. */
export async function runRealign(
  pool: Pool,
  request: EditRequest,
  command: Extract<EditCommand, { type: 'realign' }>,
): Promise<Ran> {
  const { project, documentId, seen } = request;
  if (seen) project.changesSeen(documentId).refuseLate(command, seen);
  for (let i = 0; i < TRIES; i++) {
    const first = planOf(request, command);
    if (!first.possible) return runEdit(request, command, first);
    const revision = project.revision(documentId);
    const plan = await planRealign(pool, project, contextOf(request), command);
    if (project.revision(documentId) === revision) return runEdit(request, command, plan);
  }
  throw new AppError('edit-conflict');
}

export interface Ran {
  readonly outcome: EditOutcome;
  readonly changes: readonly RowChange[];
}

/** `planned`: what was planned of a command before. */
export function runEdit(request: EditRequest, command: EditCommand, planned?: Plan): Ran {
  const { project, documentId, author, now, seen } = request;
  if (seen) project.changesSeen(documentId).refuseLate(command, seen);
  const plan = planned ?? planOf(request, command);
  if (!plan.possible) return { outcome: sayPlan(request, plan), changes: [] };
  const { history } = project.store;
  const params = { ...wherePlanned(request, command, plan.focus), ...plan.params };
  const { editId, changes } = project.store.transaction(() => {
    const made = history.record(
      { documentId, command: command.type, params, args: command, author, at: now() },
      plan.apply,
    );
    const written = history.changes(made.editId);
    if (seen) project.changesSeen(documentId).refuseOverwriting(written, seen);
    return { editId: made.editId, changes: written };
  });
  project.changed(documentId, changes);
  project.changesSeen(documentId).note(changes, project.revision(documentId), seen?.window);
  if (changes.some(({ table, before }) => table === 'segment' && before === null))
    project.indexInBackground();
  return {
    changes,
    outcome: {
      possible: true,
      say: plan.say,
      params,
      editId,
      revision: project.revision(documentId),
      focusRow: plan.focus && rowOfFocus(request, plan.focus),
    },
  };
}

/**
 * Where an edit happens, for the history and the status bar: `lang`, unless it is about several renderings, and `row`, the number of the
 * original's sentence, or `sentence`, that of an addition.
 */
function wherePlanned(
  { project, documentId }: EditRequest,
  command: EditCommand,
  focus: Focus | null,
): Readonly<Record<string, string | number>> {
  if (!focus) return {};
  const index = project.index(documentId);
  const alignment = focus.alignmentId === null ? null : index.alignment(focus.alignmentId);
  const text = focus.side === 'source' || !alignment ? index.original : alignment.target;
  const number = index.numberOf(text.id, focus.rank);
  const several =
    'beads' in command && command.beads.some(({ alignmentId }) => alignmentId !== focus.alignmentId);
  return {
    [text === index.original ? 'row' : 'sentence']: number,
    ...(!several && { lang: (alignment?.target ?? index.original).lang }),
  };
}

/** Undoes or does again the last edit of the document, and goes where it happened. */
export function stepHistory(request: EditRequest, direction: 'undo' | 'redo'): EditOutcome {
  const { project, documentId } = request;
  const { history } = project.store;
  project.index(documentId);
  const next = history.peek(documentId, direction);
  const frozen =
    next && frozenByChanges(project.store, project.index(documentId), history.changes(next.editId));
  if (frozen)
    return {
      possible: false,
      say: 'edit.signed-off',
      params: { lang: frozen },
      editId: null,
      revision: project.revision(documentId),
      focusRow: null,
    };
  const edit: EditRecord | null = history[direction](documentId);
  if (!edit)
    return {
      possible: false,
      say: direction === 'undo' ? 'edit.nothing-to-undo' : 'edit.nothing-to-redo',
      params: {},
      editId: null,
      revision: project.revision(documentId),
      focusRow: null,
    };
  const changes = history.changes(edit.editId);
  project.changed(documentId, changes);
  project.changesSeen(documentId).note(changes, project.revision(documentId), undefined);
  const side = direction === 'undo' ? 'before' : 'after';
  return {
    possible: true,
    say: direction === 'undo' ? 'edit.undone' : 'edit.redone',
    params: { ...edit.params, command: edit.command },
    editId: edit.editId,
    revision: project.revision(documentId),
    focusRow: rowOfChanges(request, changes, side),
  };
}

function rowOfFocus({ project, documentId, furniture }: EditRequest, focus: Focus): number | null {
  const index = project.index(documentId);
  const rows = index.rowsWith(furniture);
  if (focus.side === 'source') return rowOfSentence(rows, focus.rank);
  const number = index.alignments.findIndex(({ id }) => id === focus.alignmentId) + 1;
  if (number === 0) return null;
  const bead = beadOfTarget(project.store, focus.alignmentId!, focus.rank);
  return bead ? (placeOf(rows, number, startOf(project.store, bead), bead)?.firstRow ?? null) : null;
}

/** The row of the first bead or sentence that changed. */
export function rowOfChanges(
  request: EditRequest,
  changes: readonly RowChange[],
  side: 'before' | 'after',
): number | null {
  const { project, documentId, furniture } = request;
  const index = project.index(documentId);
  const rows: number[] = [];
  for (const change of changes) {
    const image = change[side] ?? change.before ?? change.after;
    const row = image && rowOfImage(project, index, change.table, image, furniture);
    if (row !== null && row !== undefined) rows.push(row);
    if (rows.length > 200) break;
  }
  return rows.length > 0 ? Math.min(...rows) : null;
}

function rowOfImage(
  project: OpenProject,
  index: DocumentIndex,
  table: string,
  image: Readonly<Record<string, unknown>>,
  furniture: boolean,
): number | null {
  const { store } = project;
  const rows = index.rowsWith(furniture);
  const rowOfBead = (alignmentId: number, sourceTo: number): number | null => {
    const number = index.alignments.findIndex(({ id }) => id === alignmentId) + 1;
    const bead = number > 0 ? beadOfSource(store, alignmentId, sourceTo) : undefined;
    return bead ? (placeOf(rows, number, startOf(store, bead), bead)?.firstRow ?? null) : null;
  };
  if (table === 'bead') return rowOfBead(image['alignment_id'] as number, image['source_to'] as number);
  if (table !== 'segment') return null;
  if (image['version_id'] === index.original.id) return rowOfSentence(rows, image['rank'] as number);
  const alignment = index.alignments.find(({ targetId }) => targetId === image['version_id']);
  const bead = alignment && beadOfTarget(store, alignment.id, image['rank'] as number);
  return bead ? rowOfBead(bead.alignmentId, bead.sourceTo) : null;
}
