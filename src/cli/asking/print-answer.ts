import type { Answer } from '../server/answer.js';
import type { Terminal } from '../terminal/terminal.js';

/** The very bytes of an answer; on a terminal with a line break after them. */
export function printAnswer(answer: Answer, out: Terminal): void {
  out.write(answer.bytes);
  if (out.isTerminal) out.write('\n');
}
