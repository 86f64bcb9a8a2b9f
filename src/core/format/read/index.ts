/** Readers of file formats: from bytes or decoded text to blocks. */
export type * from './model.ts';
export { FORMAT_IDS } from './model.ts';
export { groupByName, languageInName } from './names.ts';
export { FORMATS, isMisnamed, recogniseFormat } from './registry.ts';
export { sayWarning, WARNINGS, warn } from './warnings.ts';
export { isZip, listZip } from './zip.ts';
