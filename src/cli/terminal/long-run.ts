import { padEnd } from './fit.js';
import { ProgressLine } from './progress-line.js';
import { shareBar } from './share-bar.js';
import type { Terminal } from './terminal.js';

const barWidth = 30;

/** Tells how far a long run over events is: a bar on a terminal; where nobody watches, a line for every tenth. */
export class LongRun {
  private readonly line: ProgressLine;
  private told = { doing: '', tenth: 0 };

  constructor(private readonly terminal: Terminal) {
    this.line = new ProgressLine(terminal);
  }

  /** `doing` is one word for what is done with them, where there is more than one thing. */
  show(done: number, total: number, doing = ''): void {
    if (this.terminal.isTerminal) this.line.show(barLine(done, total, doing));
    else this.tell(done, total, doing);
  }

  /** Makes room for a line that stays. */
  clear(): void {
    this.line.clear();
  }

  private tell(done: number, total: number, doing: string): void {
    const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
    if (doing === this.told.doing && tenth <= this.told.tenth) return;
    this.told = { doing, tenth };
    if (tenth > 0) this.terminal.print(`${prefixed(doing)}${tenth * 10} % (${done} of ${total} events)`);
  }
}

function barLine(done: number, total: number, doing: string): string {
  const share = total === 0 ? 1 : done / total;
  const bar = padEnd(shareBar(share, barWidth), barWidth);
  return `${prefixed(doing)}${bar} ${Math.floor(share * 100)} %  ${done} of ${total} events`;
}

function prefixed(doing: string): string {
  return doing === '' ? '' : `${doing} `;
}
