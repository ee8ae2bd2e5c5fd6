// The rings. `npm run rings` checks that every import points inwards, and that packages stay in the ring they belong to.

const spec = '\\.spec\\.ts$';
const ours = '^src/';
const barrel = { path: '/index\\.ts$', pathNot: 'node_modules' };

/** A ring may import itself and the rings named, and of everything else whatever `others` lets through. */
const ring = (name, inner, others = {}) => ({
  name: `${name}-imports-${inner.join('-and-') || 'nothing'}`,
  severity: 'error',
  comment: `${name} may import ${inner.join(', ') || 'nothing'} of ours.`,
  from: { path: `^src/${name}/`, pathNot: spec },
  to: {
    path: others.free ? ours : '.',
    pathNot: [`^src/(${[name, ...inner].join('|')})/`, ...(others.packages ?? [])],
  },
});

const only = (packages, home, comment) => ({
  name: `${packages.join('-and-')}-only-in-${home.replace(/\W+$/, '').replaceAll('/', '-')}`,
  severity: 'error',
  comment,
  from: { path: ours, pathNot: `^src/${home}` },
  to: { path: packages.map((name) => `^(node_modules/)?(@types/)?${name}(/|$)`) },
});

module.exports = {
  forbidden: [
    ring('domain', []),
    ring('files', [], { packages: ['^(node:)?(fs|path)$'] }),
    ring('ports', ['domain']),
    // Nest finds projections by their decorator; they use nothing else of it.
    ring('projections', ['domain', 'ports'], { packages: ['^node_modules/@nestjs/(common|core)/'] }),
    ring('application', ['domain', 'ports', 'projections'], { free: true }),
    ring('adapters', ['domain', 'ports', 'files'], { free: true }),
    ring('http', ['domain', 'application'], { free: true }),
    ring('cli', ['domain', 'application', 'files'], { free: true }),
    // Runs where nothing is installed: built-ins of Node only.
    ring('verifying', ['domain'], { packages: ['^(node:)?(crypto|fs)$'] }),
    ring('witnessing', ['domain', 'verifying', 'files'], {
      packages: ['^(node:)?(crypto|fs|os|path|timers/promises|util/types)$'],
    }),
    {
      name: 'adapters-apart',
      severity: 'error',
      comment:
        'An adapter can be taken away without the others noticing; what every log or store is bound to is shared.',
      from: { path: '^src/adapters/([^/]+)', pathNot: spec },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/($1|shared)(/|$)' },
    },
    only(
      ['class-validator', 'class-transformer', '@nestjs/swagger'],
      'http/',
      'Request shapes are a matter of the door.',
    ),
    {
      ...only(['better-sqlite3', 'better-sqlite3-napi'], 'adapters/sqlite/shared/driver.ts'),
      comment: 'One file chooses the driver for the Node that runs, for the tests and benchmarks too.',
      from: { pathNot: '^src/adapters/sqlite/shared/driver\\.ts$' },
    },
    only(['@eventstore/db-client'], 'adapters/eventstoredb/', 'Only one adapter knows EventStoreDB.'),
    only(['commander'], 'cli[./]', 'Only the command line parses command lines.'),
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Files that need each other are one idea: merge them or turn one import around.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-barrels',
      severity: 'error',
      comment: 'Import from the file that defines it.',
      from: {},
      to: barrel,
    },
    {
      name: 'no-barrel-files',
      severity: 'error',
      from: barrel,
      to: {},
    },
    {
      name: 'program-without-tests',
      severity: 'error',
      comment: 'What is shipped needs neither the tests nor the packages installed for development.',
      from: { path: ours, pathNot: spec },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: ours, pathNot: spec },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.node'],
    },
  },
};
