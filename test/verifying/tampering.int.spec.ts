import { parseRecord } from '../../src/domain/audit/log-export.js';
import { leafHashOf } from '../../src/domain/audit/leaf.js';
import { verifierKeyOf } from '../../src/domain/audit/verifier-key.js';
import { shownVerdict } from '../../src/verifying/shown-verdict.js';
import { citation } from '../support/http/bodies.js';
import { sha256 } from '../support/sha256.js';
import { type Change, ToldExport } from './told-export.js';

type Fields = Record<string, unknown>;

const misplaced = /^6: brings a text that does not stand once, right before it/m;

describe('verifying an exported log', () => {
  const told = ToldExport.forThisFile();

  const lineOf = (lines: readonly string[], sequence: number): number =>
    lines.findIndex((line) => line.startsWith(`{"event":{"sequence":${sequence},`));

  /** Changes an event as somebody does who knows what else to change in the line. */
  function edit(sequence: number, changed: (event: Fields) => Fields): Change {
    return (lines) => {
      const at = lineOf(lines, sequence);
      const { event } = JSON.parse(lines[at]!) as { event: Fields };
      lines[at] = JSON.stringify({ event: { ...event, ...changed(event) } });
    };
  }

  /** The same, with all hashes made to fit. */
  function forge(sequence: number, changed: (event: Fields) => Fields): Change {
    return edit(sequence, (event) => {
      const forged = { ...event, ...changed(event) };
      const committed = { ...forged, recordedAt: Date.parse(String(forged['recordedAt'])) };
      const leafHash = leafHashOf(committed as unknown as Parameters<typeof leafHashOf>[0], sha256);
      return { ...changed(event), dataSha256: sha256.ofText(String(forged['data'])), leafHash };
    });
  }

  const newLeaning = ({ data }: Fields): Fields => ({ data: String(data).replace('-0.5', '0.5') });

  it('finds nothing in what nobody touched, and says how much that was', async () => {
    const verdict = await told.verdictOn(told.whole);
    expect(verdict).toMatchObject({
      faults: [],
      ...{ events: 14, signed: 14, texts: 1, erased: 1, quotes: 3, stances: 4 },
    });
    const gone = { sequence: 12, recorder: 'local', recordedAt: '2025-06-01T12:00:00.000Z', reason: 'It was misread.' };
    expect(verdict.erasures).toEqual([{ ...gone, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown }]);
    expect(shownVerdict(verdict)).toMatch(/^erased: [0-9a-f]{64} by local, 2025-06-01.*, event 12: It was misread\.$/m);
    expect((await told.verdictOn(told.whole, { earlier: told.earlier })).faults).toEqual([]);
  });

  it.each<[string, Change, RegExp]>([
    ['a recorder', edit(8, () => ({ recorder: 'mallory' })), /^8: is not what the log committed to/m],
    ['a time', edit(8, () => ({ recordedAt: '2025-06-01T12:00:00.001Z' })), /^8: is not what the log committed to/m],
    ['an assurance', edit(8, () => ({ assurance: 'signed' })), /^8: cannot be committed to/m],
    ['a leaning', edit(8, newLeaning), /^8: has data that are not those of its hash/m],
    ['a leaning and all its hashes', forge(8, newLeaning), /^null: events 1 … 14 are not those/m],
    ['a leaning, its hashes and the stance that it makes', forge(10, newLeaning), /stance of united-states on/],
    ['a quote', forge(8, quoted), /^8: quotes rubio-2025-04-18 from/m],
    ['who is named', forge(8, ({ data }) => ({ data: String(data).replace('"united-states"', '"x"') })), /party x/],
    ['a text, away', (lines) => void lines.splice(textLine(lines), 1), /^6: brings a text that is not here/m],
    ['a text, at the end', (lines) => lines.push(...lines.splice(textLine(lines), 1)), misplaced],
    ['a text, after its source', (lines) => swap(lines, textLine(lines), lineOf(lines, 6)), misplaced],
    ['a text, twice', (lines) => void lines.splice(textLine(lines), 0, lines[textLine(lines)]!), misplaced],
    ['a text, also later', (lines) => void lines.splice(lineOf(lines, 8), 0, lines[textLine(lines)]!), misplaced],
    ['an erasure, away', (lines) => void lines.splice(lineOf(lines, 12), 1), /^7: brings a text that was erased, and/m],
    ['an event, away', (lines) => void lines.splice(lineOf(lines, 9), 1), /^10: stands where event 9 should/m],
    [
      'an event, twice',
      (lines) => void lines.splice(lineOf(lines, 9), 0, lines[lineOf(lines, 9)]!),
      /^9: stands where/m,
    ],
    ['two events, swapped', (lines) => swap(lines, lineOf(lines, 9), lineOf(lines, 10)), /^10: stands where event 9/m],
    ['an event more', (lines) => insert(lines), /^15: comes after what the checkpoint signs/m],
    ['the tail, cut', (lines) => void lines.splice(lineOf(lines, 14)), /checkpoint is of 14 events, and there are 13/],
    [
      'stances, twice',
      (lines) => void lines.push(lines.at(-1)!),
      /^null: the stances of united-states do not stand once/m,
    ],
    [
      'stances, swapped',
      (lines) => swap(lines, lines.length - 1, lines.length - 2),
      /^null: the stances of \S+ do not stand once, and where/m,
    ],
    ['stances, cut', (lines) => void lines.pop(), /^null: the stances of united-states are not here/m],
    [
      'a stance',
      (lines) => lines.push(lines.pop()!.replace('"mixed":false', '"mixed":true')),
      /stance of united-states/,
    ],
    ['the basis of stances', (lines) => lines.push(lines.pop()!.replace('"codebook":1', '"codebook":2')), /basis/],
    ['a line that is none', (lines) => void lines.splice(lineOf(lines, 9), 0, '{}'), /^9: cannot be read: line/m],
    [
      'a space that stands',
      (lines) => lines.push(lines.pop()!.replace('{"stances"', '{ "stances"')),
      /: not written as an/,
    ],
    ['an older checkpoint', (lines) => void (lines[0] = checkpointLine(told.earlier)), /^14: comes after/m],
    [
      'the signature',
      (lines) => void (lines[0] = lines[0]!.replace(/(.{8})\\n"}$/, 'AAAAAAA=\\n"}')),
      /the checkpoint/,
    ],
    ['no checkpoint', (lines) => void lines.shift(), /^null: the checkpoint is missing/m],
    ['an event that nobody knows', forge(9, () => ({ type: 'Quarrel' })), /^9: cannot be understood/m],
  ])('finds changed: %s', async (_, change, fault) => {
    expect((await told.faultsOf(change)).join('\n')).toMatch(fault);
  });

  it('believes no other key, and no checkpoint that the log does not continue', async () => {
    const other = verifierKeyOf(told.key.name, sha256.ofText('another key'), sha256);
    expect(await told.faultsOf(() => undefined, { keys: [other] })).toContain(
      'null: the checkpoint is not signed by a key that was given',
    );
    const cut = (lines: string[]): void => {
      lines[0] = checkpointLine(told.earlier);
      lines.splice(lineOf(lines, 14), 1);
    };
    const { note: latest } = parseRecord(told.whole[0]!) as { note: string };
    expect((await told.faultsOf(cut, { earlier: latest })).join('\n')).toMatch(
      /the earlier checkpoint is of 14 events, and there are 13/,
    );
  });

  function checkpointLine(note: string): string {
    return JSON.stringify({ export: 1, checkpoint: note });
  }

  function insert(lines: string[]): void {
    const at = lineOf(lines, 14);
    const { event } = JSON.parse(lines[at]!) as { event: Fields };
    lines.splice(at + 1, 0, JSON.stringify({ event: { ...event, sequence: 15, stream: 'party-x', id: 'x' } }));
  }
});

function quoted({ data }: Fields): Fields {
  return {
    data: String(data).replace(String(citation['exact']), String(citation['exact']).replace('going', 'willing')),
  };
}

function textLine(lines: readonly string[]): number {
  return lines.findIndex((line) => line.startsWith('{"text"'));
}

function swap(lines: string[], a: number, b: number): void {
  [lines[a], lines[b]] = [lines[b]!, lines[a]!];
}
