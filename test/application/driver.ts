import { GetStance } from '../../src/application/asking/get-stance.js';
import type { BasisAsked, LensAsked } from '../../src/application/asking/basis.js';
import type { StanceView } from '../../src/application/asking/views.js';
import { CaptureSource } from '../../src/application/recording/capture-source.js';
import { CorrectAct } from '../../src/application/recording/correct-act.js';
import { CorroborateAct } from '../../src/application/recording/corroborate-act.js';
import { DescribeSource } from '../../src/application/recording/describe-source.js';
import type { Receipt } from '../../src/application/recording/envelope.js';
import { FrameIssue } from '../../src/application/recording/frame-issue.js';
import { RecordAct } from '../../src/application/recording/record-act.js';
import { ReframeIssue } from '../../src/application/recording/reframe-issue.js';
import { RegisterParty } from '../../src/application/recording/register-party.js';
import { RegisterSpeaker } from '../../src/application/recording/register-speaker.js';
import { ReinstateAct } from '../../src/application/recording/reinstate-act.js';
import { ReinstateSource } from '../../src/application/recording/reinstate-source.js';
import { RetractAct } from '../../src/application/recording/retract-act.js';
import { RetractSource } from '../../src/application/recording/retract-source.js';
import type { ActClaim } from '../../src/domain/acts/act-content.js';
import type { IssueContent } from '../../src/domain/issues/issue-content.js';
import { Refusal } from '../../src/domain/shared/refusal.js';
import type { SourceContent } from '../../src/domain/sources/source-content.js';
import { claim, citation, envelope, issueContent, partyContent, sourceContent } from '../support/contents.js';
import { defaultBasis } from '../support/default-basis.js';
import type { TestNode } from '../support/test-node.js';
import type { Coding, QuestionAsked, Step, When } from './history.js';
import { firstGrades, firstPublished, mandate, textOf, type Happened } from './oracle.js';

const issue = 'approach';
const erratum = { reason: 'because', cause: null };
export const actId = (act: number): string => `00000000-0000-4000-8000-${String(act).padStart(12, '0')}`;
const iso = (time: number): string => new Date(time).toISOString();
const quotes = Array.from({ length: 200 }, (_, index) => `quote ${String(index)}.`);

/** Registers what every history is about, then does its steps; what is refused did not happen. */
export class Driver {
  readonly happened: Happened[] = [];
  private readonly targets: (number | null)[] = [];
  private readonly parties: number[] = [];
  private commands = 0;
  private quote = 0;

  constructor(private readonly node: TestNode) {}

  async prepare(): Promise<void> {
    for (const party of ['party-0', 'party-1'])
      await this.node.send(new RegisterParty(party, partyContent, this.next()));
    await this.node.send(new FrameIssue(issue, issueContent, this.next()));
    const spell = { party: 'party-0', role: 'envoy', from: iso(mandate.from), until: iso(mandate.until) };
    await this.node.send(new RegisterSpeaker('speaker-0', { name: 'A', mandates: [spell] }, this.next()));
    await this.node.send(new RegisterSpeaker('speaker-1', { name: 'B', mandates: [] }, this.next()));
    for (const [index, grade] of firstGrades.entries()) {
      const text = `Text ${String(textOf(index))}: ${quotes.join(' ')}`;
      await this.node.send(new CaptureSource(`s${String(index)}`, source(grade, firstPublished), text, this.next()));
    }
  }

  async do(step: Step): Promise<void> {
    try {
      await this.attempt(step);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  private async attempt(step: Step): Promise<void> {
    const known = this.targets.length;
    const sender = envelope(this.next().command, step.recorder);
    const note = ({ sequence }: Receipt, act: number, target: number | null): void => {
      this.happened.push({ sequence, step, act, target });
    };
    if (step.do === 'record') {
      note(
        await this.node.send(new RecordAct(actId(known), this.claimOf(step.coding, null), sender, 'tell')),
        known,
        null,
      );
      this.remember(known, step.coding.party, null);
      return;
    }
    if (step.do === 'reframe') {
      const content = framed(step.halfLifeDays, step.middle);
      note(await this.node.send(new ReframeIssue(issue, { ...erratum, content }, sender)), -1, null);
      return;
    }
    if ('source' in step && step.do !== 'corroborate') {
      const id = `s${String(step.source)}`;
      if (step.do === 'retractSource') note(await this.node.send(new RetractSource(id, erratum, sender)), -1, null);
      if (step.do === 'reinstateSource') note(await this.node.send(new ReinstateSource(id, erratum, sender)), -1, null);
      if (step.do === 'regrade') {
        const content = source(step.grade, step.published);
        note(await this.node.send(new DescribeSource(id, { ...erratum, content }, sender)), -1, null);
      }
      return;
    }
    if (known === 0) return;
    const act = step.act % known;
    if (step.do === 'withdraw') {
      const coding = { ...step.coding, party: this.parties[act]! };
      const withdrawal = { ...this.claimOf(coding, act), kind: 'withdrawal' as const, mode: null };
      const receipt = await this.node.send(new RecordAct(actId(known), withdrawal, sender, 'tell'));
      this.happened.push({ sequence: receipt.sequence, step: { ...step, coding }, act: known, target: act });
      this.remember(known, coding.party, act);
    } else if (step.do === 'correct') {
      const correction = { ...erratum, claim: this.claimOf(step.coding, null) };
      note(await this.node.send(new CorrectAct(actId(act), correction, sender)), act, null);
      this.remember(act, step.coding.party, null);
    } else if (step.do === 'corroborate') {
      note(await this.node.send(new CorroborateAct(actId(act), [this.cite(step.source)], sender)), act, null);
    } else if (step.do === 'retract') {
      note(await this.node.send(new RetractAct(actId(act), erratum, sender)), act, null);
    } else {
      note(await this.node.send(new ReinstateAct(actId(act), erratum, sender)), act, null);
    }
  }

  private remember(act: number, party: number, target: number | null): void {
    this.parties[act] = party;
    this.targets[act] = target;
  }

  private claimOf(coding: Coding, target: number | null): ActClaim {
    const { kind, mode, party, speaker, occurred, until, value, attribution, certainty, sources } = coding;
    return claim({
      kind,
      attribution,
      certainty,
      mode: kind === 'action' ? mode : null,
      party: `party-${String(party)}`,
      speaker: speaker === null ? null : `speaker-${String(speaker)}`,
      occurred: occurred.raw,
      until: until?.raw ?? null,
      leanings: value === null ? [] : [{ issue, value, note: null }],
      citations: sources.map((index) => this.cite(index)),
      inResponseTo: target === null ? null : actId(target),
    });
  }

  private cite(index: number) {
    this.quote += 1;
    return { ...citation, source: `s${String(index)}`, exact: quotes[this.quote % quotes.length]! };
  }

  private next() {
    this.commands += 1;
    return envelope(`command-${String(this.commands)}`);
  }
}

/** The same question, as a client would ask it. */
export function stanceQuery(q: QuestionAsked, sequence: number): GetStance {
  return new GetStance({ party: `party-${String(q.party)}`, issue }, basisOf(q, sequence), Infinity);
}

export function basisOf(q: QuestionAsked, sequence: number): BasisAsked {
  return { ...defaultBasis, validAt: iso(q.validAt), atSequence: sequence, model: q.model, lens: lensOf(q.lens) };
}

export function ask(node: TestNode, q: QuestionAsked, sequence: number): Promise<StanceView> {
  return node.ask(stanceQuery(q, sequence));
}

function lensOf(lens: QuestionAsked['lens']): LensAsked {
  const raw = (when: When | null): string | null => when?.raw ?? null;
  const asked = {
    ...lens,
    excludeActs: lens.excludeActs?.map(actId) ?? null,
    excludeSources: lens.excludeSources?.map((index) => `s${String(index)}`) ?? null,
    speakers: lens.speakers?.map((index) => `speaker-${String(index)}`) ?? null,
    publishedUntil: raw(lens.publishedUntil),
    occurredFrom: raw(lens.occurredFrom),
    occurredTo: raw(lens.occurredTo),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));
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

function source(reliability: SourceContent['reliability'], published: When): SourceContent {
  return { ...sourceContent, reliability, published: published.raw };
}
