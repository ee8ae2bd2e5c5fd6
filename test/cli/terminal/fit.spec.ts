import { centre, cut, padEnd, padStart } from '../../../src/cli/terminal/fit.js';
import { wrap } from '../../../src/cli/terminal/wrap.js';

describe('fitting a text', () => {
  it('pads by columns, not by characters', () => {
    expect(padEnd('基輔', 6)).toBe('基輔  ');
    expect(padStart('e\u0301', 3)).toBe('  e\u0301');
    expect(centre('ab', 6)).toBe('  ab  ');
  });

  it('leaves a text alone that fits', () => {
    expect(cut('fits', 4)).toBe('fits');
    expect(padEnd('fits', 2)).toBe('fits');
  });

  it('cuts with an ellipsis and never through a character', () => {
    expect(cut('a long text', 7)).toBe('a long…');
    expect(cut('基輔基輔', 4)).toBe('基…');
    expect(cut('anything', 0)).toBe('');
  });

  it('wraps between words, and leaves a word alone that is too long', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('extraordinarily so', 5)).toEqual(['extraordinarily', 'so']);
  });
});
