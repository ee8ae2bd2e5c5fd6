import type { Erratum } from '../shared/erratum.js';
import type { EventOf, Revised, SourceEvent } from '../shared/domain-event.js';
import type { Entity } from '../shared/entity.js';
import { Refusal } from '../shared/refusal.js';
import { parseTime } from '../time/time.js';
import type { SourceContent, TextDigest } from './source-content.js';

export interface Source extends Entity<SourceContent>, TextDigest {
  /** Set while the source is retracted: its citations do not count. */
  readonly retracted: Erratum | null;
  /** Set once an erasure of its text was recorded on this source; other sources may share the text. */
  readonly erased: Erratum | null;
}

export function evolveSource(state: Source | null, event: SourceEvent): Source {
  if (event.type === 'SourceCaptured') return captured(event.data);
  if (!state) throw new Error(`a source begins with SourceCaptured, not ${event.type}`);
  return { ...changed(state, event), revision: state.revision + 1 };
}

function captured({ sha256, length, ...content }: SourceContent & TextDigest): Source {
  return { content, sha256, length, revision: 0, retracted: null, erased: null };
}

function changed(state: Source, { type, data }: Exclude<SourceEvent, EventOf<'SourceCaptured'>>): Source {
  switch (type) {
    case 'SourceDescribed':
      return { ...state, content: data.content };
    case 'SourceRetracted':
      return { ...state, retracted: data };
    case 'SourceReinstated':
      return { ...state, retracted: null };
    case 'SourceTextErased':
      return { ...state, erased: { reason: data.reason, cause: data.cause } };
  }
}

/** @throws Refusal `bad-time` when `published` or `retrieved` cannot be read */
export function captureSource(content: SourceContent, digest: TextDigest): EventOf<'SourceCaptured'> {
  checkTimes(content);
  return { type: 'SourceCaptured', data: { ...content, ...digest } };
}

/** @throws Refusal `bad-time`, as `captureSource` */
export function describeSource(revised: Revised<SourceContent>): EventOf<'SourceDescribed'> {
  checkTimes(revised.content);
  return { type: 'SourceDescribed', data: revised };
}

/** @throws Refusal `already-retracted` */
export function retractSource(source: Source, erratum: Erratum): EventOf<'SourceRetracted'> {
  if (source.retracted) throw new Refusal('already-retracted', 'This source is retracted already.');
  return { type: 'SourceRetracted', data: erratum };
}

/** @throws Refusal `not-retracted` */
export function reinstateSource(source: Source, erratum: Erratum): EventOf<'SourceReinstated'> {
  if (!source.retracted) throw new Refusal('not-retracted', 'Only a retracted source can be reinstated.');
  return { type: 'SourceReinstated', data: erratum };
}

/** @throws Refusal `text-erased` when the erasure of this source's text is recorded already */
export function eraseSourceText(source: Source, erratum: Erratum): EventOf<'SourceTextErased'> {
  if (source.erased) throw new Refusal('text-erased', 'The text of this source is erased already.');
  return { type: 'SourceTextErased', data: { ...erratum, sha256: source.sha256 } };
}

function checkTimes({ published, retrieved }: SourceContent): void {
  parseTime(published, '/published');
  if (retrieved !== null) parseTime(retrieved, '/retrieved');
}
