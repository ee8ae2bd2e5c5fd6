import type { Declarations } from './declarations.js';
import { misfit } from './misfit.js';
import { planActs } from './plan-acts.js';
import { planChanges } from './plan-changes.js';
import { planEntries } from './plan-entries.js';
import { planSource } from './plan-source.js';
import type { Misfit, Planned } from './planned.js';
import { isMapping, type Json, type RecordDocument } from './record-document.js';
import { anything, listOf, mapping } from './shape.js';

/** What a document asks for, in the order in which it is done. */
export interface Plan {
  readonly entries: readonly Planned[];
  readonly source: Planned | null;
  readonly acts: readonly Planned[];
  readonly changes: readonly Planned[];
}

const items = listOf(anything);
const documentShape = mapping({
  required: {},
  optional: { source: anything, parties: items, speakers: items, issues: items, acts: items, changes: items },
});

export async function planDocument(document: RecordDocument, declarations: Declarations): Promise<Plan | Misfit> {
  const complaints = documentShape(document.content, '');
  const { content } = document;
  if (complaints.length > 0 || !isMapping(content)) {
    return misfit({ thing: 'document', name: 'document', at: [] }, complaints);
  }
  const source = await planSource(content['source'], document.directory);
  const context = { document, source: source.id, declarations };
  return {
    entries: (['parties', 'speakers', 'issues'] as const).flatMap((kind) => planEntries(kind, list(content, kind))),
    source: source.planned,
    acts: planActs(list(content, 'acts'), context),
    changes: planChanges(list(content, 'changes'), context),
  };
}

function list(content: Json, key: string): readonly unknown[] {
  const value = content[key];
  return Array.isArray(value) ? value : [];
}
