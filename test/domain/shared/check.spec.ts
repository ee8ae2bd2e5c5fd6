import { refuseIf, refuseIfAny } from '../../../src/domain/shared/check.js';
import { Refusal } from '../../../src/domain/shared/refusal.js';

const complaints = [
  { pointer: '/a', detail: 'First.' },
  { pointer: '/b', detail: 'Second.' },
];

describe('a check', () => {
  it('refuses with every complaint, and says the first', () => {
    expect(() => refuseIfAny('invalid', complaints)).toThrow(new Refusal('invalid', 'First.', complaints));
  });

  it('is silent when there is nothing to complain of', () => {
    expect(() => refuseIfAny('invalid', [])).not.toThrow();
    expect(() => refuseIf(false, 'invalid', complaints[0]!)).not.toThrow();
  });

  it('refuses with its one complaint when it is wrong', () => {
    const refused = (): void => refuseIf(true, 'bad-time', { ...complaints[1]!, suggestions: [] });
    expect(refused).toThrow(expect.objectContaining({ code: 'bad-time', message: 'Second.', errors: [complaints[1]] }));
  });
});
