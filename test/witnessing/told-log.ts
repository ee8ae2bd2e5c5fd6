import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type OutgoingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { base64OfHex } from '../../src/domain/audit/base64.js';
import { formatCheckpoint } from '../../src/domain/audit/checkpoint.js';
import type { Hash } from '../../src/domain/audit/hash.js';
import { formatNote } from '../../src/domain/audit/note.js';
import { formatVerifierKey, verifierKeyOf } from '../../src/domain/audit/verifier-key.js';
import { leavesOf, naiveConsistency, naiveRoot } from '../domain/audit/naive-tree.js';
import { publicKeyOf, signEd25519 } from '../support/ed25519.js';
import { sha256 } from '../support/sha256.js';

/** A log that tells whatever a test lets it tell, signed. */
export class ToldLog {
  origin = 'demarche/told';
  leaves: readonly Hash[] = leavesOf(5);
  signing: readonly KeyObject[] = [newKey()];

  grow(count: number): void {
    this.leaves = leavesOf(count);
  }

  /** So many events, of which the last is another. */
  fork(count: number): void {
    this.leaves = [...leavesOf(count - 1), sha256.ofText('another')];
  }

  get keys(): readonly string[] {
    return this.signing.map((key) => formatVerifierKey(verifierKeyOf(this.origin, publicKeyOf(key), sha256)));
  }

  get note(): string {
    const { origin, leaves, signing } = this;
    const text = formatCheckpoint({ origin, size: BigInt(leaves.length), root: naiveRoot(leaves) });
    const signatures = signing.map((key) => {
      const { name, keyId } = verifierKeyOf(origin, publicKeyOf(key), sha256);
      return { name, keyId, signature: signEd25519(key, text) };
    });
    return formatNote({ text, signatures });
  }

  proof(from: number, to: number): readonly string[] {
    return naiveConsistency(from, this.leaves.slice(0, to)).map(base64OfHex);
  }
}

export function newKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

export function answering(status: number, body: string, headers: OutgoingHttpHeaders = {}): RequestListener {
  return (_, response) => void response.writeHead(status, headers).end(body);
}

/** Serves a told log; `instead` answers in its place where it has an answer to the path. */
export class ToldServer {
  readonly asked: string[] = [];
  instead: Readonly<Record<string, RequestListener>> = {};
  private readonly server: Server;

  private constructor(log: ToldLog) {
    this.server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
      this.asked.push(request.url ?? '');
      const instead = this.instead[pathname];
      if (instead) return instead(request, response);
      const numbers = ['from', 'to'].map((name) => Number(searchParams.get(name)));
      const answers: Readonly<Record<string, () => string>> = {
        '/v1/log/checkpoint': () => log.note,
        '/v1/log/keys': () => JSON.stringify({ origin: log.origin, keys: log.keys }),
        '/v1/log/proofs/consistency': () => JSON.stringify({ path: log.proof(numbers[0]!, numbers[1]!) }),
      };
      return void response.end(answers[pathname]?.());
    });
  }

  static async of(log: ToldLog): Promise<ToldServer> {
    const told = new ToldServer(log);
    await new Promise<void>((resolve) => told.server.listen(0, '127.0.0.1', resolve));
    return told;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
