import { availableParallelism } from 'node:os';

const typescript = {
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

export default {
  testEnvironment: 'node',
  // Many tests wait for processes and timers; jest would leave a core idle, which is half of a small machine.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  testTimeout: 30_000, // a busy machine is slow, not wrong
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '\\.server\\.spec\\.ts$'], // need a server: npm run test:eventstoredb
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  moduleFileExtensions: ['js', 'ts', 'mjs', 'cjs', 'json', 'node'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  reporters: [['summary', { summaryThreshold: 0 }]],
  globalTeardown: '<rootDir>/test/style/leftovers.mjs',
  transform: { '^.+\\.ts$': ['@swc/jest', typescript] },
};
