import { isOnAxis } from '../issues/issue.js';
import { refuseIf, refuseIfAny } from '../shared/check.js';
import type { Complaint } from '../shared/refusal.js';
import type { Instant } from '../time/instant.js';
import { formatInstant } from '../time/instant.js';
import { parseTime } from '../time/time.js';
import type { ActClaim } from './act-content.js';
import type { ActReferences } from './act-references.js';

/**
 * Everything about a claim but its quotes.
 * @throws Refusal `invalid`, `bad-time`, `unknown-party`, `unknown-speaker`, `unknown-issue`, `leaning-out-of-range`,
 * `duplicate-leaning`, `response-target-unknown`, `not-own-act`
 */
export function checkClaim(claim: ActClaim, references: ActReferences): void {
  checkKind(claim);
  checkTimes(claim, references.now);
  checkReferences(claim, references);
  checkLeanings(claim);
  checkResponse(claim, references.target);
}

function checkKind({ kind, threat, proposal, mode, certainty, citations }: ActClaim): void {
  const owners = [
    { pointer: '/threat', given: threat !== null, owner: 'threat' },
    { pointer: '/proposal', given: proposal !== null, owner: 'proposal' },
    { pointer: '/mode', given: mode !== null, owner: 'action' },
  ];
  for (const { pointer, given, owner } of owners) {
    const detail = `Only an act of kind \`${owner}\` has this; this act is a \`${kind}\`.`;
    refuseIf(given && kind !== owner, 'invalid', { pointer, detail });
  }
  const range = `certainty is a probability, 0.01 … 1, not ${String(certainty)}.`;
  refuseIf(!(certainty >= 0.01 && certainty <= 1), 'invalid', { pointer: '/certainty', detail: range });
  const detail = 'An act needs at least one citation: the quote that supports it.';
  refuseIf(citations.length === 0, 'invalid', { pointer: '/citations', detail });
}

function checkTimes({ occurred, until, threat }: ActClaim, now: Instant): void {
  const { start, end } = parseTime(occurred, '/occurred');
  const future = `An act may not start after now (${formatInstant(now)}): ${occurred}.`;
  refuseIf(start > now, 'bad-time', { pointer: '/occurred', detail: future });
  if (until !== null) {
    const detail = `An act lasts until after it takes effect, the end of ${occurred}: ${until} is not after that.`;
    refuseIf(parseTime(until, '/until').end <= end, 'bad-time', { pointer: '/until', detail });
  }
  if (threat && threat.deadline !== null) parseTime(threat.deadline, '/threat/deadline');
}

function checkReferences(claim: ActClaim, { parties, speakers, issues }: ActReferences): void {
  const missing = (known: ReadonlySet<string>, what: string) => (id: string, pointer: string) =>
    known.has(id) ? [] : [{ pointer, detail: `There is no ${what} \`${id}\`; register it first.` }];
  const party = missing(parties, 'party');
  refuseIfAny('unknown-party', [
    ...party(claim.party, '/party'),
    ...claim.addressees.flatMap((id, index) => party(id, `/addressees/${String(index)}`)),
  ]);
  if (claim.speaker !== null) refuseIfAny('unknown-speaker', missing(speakers, 'speaker')(claim.speaker, '/speaker'));
  const issue = missing(issues, 'issue');
  const terms = claim.proposal?.terms ?? [];
  refuseIfAny('unknown-issue', [
    ...claim.leanings.flatMap((leaning, index) => issue(leaning.issue, `/leanings/${String(index)}/issue`)),
    ...terms.flatMap((term, index) => issue(term.issue, `/proposal/terms/${String(index)}/issue`)),
  ]);
}

function checkLeanings({ leanings }: ActClaim): void {
  const outside = leanings.flatMap(({ value }, index): Complaint[] => {
    const detail = `A leaning lies between −1 and 1, not at ${String(value)}.`;
    return isOnAxis(value) ? [] : [{ pointer: `/leanings/${String(index)}/value`, detail }];
  });
  refuseIfAny('leaning-out-of-range', outside);
  const again = leanings.flatMap(({ issue }, index): Complaint[] => {
    const detail = `An act leans once on an issue; \`${issue}\` is named twice.`;
    const first = leanings.findIndex((leaning) => leaning.issue === issue);
    return first === index ? [] : [{ pointer: `/leanings/${String(index)}/issue`, detail }];
  });
  refuseIfAny('duplicate-leaning', again);
}

function checkResponse({ kind, party, inResponseTo }: ActClaim, target: ActReferences['target']): void {
  const pointer = '/inResponseTo';
  if (inResponseTo === null) {
    const detail = 'A withdrawal names the act that it withdraws in `inResponseTo`.';
    refuseIf(kind === 'withdrawal', 'invalid', { pointer, detail });
    return;
  }
  const detail = `No act ${inResponseTo} was recorded before this one.`;
  refuseIf(target === null, 'response-target-unknown', { pointer, detail });
  const foreign = `\`${party}\` can only withdraw an act of its own; that one is of \`${target?.party ?? ''}\`.`;
  refuseIf(kind === 'withdrawal' && target?.party !== party, 'not-own-act', { pointer, detail: foreign });
}
