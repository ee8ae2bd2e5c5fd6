import { gapsAfter } from './gaps.js';

const [first, second] = [
  { what: 'killed', at: 100 },
  { what: 'frozen', at: 200 },
];

describe('the longest time without an acknowledgement', () => {
  it('is told of each fault by itself', () => {
    expect(gapsAfter([first, second], [90, 130, 140, 190, 210, 260, 290], 300)).toEqual([50, 50]);
  });

  it('counts whole where it began before the fault or goes on after the next', () => {
    expect(gapsAfter([first, second], [10, 160, 250], 260)).toEqual([150, 90]);
  });

  it('lasts to the end where nothing is acknowledged any more', () => {
    expect(gapsAfter([first], [90], 900)).toEqual([810]);
    expect(gapsAfter([first], [], 900)).toEqual([800]);
  });
});
