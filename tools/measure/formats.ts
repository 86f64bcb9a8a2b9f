/** What the bench of formats needs, bundled for Node. */
export { prepareExport } from '../../src/services/exports.ts';
export { writeBeside } from '../../src/services/files.ts';
export { importMemory } from '../../src/services/importTmx.ts';
export { OpenProject } from '../../src/services/openProjects.ts';
export { createStore, indexSegments, openStore } from '../../src/store/index.ts';
