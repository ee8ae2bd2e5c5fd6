import main from '../../jest.config.js';

/** The suites that need a server: `npm run test:eventstoredb`. */
export default {
  ...main,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/eventstoredb/**/*.server.spec.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 120_000,
};
