import { refuseIf } from '../shared/check.js';
import type { EventOf, Revised, SpeakerEvent } from '../shared/domain-event.js';
import type { Entity } from '../shared/entity.js';
import { parseTime } from '../time/time.js';
import type { Mandate, SpeakerContent } from './speaker-content.js';

export type Speaker = Entity<SpeakerContent>;

export function evolveSpeaker(state: Speaker | null, { type, data }: SpeakerEvent): Speaker {
  switch (type) {
    case 'SpeakerRegistered':
      return { content: data, revision: 0 };
    case 'SpeakerDescribed':
      return { content: data.content, revision: (state?.revision ?? -1) + 1 };
  }
}

/** @throws Refusal `bad-time` when a mandate's time cannot be read or its end is not after its start */
export function registerSpeaker(content: SpeakerContent): EventOf<'SpeakerRegistered'> {
  content.mandates.forEach(checkMandate);
  return { type: 'SpeakerRegistered', data: content };
}

/** @throws Refusal `bad-time`, as `registerSpeaker` */
export function describeSpeaker(revised: Revised<SpeakerContent>): EventOf<'SpeakerDescribed'> {
  revised.content.mandates.forEach(checkMandate);
  return { type: 'SpeakerDescribed', data: revised };
}

function checkMandate({ from, until }: Mandate, index: number): void {
  const start = parseTime(from, `/mandates/${String(index)}/from`).start;
  if (until === null) return;
  const pointer = `/mandates/${String(index)}/until`;
  const detail = `A mandate ends after it began: ${until} is not after ${from}.`;
  refuseIf(parseTime(until, pointer).end <= start, 'bad-time', { pointer, detail });
}
