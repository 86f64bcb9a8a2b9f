/** A text as it was before an edit: the history's row images, applied backwards. */
import { type SegmentRow, type Store, segmentsBetween } from '../../store/index.ts';

type PastRow = Pick<SegmentRow, 'id' | 'rank' | 'kind' | 'text'>;

/** Before `editId` and all that was done after it, in reading order. */
export function segmentsBeforeEdit(store: Store, versionId: number, editId: number): PastRow[] {
  const rows = new Map<number, PastRow>(
    segmentsBetween(store, versionId, 0, Number.MAX_SAFE_INTEGER).map((row) => [row.id, row]),
  );
  const changes = store
    .sql(
      `SELECT row_id AS id, before FROM row_change JOIN edit ON edit.id = edit_id
       WHERE edit_id >= ? AND edit.state = 'done' AND table_name = 'segment'
         AND json_extract(coalesce(before, after), '$.version_id') = ? ORDER BY row_change.id DESC`,
    )
    .all(editId, versionId) as { id: number; before: string | null }[];
  for (const { id, before } of changes) {
    if (before === null) rows.delete(id);
    else rows.set(id, JSON.parse(before) as PastRow);
  }
  return [...rows.values()].sort((a, b) => a.rank - b.rank);
}
