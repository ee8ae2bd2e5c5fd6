import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { basisAnswered } from '../answers/basis-answered.js';

/** Who read what: never what was answered. */
export interface Read {
  /** As the header `Demarche-Recorder` says; null when it does not. Nobody checks it yet. */
  readonly reader: string | null;
  readonly assurance: 'asserted';
  readonly address: string;
  readonly path: string;
  /** As it was asked. */
  readonly query: string;
  readonly status: number;
  /** What the answer was computed on: asked again with it, the answer is the same, and so is its ETag. */
  readonly basis: object | null;
  readonly etag: string | null;
}

/** Takes what was read; it must be quick, and must not fail. */
export interface ReadAudit {
  take(read: Read): void;
}

const nameLengthMax = 128;

/** Tells of every read of the API, also one refused, once it is answered. */
export function auditReads(fastify: FastifyInstance, audit: ReadAudit): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && request.url.startsWith('/v1/')) audit.take(readOf(request, reply));
    done();
  });
}

function readOf({ url, headers, ip }: FastifyRequest, reply: FastifyReply): Read {
  const [path = '', query = ''] = url.split('?', 2);
  const named = headers['demarche-recorder'];
  const etag = reply.getHeader('etag');
  return {
    reader: named === undefined ? null : String(named).slice(0, nameLengthMax),
    assurance: 'asserted',
    address: ip,
    path,
    query,
    status: reply.statusCode,
    basis: basisAnswered.get(reply) ?? null,
    etag: typeof etag === 'string' ? etag : null,
  };
}
