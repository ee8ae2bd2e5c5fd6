import type { ShiftsView, TimelineView } from '../../application/asking/views.js';
import { Library } from '../asking/library.js';
import { ask } from '../server/ask.js';
import type { Client, Query } from '../server/client.js';
import type { IssueEntry } from '../server/entry.js';
import type { Terminal } from '../terminal/terminal.js';
import { drawing, sparked } from './drawing.js';
import { cell, cellPath, shortMemory } from './question.js';
import { shiftStories } from './shift-stories.js';
import { trajectoryLines } from './trajectory-lines.js';

/** How the stance went, drawn and told: with the memory that the issue is framed with, then with a shorter one. */
export async function storyLines(client: Client, out: Terminal): Promise<readonly string[]> {
  const issue = (await ask(client, `/v1/issues/${cell.issue}`)).json<IssueEntry>();
  const own = await told(client, {});
  const short = await told(client, { halfLifeDays: shortMemory });
  const { bold, dim } = out.colors;
  const memory = `an act counts half after ${issue.halfLifeDays} days`;
  return [
    bold(`How the United States went from ${issue.axis.negative} toward ${issue.axis.positive}`),
    dim(`${cell.party} on ${cell.issue}: ${issue.question}`),
    dim(`Scores from −1 to +1; ${memory}.`),
    '',
    ...drawing(own.timeline, issue.bands, out),
    '',
    ...(await bandsAndShifts(own, issue, { client, out })),
    '',
    bold(`With a shorter memory: an act counts half after ${shortMemory} days (halfLifeDays=${shortMemory})`),
    sparked(short.timeline),
    ...(await bandsAndShifts(short, issue, { client, out })),
  ];
}

interface Told {
  readonly timeline: TimelineView;
  readonly shifts: ShiftsView;
}

async function told(client: Client, query: Query): Promise<Told> {
  const timeline = (await ask(client, `${cellPath}/timeline`, query)).json<TimelineView>();
  const shifts = (await ask(client, `${cellPath}/shifts`, query)).json<ShiftsView>();
  return { timeline, shifts };
}

interface Setting {
  readonly client: Client;
  readonly out: Terminal;
}

async function bandsAndShifts(
  { shifts }: Told,
  { bands }: IssueEntry,
  { client, out }: Setting,
): Promise<readonly string[]> {
  const library = new Library(client, shifts.basis.knownAt.sequence);
  const stories = await shiftStories(shifts.shifts, { bands, library, out });
  return [...trajectoryLines(shifts.trajectory, bands, out), '', ...stories];
}
