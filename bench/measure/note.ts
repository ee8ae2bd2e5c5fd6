/** Says on stderr what is going on; on a terminal each note takes the place of the one before. */
export function note(text: string): void {
  const { isTTY } = process.stderr;
  process.stderr.write(isTTY ? `\r\x1b[2K${text}` : `${text}\n`);
}
