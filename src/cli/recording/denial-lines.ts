import { plain } from '../terminal/plain.js';
import type { Suggestion } from '../server/problem.js';
import type { Colors } from '../terminal/terminal.js';
import type { Denial, Outcome } from './outcome.js';
import type { Place } from './record-document.js';

export interface DenialLines {
  readonly faults: readonly string[];
  /** Of which thing they are, and what to do. */
  readonly about: readonly string[];
}

/** A refusal for people: where, which code, of what, why, and what to do about it. */
export function denialLines({ thing, name }: Outcome, denial: Denial, colors: Colors): DenialLines {
  const faults = denial.faults.flatMap((fault) => [
    `${colors.bold(placeText(fault.place))}: ${colors.red(fault.code)}: ${plain(fault.detail)}`,
    ...fault.suggestions.map(suggestionLine),
  ]);
  const named = thing === 'document' ? '' : ` ${plain(name)}`;
  const overall = denial.faults.some(({ detail }) => detail === denial.detail) ? '' : `: ${plain(denial.detail)}`;
  const advice = denial.advice === null ? [] : [`  ${plain(denial.advice)}`];
  return { faults, about: [colors.dim(`  in ${thing}${named}${overall}`), ...advice] };
}

/** `file:line:column`, as editors and terminals open it. */
export function placeText({ file, line, column }: Place): string {
  return column === null ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** Ready to be pasted over the citation. */
function suggestionLine({ start, end, exact }: Suggestion): string {
  return `  perhaps: {exact: ${quoted(exact)}, start: ${start}, end: ${end}}`;
}

/** As YAML and JSON quote it; what a terminal would obey is written as an escape. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
