import { didYouMean } from '../../src/cli/did-you-mean.js';

describe('a misspelt word', () => {
  it('is held beside the nearest one', () => {
    expect(didYouMean('sumary', ['kind', 'summary', 'party'])).toBe(' Did you mean `summary`?');
    expect(didYouMean('stat', ['state', 'organisation'])).toBe(' Did you mean `state`?');
  });

  it('gets no suggestion where none is near', () => {
    expect(didYouMean('colour', ['kind', 'summary'])).toBe('');
    expect(didYouMean('anything', [])).toBe('');
  });
});
