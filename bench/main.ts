import { writeFileSync } from 'node:fs';
import { cpus, platform } from 'node:os';
import { isJobName, performJob } from './jobs/jobs.js';
import { note } from './measure/note.js';
import type { RowResult } from './measure/result.js';
import { tableOf } from './measure/table.js';
import { type BenchOptions, help, optionsOf } from './options.js';
import type { MeasureRow } from './rows/row.js';
import { howToInstall, isDuckDbInstalled, matrix } from './rows/matrix.js';
import { rowsOn } from './rows/rows.js';
import { Run } from './rows/run.js';

const usage = 2;

async function bench(options: BenchOptions): Promise<readonly RowResult[]> {
  const run = new Run(options);
  const results: RowResult[] = [];
  try {
    for (const [number, measure] of chosen(options)) {
      note(`row ${String(number)}`);
      results.push(await measure(run));
    }
    return results;
  } finally {
    run.finish();
  }
}

function chosen({ log, rows: numbers }: BenchOptions): readonly (readonly [number, MeasureRow])[] {
  const rows = [...rowsOn(log)];
  if (numbers.length > 0) return rows.filter(([number]) => numbers.includes(number));
  if (log !== null || isDuckDbInstalled()) return rows;
  note(`left out: ${howToInstall}`);
  return rows.filter(([, measure]) => measure !== matrix);
}

function writeJson(file: string, { acts, seed }: BenchOptions, results: readonly RowResult[]): void {
  const machine = { node: process.version, platform: platform(), cpu: cpus()[0]?.model ?? '', cores: cpus().length };
  writeFileSync(file, `${JSON.stringify({ acts, seed, machine, results }, null, 2)}\n`);
}

/** @throws RangeError */
function assertMeasurable({ rows, log }: BenchOptions): void {
  const unknown = rows.find((row) => !rowsOn(log).has(row));
  if (unknown !== undefined) throw new RangeError(`there is no row ${String(unknown)} to measure`);
  if (rows.includes(8) && !isDuckDbInstalled()) throw new RangeError(howToInstall);
}

function asked(args: readonly string[]): BenchOptions | null {
  try {
    const options = optionsOf(args);
    if (options !== null) assertMeasurable(options);
    if (options === null) process.stdout.write(help);
    return options;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    process.exitCode = usage;
    return null;
  }
}

const [first = '', job = '', input = '{}', ...rest] = process.argv.slice(2);
if (first === 'job' && isJobName(job) && rest.length === 0) {
  await performJob(job, input);
} else {
  const options = asked(process.argv.slice(2));
  const results = options === null ? [] : await bench(options);
  if (options !== null) process.stdout.write(`\n${tableOf(results)}\n`);
  if (options !== null && options.json !== null) writeJson(options.json, options, results);
}
