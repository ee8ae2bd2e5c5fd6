import type { OpenAPIObject } from '@nestjs/swagger';
import { act } from '../support/http/bodies.js';
import { misfits, type JsonSchema } from '../support/http/json-schema.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';

const contract = [
  ...['parties', 'speakers', 'issues', 'sources'].flatMap((kind) => [
    ...[`get /v1/${kind}`, `post /v1/${kind}`, `get /v1/${kind}/{id}`, `put /v1/${kind}/{id}`],
    `get /v1/${kind}/{id}/history`,
  ]),
  ...['retractions', 'reinstatements', 'erasures'].map((change) => `post /v1/sources/{id}/${change}`),
  ...['text', 'dependents', 'erasures'].map((part) => `get /v1/sources/{id}/${part}`),
  ...['get /v1/acts', 'post /v1/acts', 'get /v1/acts/{id}', 'get /v1/acts/{id}/history'],
  ...['corrections', 'citations', 'retractions', 'reinstatements'].map((change) => `post /v1/acts/{id}/${change}`),
  ...['get /v1/stances', 'get /v1/stances/{party}/{issue}', 'get /v1/stances/{party}/{issue}/timeline'],
  ...['influence', 'breakdown', 'sensitivity', 'revisions', 'diff'].map(
    (what) => `get /v1/stances/{party}/{issue}/${what}`,
  ),
  ...['get /v1/diff'],
  ...['get /v1/alignment', 'get /v1/alignment/timeline', 'get /v1/alignment/nearest', 'get /v1/alignment/network'],
  ...['checkpoint', 'keys', 'proofs/inclusion', 'proofs/consistency', 'events', 'events/{sequence}/proof'].map(
    (part) => `get /v1/log/${part}`,
  ),
  ...['get /v1/stances/{party}/{issue}/shifts', 'get /health/live', 'get /health/ready', 'get /metrics'],
  ...['get /v1/trace/{party}/{issue}', 'get /v1/log/events/{sequence}', 'get /v1/replay'],
  ...['get /v1/shifts', 'get /v1/stream'],
];

describe('the OpenAPI document', () => {
  let server: TestServer;
  let document: OpenAPIObject;
  beforeAll(async () => {
    server = await seededServer();
    await server.post('/v1/acts', act);
    document = JSON.parse((await server.get('/openapi.json')).text) as OpenAPIObject;
  });
  afterAll(() => server.stop());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      (['get', 'put', 'post', 'delete', 'patch'] as const).flatMap((method) => {
        const operation = item[method];
        return operation ? [{ name: `${method} ${path}`, path, operation }] : [];
      }),
    );

  it('is OpenAPI 3.1 and tells of exactly the doors that there are', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(
      operations()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...contract].sort());
  });

  it('describes every operation: what for, with which body and parameters, with which answers', () => {
    for (const { name, path, operation } of operations()) {
      const { summary, responses, parameters = [], requestBody } = operation;
      expect([name, summary]).toEqual([name, expect.stringMatching(/\w/)]);
      expect(Object.keys(responses).length).toBeGreaterThan(0);
      const named = parameters.flatMap((parameter) => ('name' in parameter ? [parameter] : []));
      const inPath = named.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
      expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part));
      expect(named.every(({ description, schema }) => description !== undefined && schema !== undefined)).toBe(true);
      expect([name, requestBody !== undefined]).toEqual([name, !name.startsWith('get')]);
    }
  });

  it('gives every operation an id of its own', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers only to what it defines, and leaves no schema unused', () => {
    const text = JSON.stringify(document);
    const used = new Set([...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]*)"/g)].map(([, name]) => name));
    expect([...used].sort()).toEqual(Object.keys(document.components?.schemas ?? {}).sort());
  });

  it('says null in the manner of JSON Schema 2020-12', () => {
    expect(JSON.stringify(document)).not.toContain('"nullable"');
  });

  it.each([
    ['/v1/parties', 'PartyPage'],
    ['/v1/parties/russia', 'Party'],
    ['/v1/speakers/marco-rubio/history', 'SpeakerHistory'],
    ['/v1/issues', 'IssuePage'],
    ['/v1/sources/rubio-2025-04-18', 'Source'],
    ['/v1/sources/rubio-2025-04-18/dependents', 'Dependents'],
    ['/v1/acts', 'ActPage'],
    ['/v1/acts?open=true', 'OpenActPage'],
    ['/v1/stances', 'Matrix'],
    ['/v1/stances/united-states/approach-to-moscow', 'Stance'],
    ['/v1/stances/united-states/approach-to-moscow/timeline', 'Timeline'],
    ['/v1/stances/united-states/approach-to-moscow/shifts', 'Shifts'],
    ['/v1/stances/united-states/approach-to-moscow/influence', 'Influence'],
    ['/v1/stances/united-states/approach-to-moscow/breakdown?by=kind', 'Breakdown'],
    ['/v1/stances/united-states/approach-to-moscow/sensitivity', 'Sensitivity'],
    ['/v1/stances/united-states/approach-to-moscow/revisions', 'Revisions'],
    ['/v1/stances/united-states/approach-to-moscow/diff?from.validAt=2025-01-01', 'Difference'],
    ['/v1/diff?from.validAt=2025-01-01', 'Differences'],
    ['/v1/alignment', 'Alignment'],
    ['/v1/alignment/timeline?parties=united-states,russia', 'AlignmentTimeline'],
    ['/v1/alignment/nearest?party=russia', 'NearestParties'],
    ['/v1/stances/united-states/approach-to-moscow?validAt=x', 'Problem'],
    ['/v1/trace/united-states/approach-to-moscow', 'Trace'],
    ['/v1/log/events/4', 'StoredEvent'],
    ['/v1/log/keys', 'LogKeys'],
    ['/v1/log/proofs/inclusion?sequence=3', 'InclusionProof'],
    ['/v1/log/proofs/consistency?from=3', 'ConsistencyProof'],
    ['/v1/log/events?limit=3', 'LogPage'],
    ['/health/ready', 'Readiness'],
    ['/health/live', 'Liveness'],
  ])('describes what %s answers', async (path, name) => {
    const { schemas } = document.components as { schemas: Record<string, JsonSchema> };
    expect(
      misfits((await server.get(path)).json, { $ref: `#/components/schemas/${name}` }, { at: '', schemas }),
    ).toEqual([]);
  });

  it.each([
    ['application/provenance+json', 'ProvDocument'],
    ['application/ld+json', 'AnnotationCollection'],
  ])('describes what a trace answers as %s', async (accept, name) => {
    const path = '/v1/trace/{party}/{issue}';
    const content = document.paths[path]?.get?.responses['200'] as { content: Record<string, { schema: JsonSchema }> };
    const { schema } = content.content[accept]!;
    const { schemas } = document.components as { schemas: Record<string, JsonSchema> };
    const { json } = await server.get('/v1/trace/united-states/approach-to-moscow', { accept });
    expect([schema, misfits(json, schema, { at: '', schemas })]).toEqual([
      { $ref: `#/components/schemas/${name}` },
      [],
    ]);
  });

  it('has examples that fit their schemas', () => {
    const { schemas } = document.components as { schemas: Record<string, JsonSchema> };
    const examples = Object.entries(schemas).filter(([, schema]) => schema.example !== undefined);
    expect(examples.length).toBeGreaterThan(3);
    for (const [name, schema] of examples)
      expect([name, misfits(schema.example, schema, { at: '', schemas })]).toEqual([name, []]);
  });

  it('can be browsed at /docs', async () => {
    const page = await server.get('/docs');
    expect([page.status, page.header('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect((await server.get('/docs/swagger-ui-bundle.js')).status).toBe(200);
    expect((await server.get('/docs/nothing.js')).status).toBe(404);
  });
});
