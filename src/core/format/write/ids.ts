/** What can be exported, by name; apart from the writers, so that a screen can offer them without loading them. */
export const UNIT_FORMAT_IDS = [
  'tmx',
  'xliff',
  'tsv',
  'csv',
  'xlsx',
  'docx',
  'html',
  'json',
  'tei',
  'vertical',
] as const;
export type UnitFormatId = (typeof UNIT_FORMAT_IDS)[number];

export const FLAG_FORMAT_IDS = ['flags-html', 'flags-xlsx', 'flags-json'] as const;
export type FlagFormatId = (typeof FLAG_FORMAT_IDS)[number];

export const EXPORT_FORMAT_IDS = [...UNIT_FORMAT_IDS, ...FLAG_FORMAT_IDS, 'project-json'] as const;
export type ExportFormatId = (typeof EXPORT_FORMAT_IDS)[number];
