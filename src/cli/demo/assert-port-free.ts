import { createServer } from 'node:net';
import { Failure } from '../failure.js';
import type { Listen } from '../host.js';
import { portBusy } from '../server/with-server.js';

/** Looks before anything is printed that names the port: it would lead to somebody else's program. */
export async function assertPortFree({ host, port }: Listen): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(new Failure(3, messageOf(error, { host, port }))));
    probe.listen({ host, port }, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

function messageOf(error: NodeJS.ErrnoException, { host, port }: Listen): string {
  return error.code === 'EADDRINUSE' ? portBusy(host, port) : `Cannot listen on ${host}:${port}: ${error.message}`;
}
