import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Receipt } from '../../application/recording/envelope.js';
import { HttpSettings } from '../http-settings.js';
import { basisAnswered } from './basis-answered.js';
import { bodyOf, bodyOfRemembered, bodyOfText, type Body, type Remembered } from './body-of.js';
import { isKnown } from './is-known.js';

const json = 'application/json; charset=utf-8';
const plain = 'text/plain; charset=utf-8';
const lasting = 'public, max-age=31536000, immutable';

/** What stands beside the text of an answer. */
interface Sending {
  readonly type: string;
  readonly cache: string;
}

/** An answer in a format of its own, to be kept under a name. */
export interface AnswerFile {
  readonly text: string;
  readonly type: string;
  readonly name: string;
  readonly basis: object;
}

/** Writes answers, each kind with its headers. The text is made here, once: the framework only passes it on. */
@Injectable()
export class Answers {
  constructor(private readonly settings: HttpSettings) {}

  /** A thing with a revision, which is its ETag; it is always sent. */
  entity(reply: FastifyReply, view: { readonly revision: number }): void {
    void reply.header('etag', `"${view.revision}"`).header('demarche-views', this.settings.viewsVersion);
    send(reply, JSON.stringify(view), { type: json, cache: 'no-cache' });
  }

  /** Anything else that is read; `isLasting` when the question fixed both its times. */
  read(reply: FastifyReply, view: object, isLasting = false): void {
    void reply.header('demarche-views', this.settings.viewsVersion);
    sendUnlessKnown(reply, bodyOf(view), { type: json, cache: isLasting ? lasting : 'no-cache' });
  }

  /** The same for an answer that is given again and again. */
  readAgain(reply: FastifyReply, answer: Remembered, isLasting: boolean): void {
    void reply.header('demarche-views', this.settings.viewsVersion);
    sendUnlessKnown(reply, bodyOfRemembered(answer), { type: json, cache: isLasting ? lasting : 'no-cache' });
  }

  /** A text as it was captured: shown as text, whatever it looks like. */
  text(reply: FastifyReply, text: string): void {
    void reply.header('x-content-type-options', 'nosniff');
    sendUnlessKnown(reply, bodyOfText(text), { type: plain, cache: 'no-cache' });
  }

  /** Its basis stands in a header, since a format may have no place for it. */
  file(reply: FastifyReply, { text, type, name, basis }: AnswerFile, isLasting: boolean): void {
    void reply
      .header('demarche-views', this.settings.viewsVersion)
      .header('demarche-basis', asciiOf(JSON.stringify(basis)))
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('x-content-type-options', 'nosniff');
    sendUnlessKnown(reply, { ...bodyOfText(text), basis }, { type, cache: isLasting ? lasting : 'no-cache' });
  }

  /** What a write answers: 201, or 200 with the first result when it had been done before. */
  written<R extends Receipt>(reply: FastifyReply, { repeated, ...receipt }: R, location?: string): void {
    void reply.code(repeated ? 200 : 201).header('etag', `"${receipt.revision}"`);
    if (location !== undefined) void reply.header('location', `${location}/${receipt.id}`);
    send(reply, JSON.stringify(receipt), { type: json, cache: 'no-store' });
  }

  /** An answer of the moment that nobody keeps. */
  passing(reply: FastifyReply, text: string, type = json): void {
    send(reply, text, { type, cache: 'no-store' });
  }
}

function sendUnlessKnown(reply: FastifyReply, { bytes, etag, basis }: Body, sending: Sending): void {
  if (basis) basisAnswered.set(reply, basis);
  const asked = reply.request.headers['if-none-match'];
  void reply.header('etag', etag);
  if (asked === undefined || !isKnown(asked, etag)) return send(reply, bytes, sending);
  void reply.code(304).header('cache-control', sending.cache).send();
}

function send(reply: FastifyReply, body: string | Buffer, { type, cache }: Sending): void {
  void reply.header('content-type', type).header('cache-control', cache).send(body);
}

/** JSON as a header can carry it. */
function asciiOf(json: string): string {
  return json.replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
