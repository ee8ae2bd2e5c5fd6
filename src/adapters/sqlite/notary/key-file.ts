import { createPrivateKey, createPublicKey, type KeyObject, randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LogNotReadable } from '../../../ports/event-log.js';
import { makeFolder } from '../../../files/make-folder.js';
import { newKey } from './signing-key.js';

/** The key that signs, and those that did before it. */
export interface KeyRing {
  readonly current: KeyObject;
  /** Public keys, the last one first. */
  readonly former: readonly KeyObject[];
}

const ownerOnly = 0o600;

/**
 * The keys of a log in one PEM file that only its owner can read: the private key that signs, then the public keys of
 * those that it replaced. It is read again when it was changed, as by a rotation beside a running node.
 */
export class KeyFile {
  private read: { readonly ring: KeyRing; readonly mark: string } | null = null;

  constructor(private readonly file: string) {}

  /** Makes the file with a new key where there is none, whole or not at all. @throws LogNotReadable */
  generate(): void {
    makeFolder(dirname(resolve(this.file)));
    if (statSync(this.file, { throwIfNoEntry: false })) return;
    const draft = this.draft({ current: newKey(), former: [] });
    try {
      linkSync(draft, this.file);
    } catch (error) {
      if (!statSync(this.file, { throwIfNoEntry: false })) throw error; // else another process was faster
    } finally {
      rmSync(draft, { force: true });
    }
    flush(dirname(resolve(this.file)));
  }

  /** @throws LogNotReadable when the file is missing, or holds no Ed25519 key */
  ring(): KeyRing {
    const mark = this.mark();
    if (this.read?.mark !== mark) this.read = { ring: this.parsed(), mark };
    return this.read.ring;
  }

  replace(ring: KeyRing): void {
    renameSync(this.draft(ring), this.file);
    flush(dirname(resolve(this.file)));
  }

  private mark(): string {
    const stat = statSync(this.file, { throwIfNoEntry: false });
    if (!stat) {
      const remedy = 'make one with `openssl genpkey -algorithm ed25519`, readable to its owner only';
      throw new LogNotReadable(`there is no key ${this.file}; ${remedy}`);
    }
    return [stat.ino, stat.mtimeMs, stat.size].join(' ');
  }

  private parsed(): KeyRing {
    try {
      const blocks = readFileSync(this.file, 'utf8').match(/-----BEGIN ([A-Z ]+)-----[^-]+-----END \1-----/g) ?? [];
      const [first = '', ...rest] = blocks;
      return { current: ed25519(createPrivateKey(first)), former: rest.map((pem) => ed25519(createPublicKey(pem))) };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const form = 'an Ed25519 private key in PEM form, which public keys may follow';
      throw new LogNotReadable(`${this.file} is not ${form}: ${why}`, { cause: error });
    }
  }

  private draft({ current, former }: KeyRing): string {
    const draft = `${this.file}.${randomUUID()}`;
    const handle = openSync(draft, 'wx', ownerOnly);
    try {
      const known = former.map((key) => key.export({ format: 'pem', type: 'spki' }).toString());
      writeSync(handle, [current.export({ format: 'pem', type: 'pkcs8' }).toString(), ...known].join(''));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return draft;
  }
}

function ed25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new TypeError(`it is of the kind ${key.asymmetricKeyType ?? ''}`);
}

function flush(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
