// Lets other implementations read what ours writes: each folder beside this file has a `run.mjs` of its own, which
// throws when they disagree. Nothing is installed: what is missing is said. Exit 0 all agreed, 1 one did not, 2 not all
// were asked, since something is missing.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Missing } from './missing.mjs';

const here = import.meta.dirname;
const programs = readdirSync(here).filter((name) => existsSync(join(here, name, 'run.mjs')));
let [failed, missing] = [0, 0];
for (const name of programs) {
  try {
    const { run } = await import(`./${name}/run.mjs`);
    console.log(`${name}: ${await run()}`);
  } catch (error) {
    const isMissing = error instanceof Missing;
    missing += isMissing ? 1 : 0;
    failed += isMissing ? 0 : 1;
    console.error(`${name}: ${error.message}`);
  }
}
console.log(`${programs.length - failed - missing} passed, ${failed + missing} failed`);
process.exitCode = failed > 0 ? 1 : missing > 0 ? 2 : 0;
