/** Signing a rendering off, and opening it again. */
import type { SignOff } from '../../contract/index.ts';
import { AppError } from '../../core/errors.ts';
import {
  insertSignOff,
  reopenSignOff,
  type SignOffRow,
  type Store,
  signedColumns,
  signOffsOf,
} from '../../store/index.ts';
import type { IndexedAlignment } from '../documentIndex.ts';

const viewSignOff = (row: SignOffRow): SignOff => ({
  lang: row.lang,
  columnRank: row.columnRank,
  versionId: row.versionId,
  reviewer: row.reviewer,
  at: row.signedAt,
  remark: row.remark,
  reopened:
    row.reopenedAt === null
      ? null
      : { by: row.reopenedBy ?? '', at: row.reopenedAt, reason: row.reopenedReason ?? '' },
});

export const listSignOffs = (store: Store, documentId: number): SignOff[] =>
  signOffsOf(store, documentId).map(viewSignOff);

export function signRendering(
  store: Store,
  { target }: IndexedAlignment,
  { reviewer, at, remark }: { reviewer: string; at: number; remark: string },
): SignOff {
  const { documentId, lang, columnRank } = target;
  if (signedColumns(store, documentId).includes(columnRank))
    throw new AppError('edit-impossible', { reason: 'This rendering is signed off already.' });
  store.transaction(() =>
    insertSignOff(store, {
      documentId,
      lang,
      columnRank,
      versionId: target.id,
      reviewer,
      signedAt: at,
      remark: remark.normalize('NFC'),
    }),
  );
  return listSignOffs(store, documentId).at(-1)!;
}

export function reopenRendering(
  store: Store,
  { target }: IndexedAlignment,
  { reviewer, at, reason }: { reviewer: string; at: number; reason: string },
): void {
  const done = store.transaction(() =>
    reopenSignOff(store, target.documentId, target.columnRank, reviewer, at, reason.normalize('NFC')),
  );
  if (!done) throw new AppError('edit-impossible', { reason: 'This rendering is not signed off.' });
}
