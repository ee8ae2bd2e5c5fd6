// Appends `count` events from number `from` on and prints `acknowledged <id>` for each. An append that finds the log
// away is said so and tried again, as its callers do. Its arguments are the compiled sources and an order in JSON.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , sources, order] = process.argv;
const { file, name, from, count, atOnce } = JSON.parse(order);
const { SqliteEventLog } = await import(pathToFileURL(join(sources, 'adapters/sqlite/log/sqlite-event-log.js')).href);

const log = await SqliteEventLog.open({ file, clock: { now: () => Date.now() } });
let next = from;

function appendOf(number) {
  const id = `${name}-${number}`;
  const event = { id, type: 'StatementMade', schemaVersion: 1, data: JSON.stringify({ text: 'x'.repeat(400) }) };
  const envelope = { recorder: 'tester', assurance: 'asserted', command: id, correlation: id, causation: null };
  return { stream: `act-${name}-${number % 7}`, expected: 'any', ...envelope, events: [event] };
}

async function appendUntilItIsThere(append) {
  try {
    await log.append(append);
    writeSync(1, `acknowledged ${append.command}\n`);
  } catch (error) {
    if (error.name !== 'LogAway') throw error;
    writeSync(1, `away ${error.cause.code}\n`);
    await appendUntilItIsThere(append);
  }
}

async function appendInTurn() {
  while (next < from + count) await appendUntilItIsThere(appendOf(next++));
}

await Promise.all(Array.from({ length: atOnce }, appendInTurn));
await log.close();
