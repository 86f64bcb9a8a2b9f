/** What a sentence was before: in the version before, or before an edit in place. */
import { compareWords, type WordChange } from '../../core/compare/index.ts';
import { getSegment, getVersion, originOf, type Store } from '../../store/index.ts';

export interface SegmentChange {
  readonly segmentId: number;
  readonly kind: 'changed' | 'moved' | 'edited';
  readonly before: string;
  readonly words: WordChange[];
}

/** Sentences that never changed are left out. */
export function changesOf(store: Store, segmentIds: readonly number[]): SegmentChange[] {
  return segmentIds.flatMap((segmentId) => {
    const segment = getSegment(store, segmentId);
    if (!segment) return [];
    const edited = textBeforeEdit(store, segmentId);
    const origin = originOf(store, segmentId);
    const before = edited ?? (origin && getSegment(store, origin.originId)?.text);
    if (before === undefined || before === null) return [];
    const kind = edited === null ? origin!.kind : 'edited';
    if (before === segment.text && kind !== 'moved') return [];
    const lang = getVersion(store, segment.versionId)?.lang ?? 'und';
    return [{ segmentId, kind, before, words: compareWords(before, segment.text, lang) }];
  });
}

function textBeforeEdit(store: Store, segmentId: number): string | null {
  const json = store
    .sql(
      `SELECT before FROM row_change JOIN edit ON edit.id = edit_id
       WHERE table_name = 'segment' AND row_id = ? AND edit.state = 'done' AND before IS NOT NULL AND after IS NOT NULL
         AND json_extract(before, '$.text') <> json_extract(after, '$.text')
       ORDER BY row_change.id DESC LIMIT 1`,
    )
    .pluck()
    .get(segmentId) as unknown as string | undefined;
  return json === undefined ? null : (JSON.parse(json) as { text: string }).text;
}
