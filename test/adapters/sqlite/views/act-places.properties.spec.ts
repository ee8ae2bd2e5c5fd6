import fc from 'fast-check';
import { ActPlaces } from '../../../../src/adapters/sqlite/views/act-places.js';

describe('places of acts', () => {
  it('are found for every act that was added and for no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 200 }), fc.uuid(), (ids, other) => {
        const places = new ActPlaces();
        const names = new Map(ids.map((id, index) => [index + 2, id]));
        for (const [sequence, id] of names) places.add(id, sequence);
        const find = (id: string) => places.firstOf(id, (sequence) => names.get(sequence) === id);
        expect(ids.map(find)).toEqual(ids.map((_, index) => index + 2));
        expect(find(other)).toBe(ids.includes(other) ? ids.indexOf(other) + 2 : undefined);
      }),
    );
  });

  it('outgrow the room that they began with', () => {
    const places = new ActPlaces();
    const idOf = (sequence: number): string => `act-${String(sequence)}`;
    for (let sequence = 1; sequence <= 20_000; sequence++) places.add(idOf(sequence), sequence);
    const found = [1, 2_458, 20_000].map((sequence) => places.firstOf(idOf(sequence), (each) => each === sequence));
    expect(found).toEqual([1, 2_458, 20_000]);
  });

  it('tell acts apart that share a hash, by who asks', () => {
    const places = new ActPlaces();
    places.add('same', 3);
    places.add('same', 8);
    expect(places.firstOf('same', (sequence) => sequence === 8)).toBe(8);
  });

  it('know all events of an act of which more was recorded', () => {
    const places = new ActPlaces();
    places.add('one', 4);
    places.addLater(4, 9);
    places.addLater(4, 12);
    expect([places.allOf(4), places.allOf(5)]).toEqual([[4, 9, 12], [5]]);
  });
});
