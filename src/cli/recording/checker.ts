import { didYouMean } from '../did-you-mean.js';
import type { Client } from '../server/client.js';
import type { Problem } from '../server/problem.js';
import type { Declarations } from './declarations.js';
import { deny } from './deny.js';
import { Holdings } from './holdings.js';
import type { Outcome, Result } from './outcome.js';
import { isMisfit, type Planned, type Write } from './planned.js';
import { quoteErrors } from './quote-errors.js';
import { isMapping, type RecordDocument } from './record-document.js';
import type { Doer } from './recorder.js';
import { type Kind, type Reference, referencesIn } from './references-in.js';

const unknownCodes: Readonly<Record<Kind, string>> = {
  parties: 'unknown-party',
  speakers: 'unknown-speaker',
  issues: 'unknown-issue',
  sources: 'unknown-source',
  acts: 'response-target-unknown',
};

/** Writes nothing: checks references and quotes here, and the rest by the server's dry run where that can know it. */
export class Checker implements Doer {
  private readonly holdings: Holdings;

  constructor(
    private readonly client: Client,
    private readonly declarations: Declarations,
  ) {
    this.holdings = new Holdings(client);
  }

  readonly does = async (planned: Planned, document: RecordDocument): Promise<Outcome> => {
    if (isMisfit(planned)) return deny(planned, planned.problem, document);
    const target = targetOf(planned);
    const references = [
      ...referencesIn(planned.body),
      ...(planned.method === 'POST' && target.creates ? [] : [target]),
    ];
    const places = await Promise.all(references.map(({ kind, id }) => this.holdings.where(kind, id)));
    const dangling = references.filter((_, index) => places[index] === 'nowhere');
    const problems = [...this.unknown(dangling, planned), ...(await this.quotes(planned))];
    const refused = problems[0] ?? (places.includes('files') ? null : await this.dryRun(planned));
    if (refused) return deny(planned, merged(refused, problems), document);
    return this.outcome(planned, target, { document, whole: !places.includes('files') });
  };

  private unknown(dangling: readonly Reference[], { name, thing }: Write): readonly Problem[] {
    return dangling.map(({ kind, id, pointer }) => {
      const named = kind === 'acts' && pointer === '' ? name : id;
      const known = kind === 'acts' ? this.declarations.names() : this.holdings.namesOf(kind);
      const detail = `Neither the server nor these files, up to here, have ${nouns[kind]} \`${named}\`.`;
      const code = pointer === '' && thing !== 'act' ? 'not-found' : unknownCodes[kind];
      return { code, detail, errors: [{ pointer, detail: detail + didYouMean(named, known) }] };
    });
  }

  private quotes({ body }: Write): Promise<readonly Problem[]> {
    const act = body['act'];
    return isMapping(act) ? quoteErrors(act, '/act', this.holdings) : quoteErrors(body, '', this.holdings);
  }

  /** A correction is checked as the act that it makes. */
  private async dryRun({ thing, body }: Write): Promise<Problem | null> {
    const [act, prefix] = thing === 'act' ? [body, ''] : [body['act'], '/act'];
    if (!isMapping(act)) return null;
    const answer = await this.client.send({ method: 'POST', path: '/v1/acts', query: { dryRun: true }, body: act });
    if (answer.ok) return null;
    const problem = answer.problem();
    return { ...problem, errors: problem.errors.map((each) => ({ ...each, pointer: prefix + each.pointer })) };
  }

  private async outcome(planned: Write, target: Target, { document, whole }: Checked): Promise<Outcome> {
    const { thing, name, id, at, body } = planned;
    const asked = { thing, name, id, place: document.placeOf(at) };
    const there = target.creates && (await this.holdings.where(target.kind, id)) === 'server';
    if (target.creates) this.holdings.add(target.kind, id);
    if (thing === 'source') this.holdings.addText(id, String(body['text']));
    if (there) return { ...asked, result: 'already there', note: 'Whether its content is the same was not checked.' };
    const byServer = whole && (thing === 'act' || thing === 'correction');
    const result: Result = byServer ? 'checked' : 'checked in part';
    return { ...asked, result };
  }
}

const nouns: Readonly<Record<Kind, string>> = {
  parties: 'a party',
  speakers: 'a speaker',
  issues: 'an issue',
  sources: 'a source',
  acts: 'an act',
};

interface Checked {
  readonly document: RecordDocument;
  /** Whether everything that it refers to is on the server. */
  readonly whole: boolean;
}

interface Target extends Reference {
  readonly creates: boolean;
}

/** What a request writes to, from its path. */
function targetOf({ path, id }: Write): Target {
  const [, , kind = '', target] = path.split('/');
  return { kind: isKind(kind) ? kind : 'acts', id, pointer: '', creates: target === undefined };
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(unknownCodes, kind);
}

function merged(first: Problem, problems: readonly Problem[]): Problem {
  const errors = problems.flatMap(({ code, errors }) => errors.map((each) => ({ code, ...each })));
  return errors.length > 0 ? { ...first, errors } : first;
}
