import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { problemMediaType, problemText, type Problem } from '../problems/problem.js';
import { bodyBytesMax, takeJsonOnly } from './json-body.js';

/** Longer than an id can be, so that an id too long is one that is not found; a URL has at most 16 KiB anyway. */
const pathPartLengthMax = 16_384;
/** Someone who sends a request a byte at a time is not waited for; 8 MiB over a slow line are. */
const requestTimeoutMs = 120_000;

const badUrl: Problem = { status: 400, code: 'bad-request', detail: 'The path is not encoded as in a URL.' };
const badRequest: Problem = { status: 400, code: 'bad-request', detail: 'This is not an HTTP request.' };
const unreadable: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'bad-request', detail: 'URL and headers have at most 16 KiB together.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'bad-request', detail: 'The request did not come to its end.' },
};

/** The one way to a Fastify that keeps what the doors promise. Nest's middleware is left out: nothing uses it. */
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
function refuseConnection({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = unreadable[code] ?? badRequest;
  const text = problemText(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    `Content-Type: ${problemMediaType}`,
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`, () => socket.destroy());
}
