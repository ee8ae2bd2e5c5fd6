// Runs jest and ends with `N passed, N failed`, from jest's own result. Without arguments it builds first, because
// some tests start the built program; `npm test -- test/domain` runs a part and builds nothing. Types are checked by
// `npm run check`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const chosen = process.argv.slice(2);
const options = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const folder = mkdtempSync(join(tmpdir(), 'demarche-test-'));
const result = join(folder, 'result.json');

function run(program, ...args) {
  const { status } = spawnSync(process.execPath, [program, ...args], { stdio: 'inherit' });
  return status === 0;
}

function testsPass() {
  return run(...options, 'node_modules/jest/bin/jest.js', '--json', '--outputFile', result, ...chosen);
}

function counted() {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(result, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

const built = chosen.length > 0 || run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck');
const green = built && testsPass();
const { passed, failed } = counted();
rmSync(folder, { recursive: true });

console.log(`${passed} passed, ${green ? failed : Math.max(failed, 1)} failed`);
process.exitCode = green ? 0 : 1;
