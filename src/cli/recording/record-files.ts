import type { Declarations } from './declarations.js';
import { deny } from './deny.js';
import { readInput } from './input-files.js';
import type { Outcome } from './outcome.js';
import { type Plan, planDocument } from './plan-document.js';
import type { Planned } from './planned.js';
import { isMisfit } from './planned.js';
import { readDocuments } from './read-documents.js';
import { type BrokenDocument, isBroken, type RecordDocument } from './record-document.js';
import type { Doer } from './recorder.js';

export interface Run {
  readonly files: readonly string[];
  readonly stdin: NodeJS.ReadableStream;
  readonly declarations: Declarations;
  readonly doer: Doer;
}

/** Does what the files ask for, one thing after the other, so that sequences come out the same each time. */
export async function* recordFiles(run: Run): AsyncGenerator<Outcome> {
  for (const name of run.files) {
    const file = await readInput(name, run.stdin);
    for (const document of readDocuments(file)) yield* recordDocument(document, run);
  }
}

async function* recordDocument(document: RecordDocument | BrokenDocument, run: Run): AsyncGenerator<Outcome> {
  if (isBroken(document)) {
    yield unreadable(document);
    return;
  }
  const plan = await planDocument(document, run.declarations);
  if ('problem' in plan) yield deny(plan, plan.problem, document);
  else yield* doPlan(plan, document, run.doer);
}

async function* doPlan(plan: Plan, document: RecordDocument, doer: Doer): AsyncGenerator<Outcome> {
  for (const entry of plan.entries) yield await doer.does(entry, document);
  const source = plan.source && (await doer.does(plan.source, document));
  if (source) yield source;
  for (const act of plan.acts) {
    if (source?.result === 'refused') yield skipped(act, document);
    else yield await doer.does(act, document);
  }
  for (const change of plan.changes) yield await doer.does(change, document);
}

function skipped(act: Planned, document: RecordDocument): Outcome {
  const { thing, name, at } = act;
  const id = isMisfit(act) ? null : act.id;
  return { thing, name, id, place: document.placeOf(at), result: 'skipped', note: 'Its source was refused.' };
}

function unreadable({ place, detail }: BrokenDocument): Outcome {
  const denial = {
    code: 'unreadable',
    detail,
    faults: [{ place, code: 'unreadable', detail, suggestions: [] }],
    advice: null,
  };
  return { thing: 'document', name: 'document', id: null, place, result: 'refused', denial };
}
