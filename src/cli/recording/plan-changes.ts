import { isUnresolved, type Referred, resolveReference } from './act-reference.js';
import { commandOf, jointIdOf } from './derived-ids.js';
import { misfit } from './misfit.js';
import { type ActVerb, changeShape, isActVerb, type Verb, verbOf, verbs } from './change-verbs.js';
import { citing } from './citing.js';
import { type PlanningContext, responseOf } from './plan-acts.js';
import type { Planned } from './planned.js';
import { isMapping, type Json, type Path } from './record-document.js';
import { type Complaint, invalid } from './shape.js';

export function planChanges(items: readonly unknown[], context: PlanningContext): readonly Planned[] {
  return items.map((item, index) => planChange(item, ['changes', index], context));
}

function planChange(item: unknown, at: Path, context: PlanningContext): Planned {
  const verb = isMapping(item) ? verbOf(item) : null;
  if (!isMapping(item) || !verb) return unnamed(at);
  const { [verb]: target, ...content } = item;
  const asked = { thing: verbs[verb].thing, name: String(target), at };
  const complaints = changeShape(verb)(item, '');
  if (complaints.length > 0) return misfit(asked, complaints);
  if (isActVerb(verb)) return planActChange({ ...asked, verb }, content, context);
  return write({ ...asked, verb, id: asked.name }, content);
}

function unnamed(at: Path): Planned {
  const detail = `A change has exactly one of ${Object.keys(verbs).join(', ')}.`;
  return misfit({ thing: 'correction', name: `change ${Number(at[1]) + 1}`, at }, invalid('', detail));
}

interface ActChange extends Omit<Addressed, 'id'> {
  readonly verb: ActVerb;
}

function planActChange(change: ActChange, content: Json, context: PlanningContext): Planned {
  const { verb, ...asked } = change;
  const referred = resolveReference(asked.name, context.source, context.declarations);
  if (isUnresolved(referred)) return misfit(asked, invalid(`/${verb}`, referred.detail));
  const changed = contentOf(verb, content, { referred, context });
  if (changed.complaints.length > 0) return misfit(asked, changed.complaints);
  return write({ ...change, id: referred.id, name: referred.name ?? asked.name }, changed.body);
}

interface Addressed {
  readonly thing: Planned['thing'];
  readonly name: string;
  readonly at: Path;
  readonly verb: Verb;
  readonly id: string;
}

function write({ verb, ...asked }: Addressed, body: Json): Planned {
  const { method, path } = verbs[verb];
  const request = { method, path: path(asked.id), body };
  // What the server says of the thing itself is said of where it is named.
  return { ...asked, ...request, command: commandOf(request), moved: { '': [...asked.at, verb] } };
}

interface Target {
  readonly referred: Referred;
  readonly context: PlanningContext;
}

interface Changed {
  readonly body: Json;
  readonly complaints: readonly Complaint[];
}

function contentOf(verb: ActVerb, content: Json, target: Target): Changed {
  switch (verb) {
    case 'correct':
      return correctionOf(content, target);
    case 'corroborate': {
      const { citations, complaints } = citing(content, target.context.source);
      return { body: { ...content, citations }, complaints };
    }
    case 'retract':
    case 'reinstate':
      return { body: content, complaints: [] };
  }
}

/** The whole new content; citations default to the source of the act, and one of joint acts stays one. */
function correctionOf(content: Json, { referred, context }: Target): Changed {
  const act = isMapping(content['act']) ? content['act'] : {};
  const cited = citing(act, referred.source, '/act');
  const response = responseOf(act, context);
  const joint = referred.jointName === null ? {} : { joint: jointIdOf(referred.jointName) };
  const body = { ...joint, ...act, ...response.field, citations: cited.citations };
  const unresolved = response.complaints.map((complaint) => ({ ...complaint, pointer: `/act${complaint.pointer}` }));
  return { body: { ...content, act: body }, complaints: [...cited.complaints, ...unresolved] };
}
