/**
 * A workbook that went out for review comes back: what a person changed in it becomes edits of the project, one recorded edit a
 * document, so that one undo takes it back. What was changed on both sides is told and left alone.
 */
import { beadStatus, type EditCommand, type ReviewReport } from '../contract/index.ts';
import { AppError } from '../core/errors.ts';
import { readWorkbook } from '../core/format/read/xlsx.ts';
import {
  compareCell,
  digestOf,
  type KeyedCell,
  type ReviewHeads,
  readCell,
  readHeads,
  readKey,
} from '../core/format/review.ts';
import { cleanLines } from '../core/format/write/xml.ts';
import {
  beadOfTarget,
  getSegment,
  getVersion,
  notesOn,
  type RowChange,
  type SegmentRow,
} from '../store/index.ts';
import { planOf } from './edits/run.ts';
import type { Clock } from './host.ts';
import type { OpenProject } from './openProjects.ts';

export interface ReviewRequest {
  readonly project: OpenProject;
  readonly name: string;
  readonly bytes: Buffer;
  /** Whose name the edits bear. */
  readonly author: string;
  readonly now: Clock;
  readonly dryRun: boolean;
}
export interface ReviewEdit {
  readonly documentId: number;
  readonly editId: number;
  readonly changes: readonly RowChange[];
}
type Change = ReviewReport['changes'][number];
/** A change that can be made, with the command that makes it. */
interface Wish {
  readonly change: Change;
  readonly documentId: number;
  readonly command: EditCommand;
}

/** Throws AppError `review-invalid`, and what reading a workbook throws. */
export function takeReviewIn(request: ReviewRequest): { report: ReviewReport; edits: ReviewEdit[] } {
  const sheet = openSheet(request.bytes, request.name);
  const found: (Change | Wish)[] = [];
  const taken = new Set<string>();
  let unchanged = 0;
  for (const row of sheet.rows) {
    const changes = readRow(request.project, sheet, row).map((one) => refuseTwice(one, taken));
    if (changes.length === 0) unchanged += 1;
    found.push(...changes);
  }
  const wishes = found.filter((one) => 'command' in one);
  const outcomes = new Map<Wish, Change['outcome']>();
  const edits: ReviewEdit[] = [];
  for (const documentId of new Set(wishes.map((wish) => wish.documentId))) {
    const own = wishes.filter((wish) => wish.documentId === documentId);
    const edit = applyAll(request, documentId, own, outcomes);
    if (edit) edits.push(edit);
  }
  const report = {
    rows: sheet.rows.length,
    unchanged,
    changes: found.map((one) =>
      'command' in one ? { ...one.change, outcome: outcomes.get(one) ?? one.change.outcome } : one,
    ),
    editIds: edits.map(({ editId }) => editId),
  };
  return { report, edits };
}

interface Sheet {
  readonly heads: ReviewHeads;
  readonly place: (head: string) => number;
  readonly rows: readonly (readonly string[])[];
}

function openSheet(bytes: Buffer, file: string): Sheet {
  const { rows } = readWorkbook(bytes, file);
  const [first = [], ...body] = rows.map((cells) => cells.map(readCell));
  const key = first.find((cell) => readHeads(cell) !== null);
  if (key === undefined)
    throw new AppError('review-invalid', {
      file,
      reason: 'the hidden column with the ids of its rows is missing',
    });
  const heads = readHeads(key)!;
  const missing = [heads.id, ...heads.texts].find((head) => !first.includes(head));
  if (missing !== undefined)
    throw new AppError('review-invalid', { file, reason: `the column “${missing}” is missing` });
  return { heads, place: (head) => first.indexOf(head), rows: body };
}

/** The same sentence or status twice in one workbook, as when a row was copied: the second is for a person to sort out. */
function refuseTwice(one: Change | Wish, taken: Set<string>): Change | Wish {
  if (!('command' in one) || one.command.type === 'note') return one;
  const { command } = one;
  const name =
    command.type === 'edit-text'
      ? `text ${command.segmentId}`
      : `status ${command.type === 'status' ? command.beads.map(({ beadId }) => beadId).join() : ''}`;
  if (taken.has(name)) return { ...one.change, outcome: 'conflict' };
  taken.add(name);
  return one;
}

function readRow(project: OpenProject, sheet: Sheet, cells: readonly string[]): (Change | Wish)[] {
  const { heads, place } = sheet;
  const cell = (head: string): string => cells[place(head)] ?? '';
  const row = cell(heads.id);
  const key = readKey(cell(heads.key));
  const anchor = key && [...key.values()][0]?.sentences[0];
  const documentId = anchor && documentOf(project, anchor.id);
  if (!key || !documentId) {
    const before = cells
      .filter((one) => one !== '')
      .join(' | ')
      .slice(0, 200);
    return [{ row, column: '', kind: 'row', before, after: '', outcome: 'unknown' }];
  }
  const found: (Change | Wish)[] = [];
  for (const [i, head] of heads.texts.entries()) {
    const keyed = key.get(i);
    if (keyed) found.push(...readTexts(project, documentId, row, head, cell(head), keyed));
  }
  for (const [i, head] of heads.statuses.entries()) {
    const keyed = key.get(i + 1);
    if (keyed && place(head) >= 0)
      found.push(...readStatus(project, documentId, row, head, cell(head), keyed));
  }
  const text = cleanLines(cell(heads.comment));
  const isKnown = notesOn(project.store, [anchor.id]).some((note) => note.text === text);
  if (text !== '' && !isKnown)
    found.push({
      change: { row, column: heads.comment, kind: 'comment', before: '', after: text, outcome: 'applied' },
      documentId,
      command: { type: 'note', segmentId: anchor.id, text },
    });
  return found;
}

function documentOf({ store }: OpenProject, segmentId: number): number | null {
  const segment = getSegment(store, segmentId);
  return (segment && getVersion(store, segment.versionId)?.documentId) ?? null;
}

function readTexts(
  { store }: OpenProject,
  documentId: number,
  row: string,
  column: string,
  cell: string,
  { sentences }: KeyedCell,
): (Change | Wish)[] {
  const current = sentences.map(({ id }) => getSegment(store, id));
  const about = { row, column, kind: 'text' as const };
  const changes = compareCell(cell, sentences);
  if (changes === 'unclear') {
    const before = current.map((segment) => segment?.text ?? '').join('\n');
    return [{ ...about, before, after: cell, outcome: 'unclear' }];
  }
  return changes.flatMap(({ sentence, text }): (Change | Wish)[] => {
    const segment: SegmentRow | undefined = current[sentence];
    const change: Change = { ...about, before: segment?.text ?? '', after: text, outcome: 'applied' };
    if (segment?.text === text) return [];
    if (!segment || digestOf(segment.text) !== sentences[sentence]!.hash)
      return [{ ...change, outcome: 'conflict' }];
    return [{ change, documentId, command: { type: 'edit-text', segmentId: segment.id, text } }];
  });
}

function readStatus(
  project: OpenProject,
  documentId: number,
  row: string,
  column: string,
  cell: string,
  { sentences, status: before }: KeyedCell,
): (Change | Wish)[] {
  const after = cell.trim().toLowerCase();
  if (after === before || after === '') return [];
  const change: Change = { row, column, kind: 'status', before, after, outcome: 'applied' };
  const status = beadStatus.safeParse(after);
  if (!status.success) return [{ ...change, outcome: 'unclear' }];
  const { store } = project;
  const beads = new Map<number, { alignmentId: number; beadId: number }>();
  const now = new Set<string>();
  for (const { id } of sentences) {
    const segment = getSegment(store, id);
    const alignment =
      segment && project.index(documentId).alignments.find((one) => one.targetId === segment.versionId);
    const bead = alignment && beadOfTarget(store, alignment.id, segment.rank);
    if (!bead) return [{ ...change, outcome: 'conflict' }];
    beads.set(bead.id, { alignmentId: bead.alignmentId, beadId: bead.id });
    now.add(bead.status);
  }
  if (now.size === 1 && now.has(after)) return [];
  if ([...now].join(' ') !== before) return [{ ...change, outcome: 'conflict' }];
  return [
    { change, documentId, command: { type: 'status', beads: [...beads.values()], status: status.data } },
  ];
}

/** All changes of one document as one edit; those that turn out impossible are told. */
function applyAll(
  { project, author, now, name, dryRun }: ReviewRequest,
  documentId: number,
  wishes: readonly Wish[],
  outcomes: Map<Wish, Change['outcome']>,
): ReviewEdit | null {
  const request = { project, documentId, furniture: false, author, now };
  // Statuses last: a change of text takes a sign-off back.
  const order = [...wishes].sort(
    (a, b) => Number(a.command.type === 'status') - Number(b.command.type === 'status'),
  );
  const work = (apply: boolean): number => {
    let done = 0;
    for (const wish of order) {
      const plan = planOf(request, wish.command);
      if (!plan.possible) outcomes.set(wish, 'impossible');
      else {
        done += 1;
        if (apply) plan.apply();
      }
    }
    return done;
  };
  if (work(false) === 0 || dryRun) return null;
  const { history } = project.store;
  const { editId } = history.record(
    {
      documentId,
      command: 'review-in',
      params: { name, count: order.length - outcomes.size },
      args: { name },
      author,
      at: now(),
    },
    () => work(true),
  );
  const changes = history.changes(editId);
  project.changed(documentId, changes);
  return { documentId, editId, changes };
}
