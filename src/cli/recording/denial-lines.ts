import { plain } from '../terminal/plain.js';
import type { Colors } from '../terminal/terminal.js';
import type { Denial, Fault, Outcome } from './outcome.js';
import type { Place } from './record-document.js';

/** A refusal for people: where, which code, of what, why, and what to do about it. */
export function denialLines({ thing, name }: Outcome, denial: Denial, colors: Colors): readonly string[] {
  const lines = denial.faults.flatMap((fault) => [
    `${colors.bold(placeText(fault.place))}: ${colors.red(denial.code)}: ${plain(fault.detail)}`,
    ...fault.suggestions.flatMap((each) => suggestionLines(fault, each)),
  ]);
  const about = thing === 'document' ? '' : ` ${plain(name)}`;
  const overall = denial.faults.every(({ detail }) => detail === denial.detail) ? '' : `: ${plain(denial.detail)}`;
  const advice = denial.advice === null ? [] : [`  ${plain(denial.advice)}`];
  return [...lines, colors.dim(`  in ${thing}${about}${overall}`), ...advice];
}

/** `file:line:column`, as editors and terminals open it. */
export function placeText({ file, line, column }: Place): string {
  return column === null ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** Ready to be pasted over the citation. */
function suggestionLines(_fault: Fault, { start, end, exact }: Fault['suggestions'][number]): readonly string[] {
  return [`  perhaps: {exact: ${JSON.stringify(exact)}, start: ${start}, end: ${end}}`];
}
