import { didYouMean } from '../did-you-mean.js';
import type { Problem, ProblemError } from '../server/problem.js';
import type { Denial, Fault, Outcome } from './outcome.js';
import { isMisfit, type Planned, type Write } from './planned.js';
import type { Path, Place, RecordDocument } from './record-document.js';

/** Turns a refusal into words with places: each JSON pointer becomes the line where the recorder wrote it. */
export function deny(planned: Planned, problem: Problem, document: RecordDocument): Outcome {
  const place = document.placeOf(planned.at);
  const faults = problem.errors.map((error) => faultOf(error, planned, document));
  const denial: Denial = {
    code: problem.code,
    detail: problem.detail,
    faults:
      faults.length > 0 ? faults : [{ place: ownPlace(planned, document), detail: problem.detail, suggestions: [] }],
    advice: isMisfit(planned) ? null : adviceOn(planned, problem),
  };
  const id = isMisfit(planned) ? null : planned.id;
  return { thing: planned.thing, name: planned.name, id, place, result: 'refused', denial };
}

/** With what a reference that leads nowhere was perhaps meant to be, of the acts that the files name. */
export function hintOf(planned: Planned, problem: Problem, names: readonly string[]): Problem {
  if (problem.code !== 'not-found' || !planned.name.includes('#')) return problem;
  return { ...problem, detail: problem.detail + didYouMean(planned.name, names) };
}

function faultOf(
  { pointer, detail, suggestions = [] }: ProblemError,
  planned: Planned,
  document: RecordDocument,
): Fault {
  const part = detail.startsWith('There is no key') ? 'key' : 'value';
  return { place: document.placeOf(pathOf(pointer, planned), part), detail, suggestions };
}

function ownPlace(planned: Planned, document: RecordDocument): Place {
  return document.placeOf(pathOf('', planned));
}

/** The way to what a pointer into the sent body names, in the document. */
function pathOf(pointer: string, planned: Planned): Path {
  const steps = pointer.startsWith('/') ? pointer.slice(1).split('/').map(unescape) : [];
  const moved = isMisfit(planned) ? undefined : planned.moved?.[steps[0] ?? ''];
  return moved ? [...moved, ...steps.slice(1)] : [...planned.at, ...steps];
}

function unescape(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

const changedBy: Readonly<Record<string, string>> = {
  act: 'correct',
  party: 'describeParty',
  speaker: 'describeSpeaker',
  issue: 'reframeIssue',
  source: 'describeSource',
};

function adviceOn({ thing, name }: Write, { code }: Problem): string | null {
  const verb = changedBy[thing];
  if (code !== 'id-in-use' || verb === undefined) return null;
  const text =
    thing === 'source' ? ' A text never changes: another text is another source, with an id of its own.' : '';
  return (
    `It is recorded with other content, and what is recorded is never edited: put this entry back as it was and add, ` +
    `under \`changes:\`, \`{${verb}: "${name}", reason: …, …the whole new content}\`.${text}`
  );
}
