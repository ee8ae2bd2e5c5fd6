import { readFile } from 'node:fs/promises';
import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import type { Address, Host } from '../connection/connection-string.js';
import { NoAnswer, reasonOf } from '../connection/failure.js';
import { AdminFailure } from './admin-failure.js';

export interface AdminAnswer {
  readonly status: number;
  readonly body: string;
}

/** Requests to the nodes of one cluster, each with an end in time; credentials go over TLS only. */
export class AdminRequests {
  constructor(
    private readonly address: Address,
    private readonly milliseconds: number,
  ) {}

  /** @throws AdminFailure `unreachable` without an answer */
  async send(method: 'GET' | 'POST', host: Host, path: string): Promise<AdminAnswer> {
    const signal = AbortSignal.timeout(this.milliseconds);
    try {
      const answer = await this.answer({ method, host: host.address, port: host.port, path, signal });
      return { status: answer.statusCode ?? 0, body: await text(answer) };
    } catch (error) {
      const reason = signal.aborted ? new NoAnswer(this.milliseconds) : error;
      throw new AdminFailure('unreachable', reasonOf(reason));
    }
  }

  private async answer(where: RequestOptions): Promise<IncomingMessage> {
    const { secure, credentials, caFile } = this.address;
    const headers = { accept: 'application/json', 'content-length': '0' };
    if (!secure) return answerTo(plainRequest({ ...where, headers }));
    const ca = caFile === null ? {} : { ca: await readFile(caFile) };
    const auth = credentials === null ? {} : { auth: credentials };
    return answerTo(secureRequest({ ...where, ...ca, ...auth, headers, agent: false }));
  }
}

function answerTo(request: ReturnType<typeof plainRequest>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve).once('error', reject).end();
  });
}
