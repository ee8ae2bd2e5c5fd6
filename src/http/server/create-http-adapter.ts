import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { problemMediaType, problemText, type Problem } from '../problems/problem.js';
import { bodyBytesMax, takeJsonOnly } from './json-body.js';

/** Longer than an id can be, so that an id too long is one that is not found; a URL has at most 16 KiB anyway. */
const pathPartLengthMax = 16_384;
/** Someone who sends a request a byte at a time is not waited for; 8 MiB over a slow line are. */
const requestTimeoutMs = 120_000;

const badUrl: Problem = { status: 400, code: 'bad-request', detail: 'The path is not encoded as in a URL.' };
const badRequest: Problem = { status: 400, code: 'bad-request', detail: 'This is not an HTTP request.' };

/** The one way to a Fastify that keeps what the doors promise; middleware of Nest is left out, since nothing uses it. */
export function createHttpAdapter(): FastifyAdapter {
  return new JsonOnlyAdapter({
    skipMiddie: true,
    multipart: false,
    bodyLimit: bodyBytesMax,
    requestTimeout: requestTimeoutMs,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: pathPartLengthMax },
    frameworkErrors: (_error: Error, _request: FastifyRequest, reply: FastifyReply) => refuseUrl(reply),
    clientErrorHandler: (error, socket) => refuseConnection(error, socket),
  });
}

class JsonOnlyAdapter extends FastifyAdapter {
  /** Nest would take form data too, and turn it into an object that looks like JSON. */
  override registerParserMiddleware(): void {
    takeJsonOnly(this.getInstance());
  }
}

function refuseUrl(reply: FastifyReply): void {
  void reply
    .code(400)
    .headers({ 'content-type': problemMediaType, 'cache-control': 'no-store' })
    .send(problemText(badUrl));
}

/** There is no request yet to reply to, only a socket. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const text = problemText(badRequest);
  const head = `HTTP/1.1 400 Bad Request\r\nContent-Type: ${problemMediaType}\r\nCache-Control: no-store`;
  socket.end(`${head}\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}
