import { monthLine } from '../../../src/cli/demo/month-line.js';

describe('the months below a chart', () => {
  it('stand where they begin, a January as its year', () => {
    const span = { from: Date.parse('2024-11-15T00:00:00Z'), to: Date.parse('2025-03-15T00:00:00Z') };
    expect(monthLine(span, 24)).toBe('   Dec   2025   Feb  Mar');
  });

  it('are left out where there is no room', () => {
    const span = { from: Date.parse('2024-01-15T00:00:00Z'), to: Date.parse('2024-12-15T00:00:00Z') };
    expect(monthLine(span, 12)).toBe(' Feb Jun Oct');
  });
});
