/** Readers of file formats: from bytes or decoded text to blocks. */
export type * from './model.ts';
export { FORMAT_IDS } from './model.ts';
export { FORMATS, recogniseFormat } from './registry.ts';
