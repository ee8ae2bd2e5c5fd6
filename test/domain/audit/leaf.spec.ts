import fc from 'fast-check';
import type { CommittedEvent } from '../../../src/domain/audit/leaf.js';
import { leafHashOf, leafOf } from '../../../src/domain/audit/leaf.js';
import { formatInstant } from '../../../src/domain/time/instant.js';
import { sha256 } from '../../support/sha256.js';

const event: CommittedEvent = {
  id: '0b6e2b1c-5d0a-4c7e-9a54-0c1a3f1b7c11',
  type: 'PartyRegistered',
  schemaVersion: 1,
  stream: 'party-united-states',
  revision: 0,
  recordedAt: Date.UTC(2025, 3, 22, 9, 30, 0, 7),
  recorder: 'Zoë "Z" \u2028 O’Hara\u0007',
  assurance: 'asserted',
  command: 'k-1',
  correlation: 'k-1',
  causation: null,
  data: '{"name": "United States"}',
};

/** RFC 8785 for values without fractions: members sorted by UTF-16 code units, no spaces, the shortest escapes. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

describe('the leaf of an event', () => {
  it('is the canonical JSON of the whole envelope and the hash of the data as stored', () => {
    const { data, assurance: _, recordedAt: _ms, ...envelope } = event;
    const leaf = { leaf: 1, ...envelope, recordedAt: '2025-04-22T09:30:00.007Z', dataSha256: sha256.ofText(data) };
    expect(leafOf(event, sha256)).toBe(canonical(leaf));
    expect(leafOf(event, sha256)).toContain('"recorder":"Zoë \\"Z\\" \u2028 O’Hara\\u0007"');
    expect(leafHashOf(event, sha256)).toBe(sha256.ofText(`\0${canonical(leaf)}`));
  });

  it('is canonical whatever its texts are made of', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('"', '\\', '\u007f', '', '\ud800'),
    );
    const texts = fc.record({ recorder: text, command: text, correlation: text, causation: fc.option(text) });
    const law = fc.property(texts, fc.nat(), (changed, revision) => {
      const { data, assurance: _, recordedAt, ...envelope } = { ...event, ...changed, revision };
      const leaf = { leaf: 1, ...envelope, recordedAt: formatInstant(recordedAt), dataSha256: sha256.ofText(data) };
      expect(leafOf({ ...event, ...changed, revision }, sha256)).toBe(canonical(leaf));
    });
    fc.assert(law, { numRuns: 200 });
  });

  it('commits to every field: changing any of them changes it', () => {
    const changes: readonly Partial<CommittedEvent>[] = [
      { id: '0b6e2b1c-5d0a-4c7e-9a54-0c1a3f1b7c12' },
      { type: 'PartyDescribed' },
      { schemaVersion: 2 },
      { stream: 'party-russia' },
      { revision: 1 },
      { recordedAt: event.recordedAt + 1 },
      { recorder: 'Zoe' },
      { command: 'k-2' },
      { correlation: 'k-2' },
      { causation: 'k-0' },
      { data: '{"name":"United States"}' },
    ];
    const hashes = changes.map((change) => leafHashOf({ ...event, ...change }, sha256));
    expect(new Set([leafHashOf(event, sha256), ...hashes]).size).toBe(12);
  });

  it('is not made for an assurance that its version does not know', () => {
    expect(() => leafOf({ ...event, assurance: 'signed' }, sha256)).toThrow('no leaf has the assurance signed');
  });
});
