import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { linesIn } from '../../src/verifying/lines-in.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';

const folder = temporaryFolders();

describe('the lines of a file', () => {
  const file = join(folder(), 'lines');

  async function linesOf(bytes: Uint8Array): Promise<readonly string[]> {
    writeFileSync(file, bytes);
    const lines: string[] = [];
    for await (const line of linesIn(file)) lines.push(Buffer.from(line).toString('latin1'));
    return lines;
  }

  it('end with a line feed and nothing else, and together are the file', async () => {
    const piece = fc.constantFrom('\n', '\r', '\r\n', '\u2028', '\ufeff', 'a', '{}');
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => Buffer.from(pieces.join('')));
    await fc.assert(
      fc.asyncProperty(text, async (bytes) => {
        const lines = await linesOf(bytes);
        const whole = bytes.toString('latin1');
        expect(lines.join('\n')).toBe(whole.endsWith('\n') ? whole.slice(0, -1) : whole);
        expect(lines.some((line) => line.includes('\n'))).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('are whole where they are longer than what is read at once', async () => {
    const long = 'x'.repeat(1_000_000);
    expect(await linesOf(Buffer.from(`a\n${long}\n${long}`))).toEqual(['a', long, long]);
  });
});
