import { ToldExport } from './told-export.js';

const step = 53;

describe('verifying an exported log in which one bit was flipped', () => {
  const told = ToldExport.forThisFile();

  it('names a fault wherever it is, and never fails to give a verdict', async () => {
    for (const [line, text] of told.whole.entries())
      for (let at = line % step; at < Buffer.byteLength(text); at += step) {
        const faults = await told.faultsOf((lines) => flip(lines, { line, at, bit: (at + line) % 8 }));
        expect([line, at, faults.length > 0]).toEqual([line, at, true]);
      }
  });

  it.each([
    [
      'a name that stands in no table',
      10,
      'on-record',
      'on-recosd',
      /no stance can be made: not in the table of codes/,
    ],
    [
      'a time that is none',
      10,
      String.raw`occurred\":\"2025-04-18`,
      String.raw`occurred\":\"2025%04-18`,
      /no stance can be made: /,
    ],
    ['a field that is called otherwise', 8, 'citations', 'cit`tions', /^8: cannot be understood/m],
    [
      'a list that is none',
      8,
      String.raw`"addressees\":[]`,
      String.raw`"addressees\":{}`,
      /^8: names things in no way/m,
    ],
    ['a grade that is none', 6, String.raw`\"B\"`, String.raw`\"Z\"`, /^8: records an act of which no stance/m],
    [
      'bands that are none',
      5,
      String.raw`"bands\"`,
      String.raw`"bandr\"`,
      /the stances of united-states cannot be made/,
    ],
  ])('names what is made of %s, and verifies the rest', async (_what, sequence, from, to, fault) => {
    const faults = await told.faultsOf((lines) => {
      const line = lines.findIndex((one) => one.startsWith(`{"event":{"sequence":${sequence},`));
      expect(lines[line]).toContain(from);
      lines[line] = lines[line]!.replaceAll(from, to);
    });
    expect(faults.join('\n')).toMatch(fault);
    expect(faults).toContain(`${sequence}: has data that are not those of its hash`);
  });
});

function flip(lines: string[], { line, at, bit }: { line: number; at: number; bit: number }): void {
  const bytes = Buffer.from(lines[line]!, 'utf8');
  bytes[at] = bytes[at]! ^ (1 << bit);
  lines[line] = bytes.toString('utf8');
}
