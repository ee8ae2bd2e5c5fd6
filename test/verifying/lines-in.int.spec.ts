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
    for await (const { bytes: line, isEnded } of linesIn(file))
      lines.push(Buffer.from(line).toString('latin1') + (isEnded ? '\n' : ''));
    return lines;
  }

  it('end with a line feed and nothing else, and together are the file', async () => {
    const piece = fc.constantFrom('\n', '\r', '\r\n', '\u2028', '\ufeff', 'a', '{}');
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => Buffer.from(pieces.join('')));
    await fc.assert(
      fc.asyncProperty(text, async (bytes) => {
        const lines = await linesOf(bytes);
        expect(lines.join('')).toBe(bytes.toString('latin1'));
        expect(lines.every((line) => line.indexOf('\n') === line.length - 1 || !line.includes('\n'))).toBe(true);
        expect(lines.filter((line) => !line.endsWith('\n')).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });

  it('are whole where they are longer than what is read at once', async () => {
    const long = 'x'.repeat(1_000_000);
    expect(await linesOf(Buffer.from(`a\n${long}\n${long}`))).toEqual(['a\n', `${long}\n`, long]);
  });
});
