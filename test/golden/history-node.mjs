// A node as people run it, from the last build, on a log of one's own and a clock that is set by hand.
import { Buffer } from 'node:buffer';
import { request } from 'node:http';
import { URL } from 'node:url';
import { openPorts } from '../../dist/app.module.js';
import { configOf } from '../../dist/config.js';
import { startNode } from '../../dist/start-node.js';

/** Asks or tells the node something; anything but an answer of 200 or 201 ends the script. */
function send(url, { method, path, headers, body }) {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method, headers: { 'content-type': 'application/json', ...headers } });
    sent.on('error', reject).on('response', async (response) => {
      const text = Buffer.concat(await response.toArray()).toString('utf8');
      if (response.statusCode > 201) reject(new Error(`${method} ${path}: ${text}`));
      else resolve(text);
    });
    sent.end(body && JSON.stringify(body));
  });
}

/** The views stay in memory: they are made from the log whenever it is opened. */
export async function startOn(logFile, clock) {
  const config = { ...configOf({ DEMARCHE_LOG: `sqlite:${logFile}`, PORT: '0' }), viewsDirectory: null };
  const ports = await openPorts(config, clock);
  const node = await startNode(config, { ports });
  await node.ready;
  return { ports, send: (sending) => send(node.url, sending), close: () => node.close() };
}
