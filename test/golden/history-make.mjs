// Makes the golden history, once: a small log with every event there is, its texts beside it, and its events as lines
// of JSON for whoever has no SQLite. It stands for the logs that people have, so it is never made again: a format or
// an event that comes later gets a golden history of its own. After `npm run build`: node test/golden/history-make.mjs
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import { beginning } from '../../dist/ports/event-log.js';
import { acts } from './history-acts.mjs';
import { afterwards } from './history-afterwards.mjs';
import { catalogue } from './history-catalogue.mjs';
import { startOn } from './history-node.mjs';

const file = fileURLToPath(new URL('history-v1.db', import.meta.url));
if (existsSync(file)) throw new Error(`${file} exists and stays as it is`);

const start = Date.UTC(2025, 2, 24, 8, 30, 0, 125);
const pace = 21 * 60 * 60 * 1000 + 17 * 60 * 1000;
const clock = { time: start, now: () => clock.time };
const node = await startOn(file, clock);

const steps = [...catalogue, ...acts, ...afterwards];
for (const [index, { method, path, body, recorder }] of steps.entries()) {
  // The clock goes back once, as clocks do.
  clock.time = start + (index === 40 ? 38 : index) * pace;
  const headers = { 'idempotency-key': `golden-${index}`, ...(recorder && { 'demarche-recorder': recorder }) };
  await node.send({ method, path, headers, body });
}

const { events } = await node.ports.log.readAll(beginning, 1000);
await node.close();
writeFileSync(file.replace(/db$/, 'jsonl'), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
