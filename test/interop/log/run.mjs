// Starts a node on a log in memory, records a few things, and has Go check its checkpoint and every proof.
import { Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configOf } from '../../../dist/config.js';
import { startNode } from '../../../dist/start-node.js';
import { parseTlogProof } from '../../../dist/domain/audit/tlog-proof.js';
import { Missing } from '../missing.mjs';

const { fetch } = globalThis;
const packages = '/usr/share/gocode';
const parties = 20;

export async function run() {
  if (spawnSync('go', ['version']).error || !existsSync(join(packages, 'src/golang.org/x/mod/sumdb/tlog'))) {
    throw new Missing('Go and its sumdb are needed: apt-get install golang-go golang-golang-x-mod-dev');
  }
  const node = await startNode(configOf({ DEMARCHE_LOG: 'memory:', PORT: '0' }));
  try {
    await node.ready;
    return checkedByGo(await toldBy(node.url));
  } finally {
    await node.close();
  }
}

async function toldBy(url) {
  const get = async (path) => (await fetch(`${url}/v1/log/${path}`)).text();
  for (let number = 1; number <= parties; number++) await register(url, `party-${number}`);
  const size = parties + 1;
  const checkpoint = await get('checkpoint');
  const { keys } = JSON.parse(await get('keys'));
  const pairs = Array.from({ length: size * size }, (_, at) => [1 + Math.floor(at / size), 1 + (at % size)]);
  const upwards = pairs.filter(([from, to]) => from <= to);
  const ask = (path) => get(`proofs/${path}`).then(JSON.parse);
  const inclusions = await Promise.all(upwards.map(([n, of]) => ask(`inclusion?sequence=${n}&size=${of}`)));
  const consistencies = await Promise.all(upwards.map(([from, to]) => ask(`consistency?from=${from}&to=${to}`)));
  const proof = parseTlogProof(await get(`events/${size}/proof`));
  const leaf = Buffer.from(proof.extra, 'hex').toString('utf8');
  return { key: keys[0], checkpoint, leaf, inclusions, consistencies };
}

async function register(url, id) {
  const body = JSON.stringify({ id, name: id, kind: 'state' });
  const headers = { 'content-type': 'application/json' };
  const { status } = await fetch(`${url}/v1/parties`, { method: 'POST', headers, body });
  if (status !== 201) throw new Error(`a party could not be registered: ${status}`);
}

function checkedByGo(told) {
  const env = { ...process.env, GO111MODULE: 'off', GOPATH: packages, GOFLAGS: '', GOCACHE: '/tmp/demarche-go-cache' };
  const program = join(import.meta.dirname, 'main.go');
  const { status, stdout, stderr } = spawnSync('go', ['run', program], {
    env,
    input: JSON.stringify(told),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Go does not accept it: ${stderr.trim()}`);
  return stdout.trim();
}
