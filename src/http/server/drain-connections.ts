import type { FastifyInstance } from 'fastify';

const idleCheckMs = 100;
/** Longer than any answer waits for its node (5 s); the whole stop must be over within 10 s. */
const patienceMs = 7_000;

/**
 * On closing: connections that wait for nothing go at once and, as each answer ends, so does its connection; whoever
 * is not done after 7 s is cut off. Node alone would wait as long as a client keeps its connection alive.
 */
export function drainConnectionsOnClose(fastify: FastifyInstance): void {
  const { server } = fastify;
  const timers: NodeJS.Timeout[] = [];
  fastify.addHook('preClose', (done) => {
    timers.push(setInterval(() => server.closeIdleConnections(), idleCheckMs));
    timers.push(setTimeout(() => server.closeAllConnections(), patienceMs));
    done();
  });
  fastify.addHook('onClose', (_instance, done) => {
    timers.forEach(clearTimeout);
    done();
  });
}
