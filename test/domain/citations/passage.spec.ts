import { passageOf } from '../../../src/domain/citations/passage.js';
import { SourceText } from '../../../src/domain/citations/source-text.js';

const text = new SourceText('🕊 one two three 🕊');

describe('a quote in its surroundings', () => {
  it('stands between as many code points as asked for, fewer at the ends of the text', () => {
    expect(passageOf(text, { exact: 'two', start: 6, end: 9 }, 3)).toEqual({
      ...{ matches: true, from: 3, to: 12, before: 'ne ', exact: 'two', after: ' th' },
    });
    expect(passageOf(text, { exact: 'two', start: 6, end: 9 }, 99)).toMatchObject({
      ...{ from: 0, to: 17, before: '🕊 one ', after: ' three 🕊' },
    });
  });

  it('does not match where the text has something else, or is shorter', () => {
    expect(passageOf(text, { exact: 'owt', start: 6, end: 9 }, 0)).toMatchObject({ matches: false, exact: 'two' });
    expect(passageOf(text, { exact: 'two', start: 16, end: 19 }, 9)).toMatchObject({ matches: false, exact: '' });
  });
});
