/** Which window changed which row last: so that two people who edit one row do not lose one of the two edits. */
import type { EditCommand, Seen } from '../../contract/index.ts';
import { AppError } from '../../core/errors.ts';
import type { RowChange } from '../../store/index.ts';

/** Rows that two people may write over one another. */
const WATCHED: ReadonlySet<string> = new Set(['bead', 'segment', 'decision']);

export class ChangesSeen {
  private readonly last = new Map<
    string,
    { readonly revision: number; readonly window: string | undefined }
  >();

  /** Takes in what an edit changed; it made the document's revision what it is. */
  note(changes: readonly RowChange[], revision: number, window: string | undefined): void {
    for (const { table, rowId } of changes)
      if (WATCHED.has(table)) this.last.set(`${table}/${rowId}`, { revision, window });
  }

  /** Throws AppError `edit-conflict` where another window changed what the edit names since this one looked. */
  refuseLate(command: EditCommand, seen: Seen): void {
    for (const name of namesIn(command)) this.refuse(name, seen);
  }

  /** The same for all that the edit wrote over, named or not: a group is merged with one that the command does not name. */
  refuseOverwriting(changes: readonly RowChange[], seen: Seen): void {
    for (const { table, rowId, before } of changes)
      if (before !== null) this.refuse(`${table}/${rowId}`, seen);
  }

  private refuse(name: string, { revision, window }: Seen): void {
    const last = this.last.get(name);
    if (last && last.revision > revision && last.window !== window) throw new AppError('edit-conflict');
  }
}

function namesIn(command: EditCommand): string[] {
  const names: string[] = [];
  if ('beadId' in command) names.push(`bead/${command.beadId}`);
  if ('beads' in command) names.push(...command.beads.map(({ beadId }) => `bead/${beadId}`));
  if ('ranges' in command)
    for (const { firstBeadId, lastBeadId } of command.ranges)
      names.push(`bead/${firstBeadId}`, `bead/${lastBeadId}`);
  // Notes are added beside those of others: nothing is lost.
  if (command.type === 'note') return names;
  if (command.type === 'take-over')
    for (const change of command.changes)
      names.push(
        ...(change.kind === 'insert'
          ? [change.after, change.before].flatMap((id) => (id === null ? [] : [`segment/${id}`]))
          : [`segment/${change.segmentId}`]),
      );
  if ('segmentId' in command) names.push(`segment/${command.segmentId}`);
  if ('segmentIds' in command) names.push(...command.segmentIds.map((id) => `segment/${id}`));
  if ('sourceSegmentId' in command)
    names.push(`segment/${command.sourceSegmentId}`, `segment/${command.targetSegmentId}`);
  return names;
}
