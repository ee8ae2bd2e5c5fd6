import { didYouMean } from '../did-you-mean.js';
import type { Problem, ProblemError } from '../server/problem.js';
import type { Denial, Fault, Outcome } from './outcome.js';
import { isMisfit, type Planned, type Write } from './planned.js';
import type { Path, RecordDocument } from './record-document.js';

/** Turns a refusal into words with places: each JSON pointer becomes the line where the recorder wrote it. */
export function deny(planned: Planned, problem: Problem, document: RecordDocument): Outcome {
  const place = document.placeOf(planned.at);
  const faults = problem.errors.map((error) => ({ code: problem.code, ...faultOf(error, planned, document) }));
  const denial: Denial = {
    code: problem.code,
    detail: problem.detail,
    faults: faults.length > 0 ? faults : [wholeFault(planned, problem, document)],
    advice: isMisfit(planned) ? null : adviceOn(planned, problem),
  };
  const id = isMisfit(planned) ? null : planned.id;
  return { thing: planned.thing, name: planned.name, id, place, result: 'refused', denial };
}

/** Calls an act by its name, and adds what a reference that leads nowhere was perhaps meant to be. */
export function hintOf({ id, name }: Write, problem: Problem, names: readonly string[]): Problem {
  if (!name.includes('#')) return problem;
  const hint = problem.code === 'not-found' ? didYouMean(name, names) : '';
  const errors = problem.errors.map((error) => ({ ...error, detail: error.detail.replace(id, name) }));
  return { ...problem, detail: problem.detail.replace(id, name) + hint, errors };
}

type Unplaced = Omit<Fault, 'code'> & Partial<Fault>;

function faultOf({ pointer, ...error }: ProblemError, planned: Planned, document: RecordDocument): Unplaced {
  const part = error.detail.startsWith('There is no key') ? 'key' : 'value';
  return { place: document.placeOf(pathOf(pointer, planned), part), suggestions: [], ...error };
}

function wholeFault(planned: Planned, { code, detail }: Problem, document: RecordDocument): Fault {
  return { place: document.placeOf(pathOf('', planned)), code, detail, suggestions: [] };
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
  const content = thing === 'act' ? 'act: {…the whole new content}' : '…the whole new content';
  const text =
    thing === 'source' ? ' A text never changes: another text is another source, with an id of its own.' : '';
  return (
    'It is recorded with other content, and what is recorded is never edited: put this entry back as it was and add, ' +
    `under \`changes:\`, \`{${verb}: "${name}", reason: …, ${content}}\`.${text}`
  );
}
