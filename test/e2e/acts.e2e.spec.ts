import { act, citation, reason } from '../support/http/bodies.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';

const id = '0b6e2b1c-5d0a-4c7e-9a54-0c1a3f1b7c11';
const another = '7f1de2f4-3c52-4b8e-8f57-2f0c7b0f4d22';

describe('acts over HTTP', () => {
  let server: TestServer;
  beforeEach(async () => (server = await seededServer()));
  afterEach(() => server.stop());

  it('are recorded with every default filled in', async () => {
    const { leanings: _leanings, ...bare } = act;
    const answer = await server.post('/v1/acts', { ...bare, id: id.toUpperCase() });
    expect(answer.json).toEqual({
      ...{ id, sequence: 7, recordedAt: '2025-06-01T12:00:00.000Z', revision: 0, similar: [] },
    });
    expect(answer.header('location')).toBe(`/v1/acts/${id}`);
    expect((await server.get(`/v1/acts/${id.toUpperCase()}`)).json).toMatchObject({
      ...{ id, speaker: null, addressees: [], leanings: [], certainty: 1, mode: null, joint: null, threat: null },
      ...{ effective: '2025-04-19T00:00:00.000Z', state: 'recorded', hasEffect: true, mandate: null },
    });
  });

  it('take material for the mode of an action, and have none otherwise', async () => {
    await server.post('/v1/acts', { ...act, id, kind: 'action' });
    expect((await server.get(`/v1/acts/${id}`)).json['mode']).toBe('material');
    const odd = await server.post('/v1/acts', { ...act, mode: 'diplomatic' });
    expect(odd.refusal).toEqual([422, 'invalid', '/mode']);
  });

  it('keep what belongs to their kind', async () => {
    const threat = { measure: 'end mediation', deadline: '2025-04-25' };
    expect((await server.post('/v1/acts', { ...act, id, kind: 'threat', threat })).status).toBe(201);
    const proposal = { terms: [{ issue: 'approach-to-moscow', text: 'recognise Crimea' }] };
    expect((await server.post('/v1/acts', { ...act, id: another, kind: 'proposal', proposal })).status).toBe(201);
    expect((await server.get(`/v1/acts/${id}`)).json).toMatchObject({ threat, proposal: null });
    expect((await server.get(`/v1/acts/${another}`)).json).toMatchObject({ threat: null, proposal });
    expect((await server.post('/v1/acts', { ...act, threat })).refusal).toEqual([422, 'invalid', '/threat']);
  });

  it('tell the mandate under which the speaker spoke', async () => {
    await server.post('/v1/acts', { ...act, id, speaker: 'marco-rubio' });
    expect((await server.get(`/v1/acts/${id}`)).json['mandate']).toEqual({
      ...{ role: 'Secretary of State', from: '2025-01-21', until: null },
    });
  });

  it('are checked by a dry run that records nothing', async () => {
    const answer = await server.post('/v1/acts?dryRun=true', act);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ similar: [], citations: [{ ...citation, start: 48, end: 94 }] });
    expect((await server.get('/v1/acts')).items).toEqual([]);
  });

  it('are recognised by a dry run as recorded already, or their id as that of another act', async () => {
    await server.post('/v1/acts', { ...act, id });
    const again = await server.post('/v1/acts?dryRun=true&similar=refuse', { ...act, id });
    expect([again.status, again.json]).toMatchObject([200, { similar: [], citations: [{ start: 48, end: 94 }] }]);
    const other = await server.post('/v1/acts?dryRun=true', { ...act, id, summary: 'Something else.' });
    expect(other.refusal).toEqual([409, 'id-in-use', '/id']);
  });

  it('tell of similar acts, and refuse them when asked to', async () => {
    await server.post('/v1/acts', { ...act, id });
    const second = { ...act, summary: 'The same, from another desk.' };
    const refused = await server.post('/v1/acts?similar=refuse', second);
    expect(refused.refusal).toEqual([409, 'likely-duplicate']);
    expect(refused.json['similar']).toEqual([id]);
    expect((await server.post('/v1/acts?similar=refuse&dryRun=true', second)).status).toBe(409);
    expect((await server.post('/v1/acts', second)).json).toMatchObject({ similar: [id] });
  });

  it('are refused for references that nobody registered, each with its place', async () => {
    const wrong: [object, string, string][] = [
      [{ party: 'nobody' }, 'unknown-party', '/party'],
      [{ addressees: ['russia', 'nobody'] }, 'unknown-party', '/addressees/1'],
      [{ speaker: 'nobody' }, 'unknown-speaker', '/speaker'],
      [{ leanings: [{ issue: 'nothing', value: 0 }] }, 'unknown-issue', '/leanings/0/issue'],
      [{ inResponseTo: another }, 'response-target-unknown', '/inResponseTo'],
    ];
    for (const [change, code, pointer] of wrong) {
      expect((await server.post('/v1/acts', { ...act, ...change })).refusal).toEqual([422, code, pointer]);
    }
  });

  it('lean within the axis, once on an issue, and with a certainty', async () => {
    const leaning = { issue: 'approach-to-moscow', value: 0.1 };
    const post = (change: object) => server.post('/v1/acts', { ...act, ...change });
    expect((await post({ leanings: [{ ...leaning, value: 1.01 }] })).refusal).toEqual([
      ...[422, 'leaning-out-of-range', '/leanings/0/value'],
    ]);
    expect((await post({ leanings: [leaning, leaning] })).refusal).toEqual([
      ...[422, 'duplicate-leaning', '/leanings/1/issue'],
    ]);
    expect((await post({ certainty: 0 })).refusal).toEqual([422, 'invalid', '/certainty']);
    expect((await post({ citations: [] })).refusal).toEqual([422, 'invalid', '/citations']);
  });

  it('can be withdrawn by their own party only', async () => {
    await server.post('/v1/acts', { ...act, id });
    const withdrawal = { ...act, id: another, kind: 'withdrawal', occurred: '2025-05-01', leanings: [] };
    expect((await server.post('/v1/acts', withdrawal)).refusal).toEqual([422, 'invalid', '/inResponseTo']);
    const foreign = await server.post('/v1/acts', { ...withdrawal, party: 'russia', inResponseTo: id });
    expect(foreign.refusal).toEqual([422, 'not-own-act', '/inResponseTo']);
    expect((await server.post('/v1/acts', { ...withdrawal, inResponseTo: id.toUpperCase() })).status).toBe(201);
    expect((await server.get(`/v1/acts/${another}`)).json['inResponseTo']).toBe(id);
  });

  it('are corrected as a whole, and a refusal points into the correction', async () => {
    await server.post('/v1/acts', { ...act, id });
    const wrong = { ...reason, act: { ...act, leanings: [{ issue: 'approach-to-moscow', value: -2 }] } };
    expect((await server.post(`/v1/acts/${id}/corrections`, wrong)).refusal).toEqual([
      ...[422, 'leaning-out-of-range', '/act/leanings/0/value'],
    ]);
    const right = { ...reason, cause: 'coding-error', act: { ...act, certainty: 0.5 } };
    expect((await server.post(`/v1/acts/${id}/corrections`, right)).json).toMatchObject({ id, revision: 1 });
    const { items } = await server.get(`/v1/acts/${id}/history`);
    expect(items).toMatchObject([
      { event: 'StatementMade', revision: 0, certainty: 1, reason: null, cause: null },
      { event: 'ActCorrected', revision: 1, certainty: 0.5, reason: 'It was misread.', cause: 'coding-error' },
    ]);
    const named = { ...reason, act: { ...act, id } };
    expect((await server.post(`/v1/acts/${id}/corrections`, named)).refusal).toEqual([422, 'invalid', '/act/id']);
  });

  it('are corroborated by quotes that they do not have yet', async () => {
    await server.post('/v1/acts', { ...act, id });
    const path = `/v1/acts/${id}/citations`;
    const more = { source: 'rubio-2025-04-18', exact: 'whether this is doable' };
    expect((await server.post(path, { citations: [more] })).status).toBe(201);
    expect((await server.get(`/v1/acts/${id}`)).json['citations']).toHaveLength(2);
    expect((await server.post(path, { citations: [more] })).refusal).toEqual([422, 'invalid', '/citations/0']);
    expect((await server.post(path, { citations: [] })).refusal).toEqual([422, 'invalid', '/citations']);
  });

  it('are retracted and reinstated, and stay listed with their state', async () => {
    await server.post('/v1/acts', { ...act, id });
    expect((await server.post(`/v1/acts/${id}/reinstatements`, reason)).refusal).toEqual([409, 'not-retracted']);
    expect((await server.post(`/v1/acts/${id}/retractions`, reason)).status).toBe(201);
    expect((await server.post(`/v1/acts/${id}/retractions`, reason)).refusal).toEqual([409, 'already-retracted']);
    expect((await server.get('/v1/acts')).items).toMatchObject([{ id, state: 'retracted', hasEffect: false }]);
    expect((await server.post(`/v1/acts/${id}/reinstatements`, reason)).status).toBe(201);
    expect((await server.get(`/v1/acts/${id}`)).json).toMatchObject({ state: 'recorded', revision: 2 });
  });

  it('answer 404 under an id that nothing was recorded under', async () => {
    for (const path of [`/v1/acts/${another}`, `/v1/acts/${another}/history`, '/v1/acts/not-a-uuid']) {
      expect((await server.get(path)).refusal).toEqual([404, 'not-found']);
    }
    for (const change of ['retractions', 'reinstatements']) {
      expect((await server.post(`/v1/acts/${another}/${change}`, reason)).refusal).toEqual([404, 'not-found']);
    }
  });
});
