import fc from 'fast-check';
import { seal, unseal } from '../../src/application/replaying/sealed.js';

describe('what was sealed for a client to hand back', () => {
  it('opens with the same question, and with no other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (text, asked, other) => {
        expect(unseal(asked, seal(asked, text))).toBe(text);
        if (other !== asked) expect(unseal(other, seal(asked, text))).toBeNull();
      }),
    );
  });

  it('opens no more with any character changed, left out or added', () => {
    const sealed = seal('every act', '48 1751328000000 1738454400000 1 1 2 0');
    for (let at = 0; at < sealed.length; at++) {
      const [before, own, after] = [sealed.slice(0, at), sealed[at], sealed.slice(at + 1)];
      const others = ['A', 'B', 'w', '0', '-', '='].filter((one) => one !== own);
      for (const one of ['', ...others]) expect(unseal('every act', before + one + after)).toBeNull();
    }
    expect(unseal('every act', `${sealed}A`)).toBeNull();
    expect(unseal('every act', '')).toBeNull();
  });
});
