/** Which texts are compared: kept in the address as `12,15,15@340,file:…`; `@340` is the state before edit 340. */
import type { ComparedRow, ComparedText, TakeChange, VersionView } from '../../../contract/index.ts';

export const printText = (text: ComparedText): string =>
  'file' in text
    ? `file:${text.file}`
    : `${text.versionId}${text.beforeEdit === undefined ? '' : `@${text.beforeEdit}`}`;

const parseText = (part: string): ComparedText | null => {
  if (part.startsWith('file:')) return { file: part.slice('file:'.length) };
  const [version, edit] = part.split('@').map(Number);
  if (!version || !Number.isInteger(version)) return null;
  return edit ? { versionId: version, beforeEdit: edit } : { versionId: version };
};

/** Where nothing is chosen: the first text that has an older version, the older one as the base. */
export const chooseTexts = (
  versions: readonly VersionView[],
  query: Readonly<Record<string, string>>,
): { readonly column: number; readonly texts: ComparedText[] } => {
  const columns = [...Map.groupBy(versions, (version) => version.columnRank)];
  const asked = columns.find(([rank]) => rank === Number(query['column']));
  const richest =
    columns.find(([, list]) => list.length > 1) ?? columns.find(([, [first]]) => first?.role === 'rendering');
  const [column, list] = asked ?? richest ?? [0, []];
  const chosen = (query['texts'] ?? '')
    .split(',')
    .flatMap((part) => parseText(part) ?? [])
    .filter((text) => 'file' in text || list.some((version) => version.versionId === text.versionId));
  if (chosen.length > 1) return { column, texts: chosen };
  const [holds, before] = list;
  if (!holds || !before) return { column, texts: holds ? [{ versionId: holds.versionId }] : [] };
  return { column, texts: [{ versionId: before.versionId }, { versionId: holds.versionId }] };
};

/**
 * What the rows of one text offer to the version that people work on; of the first text that offers anything in the last row, else in
 * any, where none is named.
 */
export const takenFrom = (
  rows: readonly ComparedRow[],
  cell?: number,
): { readonly cell: number; readonly changes: TakeChange[] } | null => {
  const offers = (row: ComparedRow | undefined): number =>
    row?.takes.findIndex((list) => list.length > 0) ?? -1;
  const chosen = cell ?? [rows.at(-1), ...rows].map(offers).find((index) => index >= 0);
  if (chosen === undefined) return null;
  const changes = rows.flatMap((row) => row.takes[chosen] ?? []);
  return changes.length > 0 ? { cell: chosen, changes } : null;
};
