import { modelOf } from '../../../src/domain/stances/models/model-of.js';
import { stanceOf } from '../../../src/domain/stances/stance-of.js';
import { act, at, cellOf, day, question, withdrawal, withdrawn } from './build.js';

function hexOf(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

describe('the answers ever given', () => {
  const may = at('2025-05-01');
  const cell = cellOf(
    act(1, may, { value: -0.7, kind: 'threat', attribution: 'reported', grade: 'B' }),
    act(2, may + 40 * day, { value: 0.35, kind: 'proposal', attribution: 'official', certainty: 0.9 }),
    act(3, may + 41 * day, { value: 0.1, kind: 'action', mode: 'diplomatic', grade: 'F' }),
    act(4, may + 300 * day + 1, { value: 0.9, kind: 'denial', attribution: 'anonymous', grade: 'E' }),
  );
  const withdrawals = withdrawn(withdrawal(5, 2, may + 60 * day, { certainty: 0.6 }));

  it.each([
    ['decayed-mean', 90, ['3fc9ff73f352ea2e', '3fca1c63dc1f6cb8', '3fe2e4b281d5ed89']],
    ['decayed-mean', 7, ['3fecccccccc52961', '3f68f7246ec48b5e', '3edaf64cadf471ce']],
    ['latest', 90, ['3feccccccccccccd', '3fb47ae147ae147c', '0000000000000000']],
    ['mean', 90, ['3fc4cccccccccccd', '4010000000000000', '3fe26e2f53ba26cb']],
  ])('by %s 1 with a half-life of %d days stay the same, to the bit', (name, halfLifeDays, bits) => {
    const asked = question(may + 333 * day, { model: modelOf(name, 1), halfLifeDays });
    const { score, strength, spread } = stanceOf(cell, withdrawals, asked);
    expect([score ?? NaN, strength, spread].map(hexOf)).toEqual(bits);
  });
});
