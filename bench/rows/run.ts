import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { historyIn } from '../history/history.js';
import { note } from '../measure/note.js';
import type { BenchOptions } from '../options.js';
import { runJob } from '../processes/run-job.js';
import { areViewsCurrent, markViewsCurrent } from './current-views.js';
import type { BenchRun } from './row.js';

/** The folders of one run; `finish` removes the throw-away ones, whatever happened. */
export class Run implements BenchRun {
  private readonly scratch: string;
  private made: Promise<string> | null = null;
  private folders = 0;

  constructor(readonly options: BenchOptions) {
    mkdirSync(options.directory, { recursive: true });
    this.scratch = mkdtempSync(join(options.directory, 'run-'));
  }

  history(): Promise<string> {
    const { directory, acts, seed, fresh } = this.options;
    return (this.made ??= historyIn(directory, { acts, seed }, fresh));
  }

  async historyWithViews(): Promise<string> {
    const folder = await this.history();
    if (areViewsCurrent(folder)) return folder;
    note('building the views');
    await runJob('rebuild-views', { folder });
    markViewsCurrent(folder);
    return folder;
  }

  throwAway(): string {
    const folder = join(this.scratch, String(++this.folders));
    mkdirSync(folder);
    return folder;
  }

  finish(): void {
    rmSync(this.scratch, { recursive: true, force: true });
  }
}
