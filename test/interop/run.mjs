// Lets other implementations read what ours writes: each folder beside this file has a `run.mjs` of its own, which
// throws when they disagree. Nothing is installed: what is missing is said, and ends the run.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const programs = readdirSync(here).filter((name) => existsSync(join(here, name, 'run.mjs')));
let failed = 0;
for (const name of programs) {
  try {
    const { run } = await import(`./${name}/run.mjs`);
    console.log(`${name}: ${await run()}`);
  } catch (error) {
    failed += 1;
    console.error(`${name}: ${error.message}`);
  }
}
console.log(`${programs.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
