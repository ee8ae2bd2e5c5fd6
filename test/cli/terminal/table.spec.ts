import { table } from '../../../src/cli/terminal/table.js';

const style = { title: (text: string) => text, width: Infinity };

describe('a table', () => {
  it('is as wide as its fields, numbers to the right', () => {
    const lines = table(
      [{ title: 'party' }, { title: 'score', align: 'right' }],
      [
        ['aland', '+0.5'],
        ['b', '−0.25'],
      ],
      style,
    );
    expect(lines).toEqual(['party  score', 'aland   +0.5', 'b      −0.25']);
  });

  it('keeps its columns with wide characters and combining marks', () => {
    const lines = table(
      [{ title: '' }, { title: '' }],
      [
        ['基輔', 'x'],
        ['e\u0301', 'x'],
        ['abcd', 'x'],
      ],
      style,
    );
    expect(lines).toEqual(['基輔  x', 'e\u0301     x', 'abcd  x']);
  });

  it('measures a field before it paints it', () => {
    const paint = (text: string): string => `<${text}>`;
    expect(table([{ title: 'a' }, { title: 'b' }], [[{ text: 'xyz', paint }, '1']], style)[1]).toBe('<xyz>  1');
  });

  it('cuts the last column to the terminal', () => {
    const [, line] = table([{ title: 'a' }, { title: 'b' }], [['x', 'a text of many words']], { ...style, width: 15 });
    expect(line).toBe('x  a text of m…');
  });

  it('needs no titles', () => {
    expect(table([{ title: '' }], [['only']], style)).toEqual(['only']);
  });
});
