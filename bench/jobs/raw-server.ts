import { readFileSync } from 'node:fs';
import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SavedAnswer } from './save-answers.js';
import { stemOf } from './stance-paths.js';

/** Gives back saved answers, headers and bytes: all that any server in Node must do at least. Runs until it is stopped. */
export function rawServer({ answers: file }: { readonly answers: string }): void {
  const saved = JSON.parse(readFileSync(file, 'utf8')) as readonly SavedAnswer[];
  const answers = new Map(saved.map(({ stem, headers, body }) => [stem, { headers, body: Buffer.from(body) }]));
  const server = createServer(({ url }, response) => {
    const answer = answers.get(stemOf(url ?? ''));
    if (!answer) return void response.writeHead(404, { 'content-length': 0 }).end();
    response.writeHead(200, answer.headers as OutgoingHttpHeaders).end(answer.body);
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`http://127.0.0.1:${String(port)}\n`);
  });
  process.once('SIGTERM', () => process.exit(0));
}
