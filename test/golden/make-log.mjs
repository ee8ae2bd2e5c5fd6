// Makes the golden log of a format, once, when the format is released; it is never made again, since it stands for
// the logs that people have. Run it after `npm run build`, from anywhere: node test/golden/make-log.mjs
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import { SqliteEventLog } from '../../dist/adapters/sqlite/log/sqlite-event-log.js';
import { logKind } from '../../dist/adapters/sqlite/log/log-kind.js';
import { beginning } from '../../dist/ports/event-log.js';

const start = Date.UTC(2025, 3, 22, 9, 30);
const minute = 60_000;

const appends = [
  ['party-france', ['PartyRegistered', '{"name":"République française","kind":"state"}']],
  ['party-ukraine', ['PartyRegistered', '{ "name" : "Україна",  "kind":"state" }\n']],
  ['issue-ceasefire', ['IssueFramed', '{"question":"¿Alto el fuego? 停火? 👋🏽 e\u0301","bands":[[-1,0],[0,1.0]]}']],
  ['source-despatch-1', ['SourceCaptured', '{"title":"\\u0000 \\ud83d \\u2028 \u2028","length":12345678901234567890}']],
  ['act-1', ['ThreatIssued', '{"value":-0.6,"e":1e-7}'], ['ActCorroborated', '{}'], ['ActRetracted', '""']],
  ['party-france', ['PartyDescribed', '{"name":"France","reason":"plain name","cause":"coding-error"}']],
];

function numbered(kind, number) {
  return `00000000-0000-4000-8000-${kind}${String(number).padStart(8, '0')}`;
}

function appendOf([stream, ...events], index) {
  const command = numbered('c0de', index);
  return {
    stream,
    expected: 'any',
    recorder: index % 2 === 0 ? 'local' : 'Żaneta @ agence-presse',
    assurance: 'asserted',
    command,
    correlation: numbered('c0de', 0),
    causation: index === 0 ? null : numbered('e000', index),
    events: events.map(([type, data], part) => ({
      id: numbered('e000', 100 * index + part),
      type,
      schemaVersion: 1 + part,
      data,
    })),
  };
}

const database = fileURLToPath(new URL(`log-v${logKind.format}.db`, import.meta.url));
if (existsSync(database)) throw new Error(`${database} exists and stays as it is`);

let time = start;
const log = await SqliteEventLog.open({ file: database, clock: { now: () => time } });
for (const [index, append] of appends.entries()) {
  // The clock goes back once, as clocks do.
  time = start + (index === 4 ? -minute : index * minute);
  await log.append(appendOf(append, index));
}
const { events } = await log.readAll(beginning, 1000);
await log.close();
writeFileSync(database.replace(/db$/, 'json'), `${JSON.stringify(events, null, 2)}\n`);
