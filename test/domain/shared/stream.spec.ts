import { entityKinds, entityOf, logStream, streamOf } from '../../../src/domain/shared/stream.js';

describe('the name of a stream', () => {
  it.each([
    ['party', 'united-states', 'party-united-states'],
    ['speaker', 'marco-rubio', 'speaker-marco-rubio'],
    ['issue', 'act-of-war', 'issue-act-of-war'],
    ['source', 'log', 'source-log'],
    ['act', '4e2d5a9e-3a1c-4f0e-9c57-000000000001', 'act-4e2d5a9e-3a1c-4f0e-9c57-000000000001'],
  ] as const)('of %s %s is %s, and tells both', (kind, id, stream) => {
    expect(streamOf(kind, id)).toBe(stream);
    expect(entityOf(stream)).toEqual({ kind, id });
  });

  it.each([logStream, 'parties-france', 'act', 'Act-1', ''])('%s is of no entity', (stream) => {
    expect(entityOf(stream)).toBeUndefined();
  });

  it('keeps kinds apart whatever the ids are', () => {
    const streams = entityKinds.flatMap((kind) => ['a', 'party-a', 'act-a'].map((id) => streamOf(kind, id)));
    expect(new Set(streams).size).toBe(streams.length);
  });
});
