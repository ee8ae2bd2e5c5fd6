import { actsOf, details, planned, writes } from '../support/planning.js';

describe('a reference', () => {
  it.each([
    ['#open', 'herald#open'],
    ['herald#open', 'herald#open'],
  ])('%s names an act of the document', async (reference, name) => {
    const acts = writes(await actsOf(`key: no, party: b, inResponseTo: "${reference}"`, 'key: open, party: a'));
    expect(acts[0]?.body['inResponseTo']).toBe(acts.find((each) => each.name === name)?.id);
  });

  it('names one of joint acts by its party', async () => {
    const acts = writes(await actsOf('key: open, parties: [a, b]', 'key: no, party: c, inResponseTo: "#open/b"'));
    expect(acts[2]?.body['inResponseTo']).toBe(acts[1]?.id);
  });

  it('may be an id', async () => {
    const id = '0B6E2B1C-5d0a-4c7e-9a54-0c1a3f1b7c11';
    const [one] = writes(await actsOf(`party: a, inResponseTo: ${id}`));
    expect(one?.body['inResponseTo']).toBe(id.toLowerCase());
  });

  it('leads to the same act from another file, whoever did it', async () => {
    const [open] = writes(await actsOf('key: open, party: a'));
    const changes = writes((await planned('changes: [{retract: "herald#open", reason: r}]')).changes);
    expect(changes[0]?.path).toBe(`/v1/acts/${open?.id ?? ''}/retractions`);
  });

  it.each([
    ['#open', '`herald#open` was done jointly; say whose act: herald#open/aland, herald#open/bland.'],
    ['#open/alund', '`alund` is not among those who did `herald#open`. Did you mean `aland`?'],
    ['#alone/aland', '`herald#alone` was done by one party; leave `/aland` out.'],
    ['open', '`open` is no reference: write `#key`, `source#key`, `source#key/party` or an id.'],
  ])('%s is refused where it cannot be meant', async (reference, detail) => {
    const named = ['key: open, parties: [aland, bland]', 'key: alone, party: aland'];
    const acts = await actsOf(...named, `key: no, party: c, inResponseTo: "${reference}"`);
    expect(details(acts)).toContain(detail);
  });
});
