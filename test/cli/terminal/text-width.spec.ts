import { textWidth } from '../../../src/cli/terminal/text-width.js';

describe('the width of a text on a terminal', () => {
  it.each([
    ['plain', 5],
    ['Zelenskyj̈', 9],
    ['e\u0301te\u0301', 3],
    ['基輔', 4],
    ['키이우', 6],
    ['ｱ', 1],
    ['Ａ', 2],
    ['🇺🇦', 2],
    ['👩‍👩‍👧', 2],
    ['−0.60', 5],
    ['כן', 2],
    ['', 0],
  ])('of %s is %i columns', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});
