import { cut } from './fit.js';
import type { Terminal } from './terminal.js';

const pauseMs = 100;

/** One line that tells how far a long run is, on a terminal alone, rewritten at most ten times a second. */
export class ProgressLine {
  private shownAt = -Infinity;
  private shown = false;

  constructor(private readonly terminal: Terminal) {}

  show(text: string): void {
    const now = performance.now();
    if (!this.terminal.isTerminal || now - this.shownAt < pauseMs) return;
    this.shownAt = now;
    this.shown = true;
    this.terminal.write(`\r\u001b[K${cut(text, this.terminal.width - 1)}`);
  }

  /** Makes room for a line that stays. */
  clear(): void {
    if (this.shown) this.terminal.write('\r\u001b[K');
    this.shown = false;
  }
}
