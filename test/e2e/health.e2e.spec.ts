import { LogAway } from '../../src/ports/event-log.js';
import { act, party } from '../support/http/bodies.js';
import { beginRequest } from '../support/http/half-a-request.js';
import { seededServer } from '../support/http/seeded-server.js';
import { TestServer, testNow } from '../support/http/test-server.js';
import { TestClock } from '../support/test-clock.js';
import { portsInMemory } from '../support/test-node.js';

describe('the health of a node over HTTP', () => {
  it('is live, ready and tells its figures', async () => {
    const server = await seededServer();
    expect((await server.get('/health/live')).json).toEqual({ status: 'live' });
    const ready = await server.get('/health/ready');
    expect([ready.status, ready.json]).toEqual([
      200,
      { status: 'ready', ready: true, degraded: false, detail: null, sequence: 6, behind: 0 },
    ]);
    await server.get('/nowhere');
    const { text } = await server.get('/metrics');
    expect(text).toContain('demarche_head_sequence 6\n');
    expect(text).toContain('demarche_http_requests_total{method="POST",route="/v1/parties",status="201"} 2\n');
    expect(text).toContain('demarche_http_requests_total{method="",route="none",status="404"} 1\n');
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    await server.stop();
  });

  it('goes on answering when the log is away, degraded, and takes no writes', async () => {
    const clock = new TestClock(testNow);
    const ports = await portsInMemory(clock);
    const server = await seededServer(ports);
    const away = (): Promise<never> => Promise.reject(new LogAway('the log is away'));
    Object.assign(ports.log, { head: away, append: away, readStream: away });
    const ready = await server.get('/health/ready');
    expect([ready.status, ready.json['status'], ready.json['degraded']]).toEqual([200, 'degraded', true]);
    expect((await server.get('/v1/stances/united-states/approach-to-moscow')).status).toBe(200);
    const write = await server.post('/v1/parties', { ...party, id: 'x' });
    expect([...write.refusal, write.header('retry-after')]).toEqual([503, 'log-away', '5']);
    expect((await server.post('/v1/acts', act)).refusal).toEqual([503, 'log-away']);
    await server.stop();
  });

  it('asks to come back when it has not projected what a question is about', async () => {
    const server = await seededServer();
    const answer = await server.get('/v1/parties?minSequence=7');
    expect([...answer.refusal, answer.header('retry-after')]).toEqual([503, 'behind', '1']);
    await server.stop();
  }, 10_000);

  it('tells of a fault that it happened, and nothing of what it was', async () => {
    const ports = await portsInMemory(new TestClock(testNow));
    const server = await TestServer.start(ports);
    const fault = (): never => {
      throw new Error('secret at /etc/passwd');
    };
    Object.assign(ports.views.catalogue, { list: fault });
    const answer = await server.get('/v1/parties');
    expect(answer.refusal).toEqual([500, 'internal']);
    expect(answer.text).not.toContain('secret');
    await server.stop();
  });
});

describe('stopping a node', () => {
  it('does not wait for clients that keep their connections', async () => {
    const server = await seededServer();
    await Promise.all(Array.from({ length: 10 }, () => server.get('/v1/parties')));
    const begun = performance.now();
    await server.stop();
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it('answers what is being asked, and cuts off who does not finish asking', async () => {
    const server = await seededServer();
    const slow = server.get('/v1/parties?minSequence=7');
    const half = await beginRequest(server.url);
    const begun = performance.now();
    await server.stop();
    expect(performance.now() - begun).toBeLessThan(9_000);
    expect((await slow).status).toBe(503);
    await half.closed;
  }, 20_000);
});
