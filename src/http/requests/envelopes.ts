import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Envelope } from '../../application/recording/envelope.js';
import { refuseIf } from '../../domain/shared/check.js';
import { isRecorder, recorderForm } from '../../domain/shared/recorder.js';
import { HttpSettings } from '../http-settings.js';
import { noParameters, type Parameters } from '../parameters/parameter.js';
import { readParameters } from '../parameters/read-parameters.js';
import { revisionMatched } from './if-match.js';

const keyShape = /^[\x21-\x7e]{1,255}$/;

/**
 * Reads from a request's headers who sends a command, and what makes a repeat of it recognisable. The query is looked
 * at too: a write knows no parameters unless it names them, and one that it does not know is refused.
 */
@Injectable()
export class Envelopes {
  constructor(private readonly settings: HttpSettings) {}

  /** Of a write to something that exists. @throws Refusal `invalid` */
  ofChange({ headers, url }: FastifyRequest, known: Parameters = noParameters): Envelope {
    readParameters(url, known);
    const key = keyOf(headers['idempotency-key']);
    return {
      command: key ?? randomUUID(),
      isNew: key === null,
      recorder: this.recorderOf(headers['demarche-recorder']),
      ifMatch: revisionMatched(headers['if-match']),
    };
  }

  /** Of a write that creates something, which has no revision yet. @throws Refusal `invalid` */
  ofCreation(request: FastifyRequest, known: Parameters = noParameters): Envelope {
    const detail = 'If-Match belongs to writes to something that exists; this creates it.';
    refuseIf(request.headers['if-match'] !== undefined, 'invalid', { pointer: 'If-Match', detail });
    return this.ofChange(request, known);
  }

  private recorderOf(header: string | string[] | undefined): string {
    if (header === undefined) return this.settings.recorder;
    const recorder = String(header);
    const detail = `Demarche-Recorder is ${recorderForm}.`;
    refuseIf(!isRecorder(recorder), 'invalid', { pointer: 'Demarche-Recorder', detail });
    return recorder;
  }
}

function keyOf(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  const key = String(header);
  const detail = 'Idempotency-Key is 1 to 255 visible ASCII characters, new for every new command.';
  refuseIf(!keyShape.test(key), 'invalid', { pointer: 'Idempotency-Key', detail });
  return key;
}
