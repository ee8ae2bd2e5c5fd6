import type { Client } from '../server/client.js';
import type { Declarations } from './declarations.js';
import { deny, hintOf } from './deny.js';
import type { Outcome, Receipt } from './outcome.js';
import { isMisfit, type Planned } from './planned.js';
import type { RecordDocument } from './record-document.js';

/** What is done with each planned thing: it is recorded, or only checked. */
export interface Doer {
  readonly does: (planned: Planned, document: RecordDocument) => Promise<Outcome>;
}

/** Sends what was planned to the server; what was sent before is recognised there. */
export class Recorder implements Doer {
  /** The acts that each document asked for. */
  private readonly acts = new WeakMap<RecordDocument, Set<string>>();

  constructor(
    private readonly client: Client,
    private readonly declarations: Declarations,
  ) {}

  readonly does = async (planned: Planned, document: RecordDocument): Promise<Outcome> => {
    if (isMisfit(planned)) return deny(planned, planned.problem, document);
    const { thing, name, id, at, ...call } = planned;
    const answer = await this.client.send(call);
    if (!answer.ok) return deny(planned, hintOf(planned, answer.problem(), this.declarations.names()), document);
    const { similar = [], ...receipt } = answer.json<Receipt & { readonly similar?: readonly string[] }>();
    const result = answer.status === 201 ? 'recorded' : 'already there';
    const alike = this.elsewhere(id, similar, document).map((act) => this.declarations.nameOf(act));
    const told = result === 'recorded' && alike.length > 0 ? { similar: alike } : {};
    return { thing, name, id, place: document.placeOf(at), result, receipt, ...told };
  };

  /** Who codes two acts of one document has both before their eyes: only likeness to acts of others is worth a word. */
  private elsewhere(id: string, similar: readonly string[], document: RecordDocument): readonly string[] {
    const own = this.acts.get(document) ?? new Set();
    this.acts.set(document, own.add(id));
    return similar.filter((act) => !own.has(act));
  }
}
