import { keysIn, type Play, playAfter, playAt } from '../../../src/cli/replaying/play.js';
import { speedIn, spokenSpeed } from '../../../src/cli/replaying/speed-option.js';

const day = 86_400;
const after = (typed: string, speed = day): Play => keysIn(typed).reduce(playAfter, playAt(speed));

describe('the keys of a replay', () => {
  it('pause and go on', () => {
    expect(after(' ').isPaused).toBe(true);
    expect(after('  ').isPaused).toBe(false);
  });

  it('step by letter or arrow, which pauses, and forget the steps when it goes on', () => {
    expect(after('s\u001b[C\u001bOC')).toMatchObject({ isPaused: true, steps: 3 });
    expect(after('s ')).toMatchObject({ isPaused: false, steps: 0 });
  });

  it('double and halve the speed within what is offered', () => {
    expect(after('++-').speed).toBe(2 * day);
    expect(after('-', 0.001).speed).toBe(0.001);
    expect(after('+', 1e12).speed).toBe(Infinity);
    expect(after('-', Infinity).speed).toBe(1024 * day);
  });

  it('leave, asked or interrupted', () => {
    expect(after('q').left).toBe('asked');
    expect(after('\u0003').left).toBe('interrupted');
  });

  it('mean nothing else', () => {
    expect(after('x\u001b[A\n')).toEqual(playAt(day));
  });
});

describe('a speed', () => {
  it.each([
    ['max', Infinity, 'as fast as possible'],
    ['604800', 604_800, '7 days a second'],
    ['86400', day, '1 day a second'],
    ['90', 90, '1.5 minutes a second'],
    ['0.001', 0.001, '0.001 seconds a second'],
    ['1e12', 1e12, '11600000 days a second'],
  ])('of %s is read and told', (text, speed, told) => {
    expect([speedIn(text), spokenSpeed(speed)]).toEqual([speed, told]);
  });

  it.each(['0', '-1', 'fast', 'Infinity', '1e13', ''])('of %j is refused', (text) => {
    expect(() => speedIn(text)).toThrow('It is max or a number');
  });
});
