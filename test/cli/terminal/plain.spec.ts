import { plain } from '../../../src/cli/terminal/plain.js';

describe('a text of others', () => {
  it('cannot give orders to the terminal', () => {
    expect(plain('a\u001b[2Jb')).toBe('a [2Jb');
    expect(plain('a\r\nb\tc')).toBe('a b c');
    expect(plain('a\u202eb')).toBe('a b');
  });

  it('keeps its letters', () => {
    expect(plain('“Zelenskyy’s” 基輔 כן')).toBe('“Zelenskyy’s” 基輔 כן');
  });
});
