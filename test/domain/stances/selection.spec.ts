import { everyAct, type Selection } from '../../../src/domain/stances/selection.js';
import { stanceOf } from '../../../src/domain/stances/stance-of.js';
import { act, at, cellOf, day, nothingWithdrawn, question, withdrawal, withdrawn } from './build.js';

const may = at('2025-05-01');
const cell = cellOf(
  act(1, may, { kind: 'threat', grade: 'A', attribution: 'on-record', speaker: 7 }),
  act(2, may + day, { kind: 'proposal', grade: 'F', attribution: 'official', speaker: 8 }),
  act(3, may + 2 * day, { kind: 'action', grade: 'C', attribution: 'reported', speaker: 0, start: may }),
  act(4, may + 3 * day, { kind: 'threat', grade: 'E', attribution: 'anonymous', speaker: 7 }),
);

function selected(changes: Partial<Selection>, validAt = may + 9 * day): number[] {
  const asked = question(validAt, { selection: { ...everyAct, ...changes } });
  return stanceOf(cell, nothingWithdrawn, asked).contributions.map((each) => each.act);
}

describe('selecting which acts may contribute', () => {
  it.each<[string, Partial<Selection>, number[]]>([
    ['all', {}, [1, 2, 3, 4]],
    ['by kind', { kinds: ['threat'] }, [1, 4]],
    ['by no kind', { kinds: [] }, []],
    ['by speaker, without acts that have none', { speakers: new Set([8, 0]) }, [2]],
    ['by reliability, where F stands between C and D', { minReliability: 'F' }, [1, 2, 3]],
    ['by reliability of C at least', { minReliability: 'C' }, [1, 3]],
    ['by attribution', { minAttribution: 'official' }, [1, 2]],
    ['from a time on, by when an act may have begun', { occurredFrom: may + day }, [2, 4]],
    ['from a time on, inclusive', { occurredFrom: may }, [1, 2, 3, 4]],
    ['up to a time, inclusive', { occurredTo: may + 2 * day }, [1, 2, 3]],
    ['by mandate, without acts that have no speaker', { mandated: () => true }, [1, 2, 4]],
    ['by mandate at the time', { mandated: (speaker, start) => speaker === 7 && start > may }, [4]],
    ['by several at once', { kinds: ['threat', 'action'], minReliability: 'C' }, [1, 3]],
  ])('selects %s', (_, changes, acts) => {
    expect(selected(changes)).toEqual(acts);
  });

  it('applies to pending acts too', () => {
    const asked = (kinds: Selection['kinds']) =>
      stanceOf(cell, nothingWithdrawn, question(may + day, { selection: { ...everyAct, kinds } })).pending;
    expect(asked(['action'])).toHaveLength(1);
    expect(asked(['threat'])).toHaveLength(0);
  });

  it('lets a withdrawal outside it act', () => {
    const asked = question(may + 9 * day, { selection: { ...everyAct, kinds: ['threat'] } });
    const { contributions } = stanceOf(cell, withdrawn(withdrawal(5, 1, may + day)), asked);
    expect(contributions.map((each) => each.act)).toEqual([4]);
  });
});
