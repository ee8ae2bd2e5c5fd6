// Starts a node on a log in memory, records a few things, and has Debian's python3-prov read their trace as PROV-JSON.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { configOf } from '../../../dist/config.js';
import { startNode } from '../../../dist/start-node.js';
import { Missing } from '../missing.mjs';

const { fetch } = globalThis;
/** Debian's own, for which its packages are; there may be others in the PATH. */
const python = '/usr/bin/python3';
const cell = '/v1/trace/united-states/mediation?validAt=2025-05-10';
const first = '11111111-1111-4111-8111-111111111111';
const second = '22222222-2222-4222-8222-222222222222';
const reason = { reason: 'It was misread.' };
const act = {
  ...{ kind: 'threat', party: 'united-states', speaker: 'the-secretary', occurred: '2025-04-18', certainty: 0.7 },
  ...{ summary: 'Threatens to leave.', attribution: 'on-record', leanings: [{ issue: 'mediation', value: -0.6 }] },
  citations: [{ source: 'wire', exact: '“ready to move on”' }],
};
const later = { ...act, kind: 'proposal', occurred: '2025-05-01', leanings: [{ issue: 'mediation', value: 0.3 }] };
const bands = [
  { label: 'leaving', from: -1, to: 0 },
  { label: 'mediating', from: 0, to: 1 },
];
const wire = { title: 'Remarks', publisher: 'A wire', published: '2025-04-18', language: 'en', reliability: 'B' };

/** In order; a trace of what is retracted or erased tells of that too. */
const recorded = [
  ['parties', { id: 'united-states', name: 'United States', kind: 'state' }],
  ['speakers', { id: 'the-secretary', name: 'The Secretary', mandates: [] }],
  [
    'issues',
    {
      id: 'mediation',
      title: 'Mediation',
      question: 'Go on?',
      axis: { negative: 'leave', positive: 'mediate' },
      bands,
    },
  ],
  ['sources', { ...wire, id: 'wire', text: 'He said 🕊️ it was “ready to move on”.', url: 'https://example.org/a?b=c' }],
  ['sources', { ...wire, id: 'rumour', text: 'Somebody said that it was ready to move on.', derivedFrom: 'wire' }],
  ['acts', { ...act, id: first }],
  ['acts', { ...later, id: second }],
  [`acts/${first}/corrections`, { ...reason, act: { ...act, certainty: 0.9 } }],
  [`acts/${first}/citations`, { citations: [{ source: 'rumour', exact: 'ready to move on' }] }],
  ['acts', { ...act, kind: 'withdrawal', inResponseTo: second, certainty: 0.3, leanings: [] }],
  ['sources/rumour/retractions', { ...reason, cause: 'disputed' }],
  ['sources/rumour/erasures', { ...reason, cause: 'legal' }],
];

export async function run() {
  if (spawnSync(python, ['-c', 'import prov']).status !== 0) {
    throw new Missing(`${python} with its package prov is needed: apt-get install python3-prov`);
  }
  const node = await startNode(configOf({ DEMARCHE_LOG: 'memory:', PORT: '0' }));
  try {
    await node.ready;
    for (const [path, body] of recorded) await record(`${node.url}/v1/${path}`, body);
    const get = async (accept) => (await fetch(`${node.url}${cell}`, { headers: { accept } })).text();
    const trace = JSON.parse(await get('application/json'));
    return checkedByPython({ trace, prov: await get('application/provenance+json') });
  } finally {
    await node.close();
  }
}

async function record(url, body) {
  const headers = { 'content-type': 'application/json', 'demarche-recorder': 'ann & bob: "us"' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status !== 201) throw new Error(`${url} could not be recorded: ${await answer.text()}`);
}

function checkedByPython(told) {
  const input = JSON.stringify(told);
  const { status, stdout, stderr } = spawnSync(python, [join(import.meta.dirname, 'check.py')], {
    ...{ input, encoding: 'utf8' },
  });
  if (status !== 0) throw new Error(`python3-prov does not accept it: ${stderr.trim()}`);
  return stdout.trim();
}
