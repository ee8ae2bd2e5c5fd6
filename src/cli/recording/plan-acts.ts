import { documentActShape } from './act-shapes.js';
import { isUnresolved, resolveReference } from './act-reference.js';
import { citing } from './citing.js';
import type { Declarations } from './declarations.js';
import { actIdOf, commandOf, derivedKey, jointIdOf } from './derived-ids.js';
import { misfit } from './misfit.js';
import type { Path, Json, RecordDocument } from './record-document.js';
import { isMapping } from './record-document.js';
import type { Planned } from './planned.js';
import { type Complaint, invalid } from './shape.js';

export interface PlanningContext {
  readonly document: RecordDocument;
  /** The id of the document's source. */
  readonly source: string | null;
  readonly declarations: Declarations;
}

export function planActs(items: readonly unknown[], context: PlanningContext): readonly Planned[] {
  const named = items.map((item, index) => nameAct(item, ['acts', index], context));
  return named.flatMap((act) => planAct(act, context));
}

interface NamedAct {
  readonly item: Json;
  readonly at: Path;
  readonly name: string;
  readonly parties: readonly string[] | null;
  readonly complaints: readonly Complaint[];
}

/** Names come first, so that an act may refer to any other of its document. */
function nameAct(item: unknown, at: Path, context: PlanningContext): NamedAct {
  const act = isMapping(item) ? item : {};
  const parties = Array.isArray(act['parties']) ? act['parties'].map(String) : null;
  const name = nameOf(act, parties, context.source);
  const named = { item: act, at, name, parties };
  return { ...named, complaints: [...documentActShape(item, ''), ...partyComplaints(act), ...declare(named, context)] };
}

function nameOf(act: Json, parties: readonly string[] | null, source: string | null): string {
  const first = firstCitation(act);
  const cited = first['source'];
  const key = typeof act['key'] === 'string' ? act['key'] : derivedKey(factsOf(act, parties));
  return `${source ?? (typeof cited === 'string' ? cited : '')}#${key}`;
}

function declare({ name, at, parties }: Omit<NamedAct, 'complaints'>, context: PlanningContext): readonly Complaint[] {
  const twin = context.declarations.declare(name, { parties, place: context.document.placeOf(at) });
  if (!twin) return [];
  const detail = `There is another act \`${name}\` at ${twin.file}:${twin.line}; give each a \`key\` of its own.`;
  return invalid('/key', detail);
}

function planAct(act: NamedAct, context: PlanningContext): readonly Planned[] {
  const { item, at, name, parties, complaints } = act;
  const { key: _key, parties: _parties, ...content } = item;
  const cited = citing(content, context.source);
  const response = responseOf(content, context);
  const wrong = [...complaints, ...cited.complaints, ...response.complaints];
  if (wrong.length > 0) return [misfit({ thing: 'act', name, at }, wrong)];
  const body = { ...content, ...response.field, citations: cited.citations };
  if (!parties) return [actWrite(name, at, body)];
  const joint = content['joint'] ?? jointIdOf(name);
  return parties.map((party, index) => ({
    ...actWrite(`${name}/${party}`, at, { ...body, party, joint }),
    moved: { party: [...at, 'parties', index], joint: [...at, 'parties'] },
  }));
}

function actWrite(name: string, at: Path, content: Json): Planned {
  const id = actIdOf(name);
  const request = { method: 'POST', path: '/v1/acts', body: { id, ...content } } as const;
  return { thing: 'act', name, id, at, ...request, command: commandOf(request) };
}

/** What tells acts without a key apart: kind, party, time, first quote. */
function factsOf(act: Json, parties: readonly string[] | null): readonly unknown[] {
  return [act['kind'], parties ?? act['party'], act['occurred'], firstCitation(act)['exact']];
}

function firstCitation({ citations }: Json): Json {
  const first: unknown = Array.isArray(citations) ? citations[0] : undefined;
  return isMapping(first) ? first : {};
}

function partyComplaints({ party, parties }: Json): readonly Complaint[] {
  if (Array.isArray(parties) && parties.length === 0) return invalid('/parties', 'Somebody did it: name the parties.');
  if (Array.isArray(parties) && new Set(parties).size < parties.length) {
    return invalid('/parties', 'A party is named twice.');
  }
  const given = [party, parties].filter((value) => value !== undefined && value !== null);
  return given.length === 1 ? [] : invalid(given.length === 0 ? '' : '/parties', 'An act has `party` or `parties`.');
}

interface Response {
  readonly field: { readonly inResponseTo?: string };
  readonly complaints: readonly Complaint[];
}

/** The `inResponseTo` of an act's content, as an id. */
export function responseOf({ inResponseTo }: Json, { source, declarations }: PlanningContext): Response {
  if (typeof inResponseTo !== 'string') return { field: {}, complaints: [] };
  const target = resolveReference(inResponseTo, source, declarations);
  if (!isUnresolved(target)) return { field: { inResponseTo: target.id }, complaints: [] };
  return { field: {}, complaints: invalid('/inResponseTo', target.detail) };
}
