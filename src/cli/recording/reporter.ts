import { plain } from '../terminal/plain.js';
import { ProgressLine } from '../terminal/progress-line.js';
import type { Terminal } from '../terminal/terminal.js';
import { denialLines, placeText, type DenialLines } from './denial-lines.js';
import type { Outcome } from './outcome.js';
import { outcomeJson } from './outcome-json.js';
import { type Finished, summaryLines } from './summary-lines.js';
import { Tally } from './tally.js';

export interface Streams {
  readonly out: Terminal;
  readonly err: Terminal;
}

/** Tells what becomes of each thing while it happens, and at the end what it all came to. */
export class Reporter {
  readonly tally = new Tally();
  private readonly progress: ProgressLine;
  private skipped = 0;
  private lastFaults = '';

  constructor(
    private readonly streams: Streams,
    private readonly json: boolean,
  ) {
    this.progress = new ProgressLine(streams.err);
  }

  tell(outcome: Outcome): void {
    this.tally.add(outcome);
    const { out, err } = this.streams;
    if (outcome.result !== 'skipped') this.tellSkipped();
    else this.skipped++;
    const lines = this.messagesOn(outcome);
    if (lines.length > 0) this.progress.clear();
    if (lines.length > 0) err.print(...lines);
    if (this.json) out.print(outcomeJson(outcome));
    else this.progress.show(this.soFar(outcome));
  }

  /** Says what is still unsaid, without a summary. */
  stop(): void {
    this.tellSkipped();
    this.progress.clear();
  }

  finish(run: Omit<Finished, 'tally'>): void {
    this.stop();
    const { out, err } = this.streams;
    const stream = this.json ? err : out;
    stream.print(...summaryLines({ ...run, tally: this.tally }, stream));
  }

  private messagesOn(outcome: Outcome): readonly string[] {
    const { colors } = this.streams.err;
    if (outcome.denial) return this.denied(outcome, denialLines(outcome, outcome.denial, colors));
    const { place, similar = [] } = outcome;
    if (similar.length === 0) return [];
    const alike = `it is recorded; if it is the same deed as ${similar.join(', ')}, retract it as a duplicate`;
    return [`${colors.bold(placeText(place))}: ${colors.yellow('similar')}: ${plain(outcome.name)}: ${alike}`];
  }

  /** Joint acts are refused for the same reason each: it is told once. */
  private denied({ thing, name }: Outcome, { faults, about }: DenialLines): readonly string[] {
    const same = faults.join() === this.lastFaults;
    this.lastFaults = faults.join();
    return same ? [`  likewise ${thing} ${plain(name)}`] : [...faults, ...about];
  }

  private tellSkipped(): void {
    if (this.skipped === 0) return;
    this.progress.clear();
    this.streams.err.print(`  ${this.skipped} of its acts skipped, since their source was refused`);
    this.skipped = 0;
  }

  private soFar({ place }: Outcome): string {
    const counts = this.tally.results().map((result) => `${this.tally.of(result)} ${result}`);
    return `${place.file}: ${counts.join(', ')}`;
  }
}
