import { checkpointIn } from '../../src/verifying/checkpoint-in.js';
import { formatKept } from '../../src/witnessing/kept.js';
import { ToldLog } from '../witnessing/told-log.js';

describe('a checkpoint that verify is given', () => {
  const { note } = new ToldLog();

  it.each([
    ['a signed note', note],
    [
      'what a witness keeps',
      formatKept({ url: 'http://127.0.0.1', keys: [], seenAt: '2025-06-01T12:00:00.000Z', note }),
    ],
  ])('may be %s', (_, content) => {
    expect(checkpointIn(content)).toBe(note);
  });

  it.each(['', 'null', '{"note":1}', '[]'])('is what it is where it is %j, for verify to refuse', (content) => {
    expect(checkpointIn(content)).toBe(content);
  });
});
