import { createHash } from 'node:crypto';
import { LogAway } from '../../src/ports/event-log.js';
import type { Texts } from '../../src/ports/texts.js';

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

const awkward: readonly [string, string][] = [
  ['nothing', ''],
  ['U+0000', 'a\0b\0'],
  ['a byte order mark', '\uFEFFtext'],
  ['every kind of line end', 'a\r\nb\rc\nd\u2028e\u0085'],
  ['letters that could be composed', 'e\u0301 é \u212B'],
  ['characters beyond the basic plane', '👋🏽 𝔇émarche'],
  ['noncharacters', '\uFFFE\uFFFF\u{10FFFF}'],
  ['two million characters', 'Мир '.repeat(500_000)],
];

/** What every store of texts keeps to; `open` gives a new, empty one each time. */
export function describeTexts(name: string, open: () => Promise<Texts>): void {
  describe(`${name} as a store of texts`, () => {
    let texts: Texts;
    beforeEach(async () => {
      texts = await open();
    });
    afterEach(() => texts.close());

    it.each(awkward)('gives a text with %s back code unit for code unit', async (_, text) => {
      expect(await texts.put(hashOf(text), text)).toBe('stored');
      expect(await texts.get(hashOf(text))).toEqual({ state: 'present', text });
    });

    it('does not know what was never put', async () => {
      expect(await texts.get(hashOf('unknown'))).toEqual({ state: 'absent' });
    });

    it('keeps texts apart', async () => {
      await texts.put(hashOf('one'), 'one');
      await texts.put(hashOf('two'), 'two');
      expect(await texts.get(hashOf('one'))).toEqual({ state: 'present', text: 'one' });
      expect(await texts.get(hashOf('two'))).toEqual({ state: 'present', text: 'two' });
    });

    it('changes nothing when a text is put again', async () => {
      await texts.put(hashOf('again'), 'again');
      expect(await texts.put(hashOf('again'), 'again')).toBe('stored');
      expect(await texts.get(hashOf('again'))).toEqual({ state: 'present', text: 'again' });
    });

    it('takes a text that is put several times at once', async () => {
      const answers = await Promise.all([1, 2, 3].map(() => texts.put(hashOf('crowd'), 'crowd')));
      expect(answers).toEqual(['stored', 'stored', 'stored']);
    });

    it('refuses a text under the hash of another', async () => {
      await expect(texts.put(hashOf('one'), 'two')).rejects.toThrow(RangeError);
      await expect(texts.put(hashOf('one').toUpperCase(), 'one')).rejects.toThrow(RangeError);
      expect(await texts.get(hashOf('one'))).toEqual({ state: 'absent' });
    });

    it('refuses a lone surrogate, whose bytes are those of another text', async () => {
      await expect(texts.put(hashOf('\ud800'), '\ud800')).rejects.toThrow(RangeError);
      expect(await texts.get(hashOf('\ufffd'))).toEqual({ state: 'absent' });
    });

    it('erases a text for good', async () => {
      await texts.put(hashOf('secret'), 'secret');
      await texts.erase(hashOf('secret'));
      expect(await texts.get(hashOf('secret'))).toEqual({ state: 'erased' });
      expect(await texts.put(hashOf('secret'), 'secret')).toBe('erased');
      expect(await texts.get(hashOf('secret'))).toEqual({ state: 'erased' });
    });

    it('leaves the other texts when it erases one', async () => {
      await Promise.all(['one', 'two', 'three'].map((text) => texts.put(hashOf(text), text)));
      await texts.erase(hashOf('two'));
      expect(await texts.get(hashOf('one'))).toEqual({ state: 'present', text: 'one' });
      expect(await texts.get(hashOf('three'))).toEqual({ state: 'present', text: 'three' });
    });

    it('never takes a text that was erased before it was put', async () => {
      await texts.erase(hashOf('unwanted'));
      expect(await texts.put(hashOf('unwanted'), 'unwanted')).toBe('erased');
      expect(await texts.get(hashOf('unwanted'))).toEqual({ state: 'erased' });
    });

    it('may erase a text twice, also at once', async () => {
      await texts.put(hashOf('secret'), 'secret');
      await Promise.all([texts.erase(hashOf('secret')), texts.erase(hashOf('secret'))]);
      await texts.erase(hashOf('secret'));
      expect(await texts.get(hashOf('secret'))).toEqual({ state: 'erased' });
    });

    it('finishes on closing, and is away from then on', async () => {
      const putting = texts.put(hashOf('last'), 'last');
      await Promise.all([texts.close(), texts.close()]);
      expect(await putting).toBe('stored');
      await expect(texts.put(hashOf('late'), 'late')).rejects.toThrow(LogAway);
      await expect(texts.get(hashOf('late'))).rejects.toThrow(LogAway);
      await expect(texts.erase(hashOf('late'))).rejects.toThrow(LogAway);
    });
  });
}
