import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseVerifierKey, type VerifierKey } from '../../src/domain/audit/verifier-key.js';
import { readExport } from '../../src/verifying/read-export.js';
import { type Verdict, verifyLog } from '../../src/verifying/verify-log.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { act, party, reason, source } from '../support/http/bodies.js';
import { exportedLines } from '../support/http/exported.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';
import { sha256 } from '../support/sha256.js';

export type Change = (lines: string[]) => void;

interface Trusted {
  readonly keys?: VerifierKey[];
  readonly earlier?: string;
}

const actId = '0b6e2b1c-5d0a-4c7e-9a54-0c1a3f1b7c11';
const erased = { ...source, id: 'erased', text: 'A text that is gone: nobody can check it any more.' };

/** Sequences 2 … 6 as the seeded server has them, a second text that is erased, acts, a correction, a withdrawal. */
async function toldServer(): Promise<TestServer> {
  const server = await seededServer();
  await server.post('/v1/sources', erased); // 7
  await server.post('/v1/acts', { ...act, id: actId }); // 8
  await server.post('/v1/acts', { ...act, citations: [{ source: 'erased', exact: 'A text that is gone' }] }); // 9
  await server.post(`/v1/acts/${actId}/corrections`, { ...reason, act: { ...act, certainty: 0.7 } }); // 10
  const withdrawal = { kind: 'withdrawal', inResponseTo: actId, occurred: '2025-05-01', leanings: [], certainty: 0.5 };
  await server.post('/v1/acts', { ...act, ...withdrawal }); // 11
  await server.post('/v1/sources/erased/erasures', reason); // 12
  await server.post('/v1/parties', { ...party, id: 'nato', kind: 'organisation' }); // 13
  return server;
}

/** A log that was exported, and what is found in it once somebody changed its lines. */
export class ToldExport {
  whole: readonly string[] = [];
  key!: VerifierKey;
  /** A checkpoint before the last event. */
  earlier = '';
  private readonly folder = temporaryFolders();

  static forThisFile(): ToldExport {
    const told = new ToldExport();
    beforeAll(() => told.make());
    return told;
  }

  async verdictOn(lines: readonly string[], trusted: Trusted = {}): Promise<Verdict> {
    const file = join(this.folder(), 'export.ndjson');
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
    return verifyLog(await readExport(file), { keys: trusted.keys ?? [this.key], earlier: trusted.earlier ?? null });
  }

  async faultsOf(change: Change, trusted?: Trusted): Promise<string[]> {
    const lines = [...this.whole];
    change(lines);
    return (await this.verdictOn(lines, trusted)).faults.map(({ sequence, what }) => `${String(sequence)}: ${what}`);
  }

  private async make(): Promise<void> {
    const server = await toldServer();
    this.earlier = (await server.get('/v1/log/checkpoint')).text;
    await server.post('/v1/parties', { ...party, id: 'china' }); // 14
    this.whole = await exportedLines(server);
    const { keys } = (await server.get('/v1/log/keys')).json as { keys: readonly string[] };
    this.key = parseVerifierKey(keys[0]!, sha256)!;
    await server.stop();
  }
}
