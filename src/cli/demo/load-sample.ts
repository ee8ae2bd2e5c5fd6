import { basename } from 'node:path';
import { Failure } from '../failure.js';
import type { Host } from '../host.js';
import { Declarations } from '../recording/declarations.js';
import { inputFiles } from '../recording/input-files.js';
import { recordFiles } from '../recording/record-files.js';
import { Recorder } from '../recording/recorder.js';
import { Reporter } from '../recording/reporter.js';
import { Tally } from '../recording/tally.js';
import type { Client } from '../server/client.js';
import { terminalOf } from '../terminal/terminal.js';

export interface LoadedSample {
  /** What was loaded, in one line. */
  readonly sentence: string;
  /** The last sequence before the last file. */
  readonly earlierSequence: number;
}

/** Loads the bundled sample as any recorder would load files. */
export async function loadSample(host: Host, client: Client): Promise<LoadedSample> {
  const files = await inputFiles([host.sampleDirectory]);
  const declarations = new Declarations();
  const doer = new Recorder(client, declarations);
  const err = terminalOf(host.stderr, host.env);
  const reporter = new Reporter({ out: err, err }, false);
  const before = new Tally();
  const started = performance.now();
  for await (const outcome of recordFiles({ files, stdin: host.stdin, declarations, doer })) {
    const { similar: _similar, ...told } = outcome;
    reporter.tell(told);
    if (outcome.place.file !== files.at(-1)) before.add(outcome);
  }
  reporter.stop();
  if (reporter.tally.of('refused') > 0) throw new Failure(1, 'The sample was not accepted as a whole.');
  const seconds = (performance.now() - started) / 1000;
  return { sentence: sentence(host.sampleDirectory, reporter.tally, seconds), earlierSequence: before.lastSequence };
}

function sentence(directory: string, tally: Tally, seconds: number): string {
  const count = (thing: Parameters<Tally['of']>[1]): number => tally.of('recorded', thing);
  const changes = (['correction', 'corroboration', 'retraction', 'reinstatement', 'description'] as const).map(count);
  const changed = changes.reduce((sum, each) => sum + each, 0);
  return (
    `Recorded ${basename(directory)}: ${count('act')} acts of ${count('party')} parties on ${count('issue')} issues ` +
    `from ${count('source')} digests of public reports, and ${changed} later changes, in ${seconds.toFixed(1)} s.`
  );
}
