import type { Ports } from '../../../src/app.module.js';
import { issue, party, source, speaker } from './bodies.js';
import { TestServer } from './test-server.js';

/** A server on whose log are two parties, a speaker, an issue and a source: sequences 2 to 6. */
export async function seededServer(ports?: Ports): Promise<TestServer> {
  const server = await TestServer.start(ports);
  await server.post('/v1/parties', party);
  await server.post('/v1/parties', { id: 'russia', name: 'Russia', kind: 'state', aliases: ['Russian Federation'] });
  await server.post('/v1/speakers', speaker);
  await server.post('/v1/issues', issue);
  await server.post('/v1/sources', source);
  return server;
}
