// The layers of src, left to right: a folder imports only from itself and from folders to its left.
const LAYERS = ['schema', 'vietnamese', 'bytes', 'pages', 'text', 'restore', 'outline', 'found', 'plan', 'lint', 'export', 'batch', 'cli']

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'What is loaded forms no circle; a type, which is never loaded, may point back to the file that it stands beside.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...LAYERS.map((layer, index) => ({
      name: `layer-${layer}`,
      comment: `src/${layer} imports only from ${['itself', ...LAYERS.slice(0, index)].join(', ')}.`,
      severity: 'error',
      from: { path: `^src/${layer}/` },
      // The package's own manifest gives the command its version.
      to: { path: '^src/', pathNot: `^src/(${LAYERS.slice(0, index + 1).join('|')})/` },
    })),
    {
      name: 'text-needs-page-types-only',
      comment: 'The browser runs what follows the pages: it takes their types and nothing that reads files.',
      severity: 'error',
      from: { path: '^src/(text|restore|outline|found)/' },
      to: { path: '^src/(bytes|pages)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-node-in-core',
      severity: 'error',
      from: { path: '^src/(schema|vietnamese|text|restore|outline|found)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'folder-has-a-place',
      comment: 'A new folder of src gets its place in LAYERS.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${LAYERS.join('|')})/` },
      to: {},
    },
    { name: 'entries-are-doors', severity: 'error', from: { path: '^src/[^/]+/' }, to: { path: '^src/[^/]+\\.ts$' } },
    {
      name: 'known-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['unknown', 'undetermined', 'npm-no-pkg'] },
    },
    { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
}
