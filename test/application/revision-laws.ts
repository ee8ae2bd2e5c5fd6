import { GetRevisions } from '../../src/application/asking/get-revisions.js';
import type { StanceView } from '../../src/application/asking/views.js';
import type { Asking } from './analysis-laws.js';
import { issue } from './catalogue-steps.js';
import { ask, basisOf } from './driver.js';
import { oracleStance } from './oracle.js';

/** All that an answer says of the stance. */
function said({ status, score, band, strength, contributions, pending }: StanceView): string {
  return JSON.stringify([status, score, band, strength, contributions, pending]);
}

/** The same question asked of every K from the first on: a revision wherever the answer is another, and only there. */
export async function expectRevisions({ node, driver, q, sequence }: Asking): Promise<void> {
  const cell = { party: `party-${String(q.party)}`, issue };
  const { revisions } = await node.ask(new GetRevisions(cell, 0, basisOf(q, sequence)));
  const expected: number[] = [];
  let before = await ask(node, q, 0);
  for (let known = 1; known <= sequence; known++) {
    const after = await ask(node, q, known);
    if (said(before) !== said(after)) expected.push(known);
    before = after;
  }
  expect(revisions.map((revision) => revision.sequence)).toEqual(expected);
  for (const { sequence: at, before: from, after: to, recorder, event } of revisions) {
    expect(to.score).toBe((await ask(node, q, at)).score);
    expect(from.score).toBe((await ask(node, q, at - 1)).score);
    const naive = oracleStance(driver.happened, q, at).score;
    expect(to.score === null).toBe(naive === null);
    expect(Math.abs((to.score ?? 0) - (naive ?? 0))).toBeLessThan(1e-9);
    const { step } = driver.happened.find((one) => one.sequence === at)!;
    expect(recorder).toBe(step.recorder);
    expect(event).toMatch(types[step.do]);
  }
}

const types = {
  record: /^(?!Act(Withdrawn|Corrected|Retracted|Reinstated|Corroborated)|Source|Issue)/,
  withdraw: /^ActWithdrawn$/,
  correct: /^ActCorrected$/,
  corroborate: /^ActCorroborated$/,
  retract: /^ActRetracted$/,
  reinstate: /^ActReinstated$/,
  retractSource: /^SourceRetracted$/,
  reinstateSource: /^SourceReinstated$/,
  regrade: /^SourceDescribed$/,
  reframe: /^IssueReframed$/,
} as const;
