/** Who may import whom: the table of docs/architecture.md as rules that read as prose. */
const rooms = [
  'core',
  'contract',
  'store',
  'services',
  'workers',
  'main',
  'preload',
  'web',
  'cli',
  'renderer',
];
const mayImport = {
  core: [],
  contract: ['core'],
  store: ['core', 'contract'],
  workers: ['core'],
  services: ['core', 'contract', 'store', 'workers'],
  main: ['core', 'contract', 'services'],
  preload: ['contract'],
  web: ['core', 'contract', 'services'],
  cli: ['core', 'contract', 'services', 'web'],
  renderer: ['contract', 'core'],
};
const layer = (room) => ({
  name: `${room}-imports-only-its-own-layers`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [room, ...mayImport[room]].map((r) => `^src/${r}/`) },
});
const noPackage = (room, packages) => ({
  name: `${room}-never-imports-${packages.join('-')}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: packages.map((p) => `(^|/)node_modules/${p}(/|$)|^${p}(/|$)`) },
});
const noNode = (room) => ({
  name: `${room}-has-no-node`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { dependencyTypes: ['core'] },
});
/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...rooms.map(layer),
    ...['core', 'contract', 'renderer', 'preload'].map(noNode),
    ...['core', 'contract', 'store', 'services', 'workers', 'web', 'cli', 'renderer'].map((r) =>
      noPackage(r, ['electron']),
    ),
    ...['core', 'contract', 'services', 'workers', 'main', 'preload', 'web', 'cli', 'renderer'].map((r) =>
      noPackage(r, ['better-sqlite3']),
    ),
    ...['core', 'contract', 'store', 'services', 'workers', 'main', 'preload', 'web', 'cli'].map((r) =>
      noPackage(r, ['react', 'react-dom']),
    ),
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
};
