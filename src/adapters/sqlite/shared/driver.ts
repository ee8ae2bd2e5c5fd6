import { createRequire } from 'node:module';
import type Driver from 'better-sqlite3';

/** An open connection. */
export type Database = Driver.Database;

export type Statement = Driver.Statement;

const { node } = process.versions;
const require = createRequire(import.meta.url);

/** The driver for this Node: see docs/decisions/0006. */
export const Database =
  Number.parseInt(node, 10) >= 22
    ? load(
        () => require('better-sqlite3-napi'),
        'Run `npm ci`: it brings better-sqlite3-napi with binaries for Linux, macOS and Windows, x64 and arm64.',
      )
    : load(
        () => require('better-sqlite3'),
        'Run `npm ci` with this Node where better-sqlite3 can be compiled (make, Python, a C++ compiler) or a binary ' +
          'downloaded, or use Node 22 or later, which needs neither.',
      );

/** Opens a database once, because a driver that was not compiled, or for another Node, fails only then. */
function load(from: () => unknown, remedy: string): typeof Driver {
  try {
    const driver = from();
    if (!isDriver(driver)) throw new TypeError('The package has no class');
    new driver(':memory:').close();
    return driver;
  } catch (cause) {
    throw new Error(`SQLite cannot be used on Node ${node}. ${remedy}`, { cause });
  }
}

function isDriver(loaded: unknown): loaded is typeof Driver {
  return typeof loaded === 'function';
}
