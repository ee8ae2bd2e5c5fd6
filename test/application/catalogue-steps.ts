import type { Command } from '@nestjs/cqrs';
import { DescribeSource } from '../../src/application/recording/describe-source.js';
import type { Envelope, Receipt } from '../../src/application/recording/envelope.js';
import { ReframeIssue } from '../../src/application/recording/reframe-issue.js';
import { ReinstateSource } from '../../src/application/recording/reinstate-source.js';
import { RetractSource } from '../../src/application/recording/retract-source.js';
import type { IssueContent } from '../../src/domain/issues/issue-content.js';
import type { SourceContent } from '../../src/domain/sources/source-content.js';
import { issueContent, sourceContent } from '../support/contents.js';
import type { Step, When } from './history.js';

export const issue = 'approach';
export const erratum = { reason: 'because', cause: null };
export type StepOf<D extends Step['do']> = Extract<Step, { readonly do: D }>;

/** The command that a change of the issue or of a source comes to. */
export function catalogueCommand(
  step: StepOf<'reframe' | 'retractSource' | 'reinstateSource' | 'regrade'>,
  sender: Envelope,
): Command<Receipt> {
  switch (step.do) {
    case 'reframe':
      return new ReframeIssue(issue, { ...erratum, content: framed(step.halfLifeDays, step.middle) }, sender);
    case 'retractSource':
      return new RetractSource(`s${String(step.source)}`, erratum, sender);
    case 'reinstateSource':
      return new ReinstateSource(`s${String(step.source)}`, erratum, sender);
    case 'regrade': {
      const content = source(step.grade, step.published);
      return new DescribeSource(`s${String(step.source)}`, { ...erratum, content }, sender);
    }
  }
}

function framed(halfLifeDays: number, middle: number): IssueContent {
  const [low, , high] = issueContent.bands;
  const bands = [low!, { label: 'mediation', from: -0.25, to: middle }, { ...high!, from: middle }];
  return {
    ...issueContent,
    halfLifeDays,
    bands:
      middle > -0.25
        ? bands
        : [
            { ...low!, to: middle },
            { ...high!, from: middle },
          ],
  };
}

export function source(reliability: SourceContent['reliability'], published: When): SourceContent {
  return { ...sourceContent, reliability, published: published.raw };
}
