import { join } from 'node:path';
import { LogAway, LogNotReadable } from '../../../src/ports/event-log.js';
import { newAppend } from '../../contracts/new-append.js';
import { certificateFile, tls } from '../../support/eventstoredb/certificate.js';
import { TestLogs } from '../../support/eventstoredb/logs.js';

describe('a server that speaks TLS and asks for a password', () => {
  const logs = TestLogs.forEachTest({ tls, password: 'ch:ange it' });
  const trusting = `tlsCAFile=${encodeURIComponent(certificateFile)}`;

  it('lets in who knows it, and whom it can show its certificate', async () => {
    const log = logs.open(`esdb://admin:ch%3Aange%20it@${logs.standIn.host}?${trusting}`);
    expect(await log.append(newAppend())).toEqual({ revision: 0, repeated: false });
    expect(await log.head()).toMatchObject({ sequence: 2 });
  });

  it('is not asked again by who has another password', async () => {
    const log = logs.open(`esdb://admin:wrong@${logs.standIn.host}?${trusting}`);
    await expect(log.head()).rejects.toThrow(LogNotReadable);
    await expect(log.append(newAppend())).rejects.toThrow('denies access');
    expect([...logs.standIn.calls.values()]).toEqual([2]);
  });

  it('is not trusted by who does not know its certificate, and is told so', async () => {
    const log = logs.open(`esdb://admin:wrong@${logs.standIn.host}`);
    await expect(log.head()).rejects.toThrow(LogAway);
    await expect(log.append(newAppend())).rejects.toThrow(/certificate/);
  });

  it('is not reached without TLS', async () => {
    await expect(logs.open(`esdb://${logs.standIn.host}?tls=false`).head()).rejects.toThrow(LogAway);
  });

  it('needs a file of certificates that is there', () => {
    const missing = encodeURIComponent(join(import.meta.dirname, 'missing.crt'));
    expect(() => logs.open(`esdb://${logs.standIn.host}?tlsCAFile=${missing}`)).toThrow(/File was not found/);
  });
});
