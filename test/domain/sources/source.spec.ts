import type { SourceEvent } from '../../../src/domain/shared/domain-event.js';
import type { SourceContent } from '../../../src/domain/sources/source-content.js';
import {
  captureSource,
  describeSource,
  eraseSourceText,
  evolveSource,
  reinstateSource,
  retractSource,
  type Source,
} from '../../../src/domain/sources/source.js';
import { sourceContent } from '../../support/contents.js';
import { refusalOf } from '../acts/act-story.js';

const digest = { sha256: 'ab'.repeat(32), length: 20 };
const erratum = { reason: 'Taken back.', cause: 'source-changed' } as const;

const given = (...events: readonly SourceEvent[]): Source => events.reduce<Source | null>(evolveSource, null)!;
const captured = captureSource(sourceContent, digest);
const source = given(captured);
const retraction = retractSource(source, erratum);
const retracted = given(captured, retraction);
const revised = (changes: Partial<SourceContent>) => ({ ...erratum, content: { ...sourceContent, ...changes } });

describe('capturing a source', () => {
  it('keeps what is said of it apart from the commitment to its text', () => {
    expect(captured).toEqual({ type: 'SourceCaptured', data: { ...sourceContent, ...digest } });
    expect(source).toEqual({ content: sourceContent, ...digest, revision: 0, retracted: null, erased: null });
  });

  it.each(['2025', '2025-04-18T10:00:00+02:00', '2025-04-18/2025-04-19', '9998'])(
    'accepts %s as published',
    (published) => {
      expect(refusalOf(() => captureSource({ ...sourceContent, published }, digest))).toEqual(['accepted']);
    },
  );

  it.each([
    ['published', '/published'],
    ['retrieved', '/retrieved'],
  ])('refuses what is no time: %s', (field, pointer) => {
    const content = { ...sourceContent, [field]: '2025-04-18T10:00' };
    expect(refusalOf(() => captureSource(content, digest))).toEqual(['bad-time', pointer]);
    expect(refusalOf(() => describeSource({ ...erratum, content }))).toEqual(['bad-time', pointer]);
  });
});

describe('describing a source', () => {
  it('replaces everything but its text', () => {
    const event = describeSource(revised({ title: 'T', reliability: 'A' }));
    expect(given(captured, event)).toEqual({
      ...source,
      content: { ...sourceContent, title: 'T', reliability: 'A' },
      revision: 1,
    });
  });

  it('leaves a retracted source retracted, and an erased text erased', () => {
    const erasure = eraseSourceText(source, erratum);
    const { retracted: why, erased } = given(captured, retraction, erasure, describeSource(revised({})));
    expect([why, erased]).toEqual([erratum, erratum]);
  });
});

describe('retracting a source', () => {
  it('says why, and is refused a second time', () => {
    expect(retraction).toEqual({ type: 'SourceRetracted', data: erratum });
    expect(retracted).toMatchObject({ retracted: erratum, revision: 1 });
    expect(refusalOf(() => retractSource(retracted, erratum))).toEqual(['already-retracted']);
  });

  it('is taken back by reinstating, which needs a retraction', () => {
    const reinstatement = reinstateSource(retracted, erratum);
    expect(reinstatement).toEqual({ type: 'SourceReinstated', data: erratum });
    expect(given(captured, retraction, reinstatement)).toMatchObject({ retracted: null, revision: 2 });
    expect(refusalOf(() => reinstateSource(source, erratum))).toEqual(['not-retracted']);
  });
});

describe('erasing the text of a source', () => {
  it('names the text by its hash, and leaves the source standing', () => {
    const event = eraseSourceText(source, erratum);
    expect(event).toEqual({ type: 'SourceTextErased', data: { ...erratum, sha256: digest.sha256 } });
    expect(given(captured, event)).toEqual({ ...source, erased: erratum, revision: 1 });
  });

  it('is refused a second time, retracted or not', () => {
    const erased = given(captured, eraseSourceText(source, erratum), retraction);
    expect(refusalOf(() => eraseSourceText(erased, erratum))).toEqual(['text-erased']);
  });
});

describe('a source', () => {
  it('never begins with what presupposes it', () => {
    expect(() => evolveSource(null, retraction)).toThrow('SourceRetracted');
  });
});
