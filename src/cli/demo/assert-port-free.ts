import { createServer } from 'node:net';
import type { Listen } from '../host.js';
import { listenFailure } from '../server/open-failure.js';

/** Looks before anything is printed that names the port: it would lead to somebody else's program. */
export async function assertPortFree(listen: Listen): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(listenFailure(error, listen)));
    probe.listen({ host: listen.host, port: listen.port }, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}
