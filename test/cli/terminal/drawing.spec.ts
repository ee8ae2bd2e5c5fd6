import { axis } from '../../../src/cli/terminal/axis.js';
import { shareBar } from '../../../src/cli/terminal/share-bar.js';
import { signed } from '../../../src/cli/terminal/signed.js';
import { sparkline } from '../../../src/cli/terminal/sparkline.js';
import { stepChart } from '../../../src/cli/terminal/step-chart.js';

const bands = [
  { label: 'pressure', from: -1, to: -0.25 },
  { label: 'mediation', from: -0.25, to: 0.25 },
  { label: 'concessions', from: 0.25, to: 1 },
];

describe('a sparkline', () => {
  it('goes from −1 to +1, with spaces for gaps', () => {
    expect(sparkline([-1, -0.75, null, 0, 0.99, 1])).toBe('▁▂ ▅██');
  });
});

describe('an axis', () => {
  it('marks the score between the borders of the bands', () => {
    const [line, names] = axis({ bands, score: 0.5, width: 41 });
    expect(line).toBe('−1.00 ├──────────────┴─────────┴────●─────────┤ +1.00');
    expect(names).toBe('         pressure    mediation   concessions');
  });

  it.each([-1, 0, 1])('has room for a score of %d', (score) => {
    const [line] = axis({ bands, score, width: 21 });
    expect(line.indexOf('●')).toBe(6 + ((score + 1) / 2) * 20);
  });

  it('has no mark where there is no score', () => {
    expect(axis({ bands, score: null, width: 21 })[0]).not.toContain('●');
  });
});

describe('a bar', () => {
  it('shows a share to an eighth of a column', () => {
    expect(shareBar(0.5, 4)).toBe('██');
    expect(shareBar(0.28125, 4)).toBe('█▏');
    expect(shareBar(1, 4)).toBe('████');
  });

  it('shows something of anything', () => {
    expect(shareBar(0.0001, 4)).toBe('▏');
    expect(shareBar(0, 4)).toBe('');
  });
});

describe('a value', () => {
  it.each([
    [0.414, '+0.41'],
    [-0.6, '−0.60'],
    [0, '0.00'],
    [-0.001, '0.00'],
    [null, '–'],
  ])('of %p is written %s', (value, text) => {
    expect(signed(value)).toBe(text);
  });
});

describe('a chart', () => {
  it('draws two levels a row, borders dotted, gaps empty', () => {
    const lines = stepChart({ scores: [-1, null, 0.9, 1], rows: 4, borders: [0], paint: (text) => text });
    expect(lines).toEqual([' +1.00 ┤  ▀▀', '       │', '  0.00 ┤╌╌╌╌', ' −1.00 ┤▄']);
  });
});
