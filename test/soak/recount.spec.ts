import { recounted } from './recount.js';

const log = ['log', 'party-a', 'act-a', 'act-b', 'act-a'];
const acknowledged = [
  { sequence: 3, stream: 'act-a' },
  { sequence: 4, stream: 'act-b' },
  { sequence: 5, stream: 'act-a' },
];

describe('what was acknowledged, held against the log', () => {
  it('is whole when each is in its place, and nothing more of acts', () => {
    expect(recounted(acknowledged, log)).toEqual({ lost: 0, duplicated: 0 });
  });

  it('is lost where another event stands in its place, or none', () => {
    expect(recounted([...acknowledged, { sequence: 6, stream: 'act-c' }], log)).toEqual({ lost: 1, duplicated: 0 });
    expect(recounted(acknowledged, log.with(3, 'party-b'))).toEqual({ lost: 1, duplicated: 0 });
  });

  it('is lost where two were told of one place', () => {
    expect(recounted([...acknowledged, { sequence: 3, stream: 'act-a' }], log)).toEqual({ lost: 1, duplicated: 0 });
  });

  it('is duplicated where an act has an event that nobody was told of', () => {
    expect(recounted(acknowledged, [...log, 'act-b'])).toEqual({ lost: 0, duplicated: 1 });
  });
});
