/** The store: all SQL of SongSong. Services speak to it through these functions and never see a statement. */
export * from './alignments.ts';
export * from './bulk.ts';
export * from './columns.ts';
export * from './documents.ts';
export * from './flags.ts';
export * from './glossary.ts';
export type { EditHead, EditRecord, History, RowChange } from './history.ts';
export * from './integrity.ts';
export * from './notes.ts';
export { createStore, openStore, type Store, type StoreOptions } from './open.ts';
export * from './packages.ts';
export * from './reviews.ts';
export * from './search.ts';
export * from './segments.ts';
export * from './snapshots.ts';
export * from './unitRows.ts';
export * from './versions.ts';
export * from './wholeProject.ts';
