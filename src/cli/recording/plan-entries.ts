import { issueShape, partyShape, speakerShape } from './catalogue-shapes.js';
import { commandOf } from './derived-ids.js';
import { misfit } from './misfit.js';
import type { Planned, Thing } from './planned.js';
import { isMapping } from './record-document.js';
import type { Shape } from './shape.js';

type EntryKind = 'parties' | 'speakers' | 'issues';

const kinds: Readonly<Record<EntryKind, { readonly thing: Thing; readonly shape: Shape }>> = {
  parties: { thing: 'party', shape: partyShape },
  speakers: { thing: 'speaker', shape: speakerShape },
  issues: { thing: 'issue', shape: issueShape },
};

export function planEntries(kind: EntryKind, items: readonly unknown[]): readonly Planned[] {
  const { thing, shape } = kinds[kind];
  return items.map((body, index): Planned => {
    const at = [kind, index];
    const complaints = shape(body, '');
    const id = isMapping(body) && typeof body['id'] === 'string' ? body['id'] : `${index + 1}`;
    if (complaints.length > 0 || !isMapping(body)) return misfit({ thing, name: id, at }, complaints);
    const request = { method: 'POST', path: `/v1/${kind}`, body } as const;
    return { thing, name: id, id, at, ...request, command: commandOf(request) };
  });
}
