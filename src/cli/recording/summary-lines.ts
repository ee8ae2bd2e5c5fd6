import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import type { Result } from './outcome.js';
import type { Tally } from './tally.js';

export interface Finished {
  readonly tally: Tally;
  readonly seconds: number;
  readonly dryRun: boolean;
}

const right = { align: 'right' } as const;

/** What a run came to, in a sentence and by kind of thing. */
export function summaryLines({ tally, seconds, dryRun }: Finished, out: Terminal): readonly string[] {
  const first: readonly Result[] = dryRun ? ['checked', 'refused'] : ['recorded', 'already there', 'refused'];
  const told = [...new Set([...first, ...tally.results()])];
  const sentence = told.map((result) => `${tally.of(result)} ${result}`).join(', ');
  const results = tally.results();
  const rows = tally
    .things()
    .map((thing) => [`  ${thing}`, ...results.map((result) => String(tally.of(result, thing) || ''))]);
  const columns = [{ title: '' }, ...results.map((title) => ({ title, ...right }))];
  const nothing = dryRun ? ' Nothing was written.' : '';
  const head = `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} in ${seconds.toFixed(1)} s.${nothing}`;
  return [
    out.colors.bold(head),
    ...(rows.length > 0 ? table(columns, rows, { title: out.colors.dim, width: out.width }) : []),
  ];
}
