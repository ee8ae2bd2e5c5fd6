import { readFileSync } from 'node:fs';

const lock = readFileSync('package-lock.json', 'utf8');

describe('The lock file', () => {
  it('keeps npm from compiling a driver that comes with its binaries, which npm itself forgets at every change', () => {
    const packages: unknown = JSON.parse(lock).packages;
    expect(packages).toHaveProperty(['node_modules/better-sqlite3-napi', 'gypfile'], false);
  });

  it('names no host to install from', () => {
    expect(lock).not.toContain('"resolved"');
  });
});
