import { shiftedType } from '../../application/feeding/feed.js';
import { pageOf } from './recorded-schemas.js';
import type { Schema } from './schema.js';
import { instant, number, orNull, record, text, whole, word } from './shapes.js';

const cause = { sequence: whole, recordedAt: instant, recorder: text, event: text };
const about = { act: orNull(text), source: orNull(text) };
const shift = { party: text, issue: text, from: text, to: text, before: number, after: number };

const exampleShift = {
  ...{ id: '128.1', sequence: 128, recordedAt: '2025-04-22T09:30:00.000Z', recorder: 'local' },
  ...{ event: 'ProposalTabled', act: '0b6e2b1c-5d0a-4c7e-9a54-0c1a3f1b7c11', source: null },
  ...{ party: 'united-states', issue: 'approach-to-moscow', from: 'mediation', to: 'concessions' },
  ...{ before: 0.21, after: 0.41 },
};

const exampleEvent = {
  ...{ specversion: '1.0', id: '128.1', source: 'urn:uuid:5f0c7a52-6c0f-4f0e-8f3e-0d6f5a1f7b10', type: shiftedType },
  ...{ subject: 'united-states/approach-to-moscow', time: '2025-04-22T09:30:00.000Z' },
  ...{ datacontenttype: 'application/json', data: exampleShift },
};

/** What is told of shifts as they come. */
export const feedSchemas: Readonly<Record<string, Schema>> = {
  Shifted: record({ id: text, ...cause, ...about, ...shift }, exampleShift),
  ShiftedPage: pageOf('Shifted'),
  CloudEvent: record(
    {
      ...{ specversion: word('1.0'), id: text, source: text, type: text, subject: text, time: instant },
      datacontenttype: word('application/json'),
      data: {
        description: 'A `Shifted`, or an event of the log: its envelope, and in `data` what it says.',
        type: 'object',
      },
    },
    exampleEvent,
  ),
};
