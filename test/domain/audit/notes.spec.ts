import { createPrivateKey } from 'node:crypto';
import fc from 'fast-check';
import { base64OfHex, hexOfBase64 } from '../../../src/domain/audit/base64.js';
import { formatCheckpoint, originOf, parseCheckpoint } from '../../../src/domain/audit/checkpoint.js';
import { formatNote, parseNote } from '../../../src/domain/audit/note.js';
import { openNote } from '../../../src/domain/audit/open-note.js';
import { formatTlogProof, parseTlogProof } from '../../../src/domain/audit/tlog-proof.js';
import { formatVerifierKey, parseVerifierKey, verifierKeyOf } from '../../../src/domain/audit/verifier-key.js';
import { publicKeyOf, signEd25519, verifyEd25519 } from '../../support/ed25519.js';
import { sha256 } from '../../support/sha256.js';

/** PKCS #8 of an Ed25519 key whose 32 bytes are all the same. */
const privateKey = (byte: string) =>
  createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${byte.repeat(32)}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  });
const origin = originOf('5d0a4c7e');
const [ours, other] = [privateKey('07'), privateKey('08')];
const key = verifierKeyOf(origin, publicKeyOf(ours), sha256);
const root = sha256.ofText('root');
const text = formatCheckpoint({ origin, size: 2n ** 64n - 1n, root });
const signatureBy = (signer: typeof ours, { name, keyId } = key) => ({
  name,
  keyId,
  signature: signEd25519(signer, text),
});
const note = formatNote({ text, signatures: [signatureBy(ours)] });

describe('base 64', () => {
  it('is that of the platform, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        const hex = Buffer.from(bytes).toString('hex');
        expect(base64OfHex(hex)).toBe(Buffer.from(bytes).toString('base64'));
        expect(hexOfBase64(base64OfHex(hex))).toBe(hex);
      }),
    );
  });

  it.each(['A', 'AA', 'AAA', 'AA=A', 'AB==', 'AAB=', 'AA==AA==', 'A-_A', ' AAAA', 'AAAA\n'])(
    'has one way to write bytes, and %j is none',
    (strange) => expect(hexOfBase64(strange)).toBeNull(),
  );
});

describe('a checkpoint', () => {
  it('says which log had which root at which size, up to 2^64 − 1', () => {
    expect(text).toBe(`demarche/5d0a4c7e\n18446744073709551615\n${base64OfHex(root)}\n`);
    expect(parseCheckpoint(text)).toEqual({ origin, size: 2n ** 64n - 1n, root });
    expect(parseCheckpoint(`${text}more\n`)).toEqual({ origin, size: 2n ** 64n - 1n, root });
  });

  it.each([
    ['', 'nothing'],
    ['\n1\nrt+c\n', 'no origin'],
    [text.replace('\n1', '\n01'), 'a size with a leading zero'],
    [text.replace('\n1', '\n-1'), 'a size below nothing'],
    [`${text}\n`, 'an empty line'],
    [text.slice(0, -1), 'no line break at its end'],
    [text.replace(base64OfHex(root), 'AAAA'), 'a short hash'],
  ])('is not %j: %s', (strange) => expect(parseCheckpoint(strange)).toBeNull());
});

describe('a signed note', () => {
  it('is read as it was written, and believed when its key is known', () => {
    expect(parseNote(note)).toEqual({ text, signatures: [signatureBy(ours)] });
    expect(openNote(note, [key], verifyEd25519)).toEqual(parseNote(note));
  });

  it('is not believed with any byte changed', () => {
    const bytes = Buffer.from(note, 'utf8');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([at, typeof openNote(changed.toString('utf8'), [key], verifyEd25519)]).toEqual([at, 'string']);
    }
  });

  it('is forged when another key signed in the name of a known one, and unsigned when nobody known did', () => {
    const forged = formatNote({ text, signatures: [signatureBy(ours), signatureBy(other)] });
    expect(openNote(forged, [key], verifyEd25519)).toBe('forged');
    const stranger = verifierKeyOf(origin, publicKeyOf(other), sha256);
    const strange = signatureBy(other, stranger);
    expect(openNote(formatNote({ text, signatures: [strange] }), [key], verifyEd25519)).toBe('unsigned');
    const both = formatNote({ text, signatures: [strange, signatureBy(ours)] });
    expect(openNote(both, [key], verifyEd25519)).toEqual(parseNote(both));
  });

  it.each([
    [note.slice(0, -1), 'without its last line break'],
    [text, 'without a signature'],
    [note.replace('\u2014', '-'), 'with another dash'],
    [note.replace('\n\n', '\n\t\n'), 'with a control character'],
    [`${note}\u2014 x AAAA\n`, 'with a signature of no length'],
    [`${text}\n${note.slice(text.length + 1).repeat(101)}`, 'with more than a hundred signatures'],
  ])('is none %#: %s', (strange) => expect(openNote(strange, [key], verifyEd25519)).toBe('malformed'));
});

describe('a verifier key', () => {
  it('is one line that carries its own id', () => {
    const line = formatVerifierKey(key);
    expect(line).toBe(`${origin}+${key.keyId}+${Buffer.from(`01${key.publicKey}`, 'hex').toString('base64')}`);
    expect(parseVerifierKey(line, sha256)).toEqual(key);
  });

  it('is refused with any character changed', () => {
    const line = formatVerifierKey(key);
    for (let at = 0; at < line.length; at++) {
      const changed = line.slice(0, at) + (line[at] === 'A' ? 'B' : 'A') + line.slice(at + 1);
      expect([changed, parseVerifierKey(changed, sha256)]).toEqual([changed, null]);
    }
  });
});

describe('a proof in a file of its own', () => {
  it('is read as it was written, with and without something extra', () => {
    for (const extra of [null, '00ff10', '']) {
      const proof = { index: 2n ** 64n - 2n, path: [root, key.publicKey], extra, checkpoint: note };
      expect(parseTlogProof(formatTlogProof(proof))).toEqual(proof);
    }
    const proof = { index: 0n, path: [], extra: null, checkpoint: note };
    expect(formatTlogProof(proof)).toBe(`c2sp.org/tlog-proof@v1\nindex 0\n\n${note}`);
    expect(parseTlogProof(formatTlogProof(proof))).toEqual(proof);
  });

  it.each([
    ['', 'nothing'],
    ['c2sp.org/tlog-proof@v2\nindex 0\n\nx', 'another version'],
    ['c2sp.org/tlog-proof@v1\n\nx', 'no index'],
    ['c2sp.org/tlog-proof@v1\nindex 00\n\nx', 'an index with a leading zero'],
    ['c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nx', 'a short hash'],
  ])('is not %j: %s', (strange) => expect(parseTlogProof(strange)).toBeNull());
});
