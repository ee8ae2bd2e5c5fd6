import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { basisAnswered } from '../answers/basis-answered.js';
import { answersBegun } from '../answers/answers-begun.js';

/** Who read what: never what was answered. */
export interface Read {
  /** As the header `Demarche-Recorder` says; null when it does not. Nobody checks it yet. */
  readonly reader: string | null;
  readonly assurance: 'asserted';
  readonly address: string;
  /** Decoded: however a path is spelled, it is one path. */
  readonly path: string;
  /** As it was asked. */
  readonly query: string;
  /** null where the client left before it was answered. */
  readonly status: number | null;
  /** What the answer was computed on: asked again with it, the answer is the same, and so is its ETag. */
  readonly basis: object | null;
  readonly etag: string | null;
}

/** Takes what was read; it must be quick, and must not fail. */
export interface ReadAudit {
  take(read: Read): void;
}

const nameLengthMax = 128;

/**
 * Tells of every read of the API, also one refused, once it is answered or the client has left; of a long answer when
 * it begins.
 */
export function auditReads(fastify: FastifyInstance, audit: ReadAudit): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (isRead(request)) tellOnce(reply, readBy(request), audit);
    done();
  });
}

function isRead({ method, url, routeOptions }: FastifyRequest): boolean {
  const isOurs = routeOptions.url?.startsWith('/v1/') ?? pathIn(url).startsWith('/v1/');
  return isOurs && (method === 'GET' || method === 'HEAD');
}

type Asked = Omit<Read, 'status' | 'basis' | 'etag'>;

/** Who asks for what: known before the answer, and no longer once the client has left. */
function readBy({ url, headers, ip }: FastifyRequest): Asked {
  const named = headers['demarche-recorder'];
  const reader = named === undefined ? null : String(named).slice(0, nameLengthMax);
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
  return { reader, assurance: 'asserted', address: ip, path: pathIn(url), query };
}

function tellOnce(reply: FastifyReply, asked: Asked, audit: ReadAudit): void {
  const { raw } = reply;
  const tell = (): void => {
    raw.off('close', tell);
    answersBegun.delete(reply);
    const etag = reply.getHeader('etag');
    audit.take({
      ...asked,
      status: raw.headersSent ? raw.statusCode : null,
      basis: basisAnswered.get(reply) ?? null,
      etag: typeof etag === 'string' ? etag : null,
    });
  };
  raw.on('close', tell);
  answersBegun.set(reply, tell);
}

/** A path may be percent-encoded, and stand in a whole URL. */
function pathIn(url: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://node').pathname);
  } catch {
    return url.split('?', 1)[0] ?? '';
  }
}
