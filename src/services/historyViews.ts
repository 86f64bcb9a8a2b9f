/** Edits as the History screen and the inspector tell them. */
import type { EditRecord } from '../store/index.ts';

export const summariseEdit = ({ editId, command, params, author, at, state }: EditRecord) => ({
  editId,
  command,
  params: { ...params },
  author,
  at,
  state,
});
