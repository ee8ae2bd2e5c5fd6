import {
  Catch,
  HttpException,
  Logger,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RouteTable } from '../server/route-table.js';
import { problemMediaType, problemText, type Problem } from './problem.js';
import { problemOf } from './problem-of.js';

const retryAfterSeconds: Readonly<Partial<Record<Problem['code'], number>>> = { behind: 1, 'log-away': 5 };

/** Turns whatever was thrown into one answer: every error is a problem document, and a fault is logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(private readonly routes: RouteTable) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (error instanceof NotFoundException) this.unrouted(request, reply);
    else this.refuse(error, reply);
  }

  private refuse(error: unknown, reply: FastifyReply): void {
    const problem = problemOf(error, reply.request.method);
    if (problem.code === 'internal') this.logger.error(...told(error));
    if (!reply.sent) send(reply, problem);
  }

  /** No route for this method and address: 405 when another method has one. */
  private unrouted({ method, url }: FastifyRequest, reply: FastifyReply): void {
    const allowed = this.routes.methodsAt(url.split('?', 1)[0] ?? '');
    const allow = allowed.join(', ');
    if (allowed.length === 0 || allowed.includes(method)) {
      send(reply, problemOf(new HttpException('', 404), method));
    } else {
      void reply.header('allow', allow);
      send(reply, { status: 405, code: 'method-not-allowed', detail: `${method} is not possible here; ${allow} is.` });
    }
  }
}

function send(reply: FastifyReply, problem: Problem): void {
  // Fastify would close on a body that is too large; who is still sending it would lose the answer. Node reads it off.
  void reply.removeHeader('connection');
  const after = retryAfterSeconds[problem.code];
  if (after !== undefined) void reply.header('retry-after', String(after));
  void reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .header('content-type', problemMediaType)
    .send(problemText(problem));
}

function told(error: unknown): [message: string, stack?: string] {
  return error instanceof Error ? [error.message, error.stack ?? ''] : [String(error)];
}
