import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, parse } from 'node:path';
import { formatCheckpoint } from '../../../domain/audit/checkpoint.js';
import type { Hash } from '../../../domain/audit/hash.js';
import { formatNote, parseNote } from '../../../domain/audit/note.js';
import type { VerifierKey } from '../../../domain/audit/verifier-key.js';
import { type LogHead, Notary, type SignedHead } from '../../../ports/notary.js';
import { openDatabaseFile } from '../shared/database-file.js';
import type { Database } from '../shared/driver.js';
import { defaultPatience, patiently } from '../shared/patiently.js';
import { asLogAway } from '../shared/sqlite-failure.js';
import { assertContinues } from './assert-continues.js';
import { assertSigner } from './assert-signer.js';
import { KeyFile, type KeyRing } from './key-file.js';
import { signedKind } from './signed-kind.js';
import { SignedTable } from './signed-table.js';
import { newKey, publicOf, signatureOf, verifierOf } from './signing-key.js';

/** Where the keys are. */
interface Keys {
  ring(): KeyRing;
  replace(ring: KeyRing): void;
}

interface NotaryOptions {
  /** The key's file, with what it signed in a file beside it; `:memory:` for a key that ends with the process. */
  readonly keyFile: string;
  /** Makes a key where there is none. */
  readonly mayGenerate: boolean;
}

/** A key in a file, and what it signed last in a SQLite file beside it, which several processes may use at once. */
export class SqliteNotary extends Notary {
  private readonly table: SignedTable;

  private constructor(
    private readonly connection: Database,
    private readonly held: Keys,
  ) {
    super();
    this.table = new SignedTable(connection);
  }

  /** @throws LogNotReadable when there is no usable key, or the record of its signatures is of another kind; LogAway */
  static async open({ keyFile, mayGenerate }: NotaryOptions): Promise<SqliteNotary> {
    if (keyFile === ':memory:') return new SqliteNotary(await connect(keyFile), keysInMemory());
    const record = signedBeside(keyFile);
    if (!mayGenerate && !existsSync(record)) keysIn(keyFile, false); // else a record would be begun without a key
    const connection = await connect(record);
    try {
      const last = new SignedTable(connection).last();
      if (last) assertSigner(last, keyFile);
      return new SqliteNotary(connection, keysIn(keyFile, mayGenerate && last === null));
    } catch (error) {
      connection.close();
      throw asLogAway(error);
    }
  }

  override keys(origin: string): readonly VerifierKey[] {
    const { current, former } = this.held.ring();
    return [current, ...former].map((key) => verifierOf(key, origin));
  }

  override async last(): Promise<SignedHead | null> {
    return this.transact(() => this.table.last());
  }

  override async sign(head: LogHead, rootAt: (size: number) => Hash): Promise<SignedHead> {
    return this.transact(() => {
      const last = this.table.last();
      if (last) assertContinues(last, head, rootAt);
      if (last?.size === head.size) return last;
      const signed = { ...head, note: this.noteOf(head) };
      this.table.put(signed);
      return signed;
    });
  }

  /**
   * Signs from now on with a new key. The last checkpoint gets its signature too, before the old key is gone: whoever
   * trusts that one can see that the new one continues it. A crash between leaves the old key in use.
   */
  async rotate(origin: string): Promise<VerifierKey> {
    const { current, former } = this.held.ring();
    const fresh = newKey();
    await this.transact(() => {
      const last = this.table.last();
      if (last) this.table.put({ ...last, note: withSignature(last.note, fresh, origin) });
    });
    this.held.replace({ current: fresh, former: [publicOf(current), ...former] });
    return verifierOf(fresh, origin);
  }

  override async close(): Promise<void> {
    this.connection.close();
  }

  private noteOf({ origin, size, root }: LogHead): string {
    const text = formatCheckpoint({ origin, size: BigInt(size), root });
    return formatNote({ text, signatures: [signatureOf(this.held.ring().current, origin, text)] });
  }

  private async transact<T>(work: () => T): Promise<T> {
    try {
      return await patiently(defaultPatience, () => this.table.transact(work));
    } catch (error) {
      throw asLogAway(error);
    }
  }
}

async function connect(file: string): Promise<Database> {
  try {
    return await patiently(defaultPatience, () => openDatabaseFile(file, signedKind));
  } catch (error) {
    throw asLogAway(error);
  }
}

function keysIn(file: string, mayGenerate: boolean): Keys {
  const keys = new KeyFile(file);
  if (mayGenerate) keys.generate();
  keys.ring();
  return keys;
}

function keysInMemory(): Keys {
  let held: KeyRing = { current: newKey(), former: [] };
  return { ring: () => held, replace: (ring) => (held = ring) };
}

function signedBeside(keyFile: string): string {
  const { dir, name } = parse(keyFile);
  return join(dir, `${name}-signed.db`);
}

function withSignature(note: string, key: KeyObject, origin: string): string {
  const { text, signatures } = parseNote(note) ?? { text: note, signatures: [] };
  return formatNote({ text, signatures: [signatureOf(key, origin, text), ...signatures] });
}
