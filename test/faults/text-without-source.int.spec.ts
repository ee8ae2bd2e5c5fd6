import { createHash } from 'node:crypto';
import { openPorts, type Ports } from '../../src/app.module.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { FaultyLog } from '../support/faults/faulty-log.js';
import { configIn, LocalNode } from '../support/faults/local-node.js';
import { recordCatalogue } from '../support/faults/recordings.js';
import { act, citation, source } from '../support/http/bodies.js';

const folder = temporaryFolders();
const late = { ...source, id: 'late', text: 'It was said that the talks would go on.' };
const sha256 = createHash('sha256').update(late.text).digest('hex');
const citing = { ...act, citations: [{ ...citation, source: 'late', exact: 'the talks would go on' }] };

describe('a node that dies when it has put a text and not yet recorded its source', () => {
  const config = configIn(folder());
  let ports: Ports;
  let node: LocalNode;

  beforeAll(async () => {
    const opened = await openPorts(config);
    const log = new FaultyLog(opened.log);
    const first = await LocalNode.start(config, { ...opened, log });
    await recordCatalogue(first);
    log.takesNothing = true;
    expect((await first.post('/v1/sources', late, 'capture-late')).status).toBe(503);
    expect(await opened.texts.get(sha256)).toMatchObject({ state: 'present' });
    await first.close();
    ports = await openPorts(config);
    node = await LocalNode.start(config, ports);
  }, 60_000);

  afterAll(() => node.close());

  it('leaves nothing that anybody can see', async () => {
    expect((await node.get('/v1/sources/late')).status).toBe(404);
    expect((await node.get('/v1/sources/late/text')).status).toBe(404);
    expect((await node.get('/v1/sources')).json['items']).toHaveLength(1);
    expect(await node.post('/v1/acts', citing)).toMatchObject({ status: 422, json: { code: 'unknown-source' } });
    expect(await ports.log.head()).toMatchObject({ sequence: 6 });
  });

  it('lets the same request complete it', async () => {
    const captured = await node.post('/v1/sources', late, 'capture-late');
    expect(captured).toMatchObject({ status: 201, json: { id: 'late', sequence: 7, sha256 } });
    expect((await node.get('/v1/sources/late/text')).text).toBe(late.text);
    expect(await node.post('/v1/sources', late, 'capture-late')).toMatchObject({ status: 200, json: { sequence: 7 } });
    expect((await node.post('/v1/acts', citing)).status).toBe(201);
  });
});
