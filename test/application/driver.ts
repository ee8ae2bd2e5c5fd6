import type { Command } from '@nestjs/cqrs';
import { GetStance } from '../../src/application/asking/get-stance.js';
import type { BasisAsked, LensAsked } from '../../src/application/asking/basis.js';
import type { StanceView } from '../../src/application/asking/views.js';
import { CaptureSource } from '../../src/application/recording/capture-source.js';
import { CorrectAct } from '../../src/application/recording/correct-act.js';
import { CorroborateAct } from '../../src/application/recording/corroborate-act.js';
import type { Envelope, Receipt } from '../../src/application/recording/envelope.js';
import { FrameIssue } from '../../src/application/recording/frame-issue.js';
import { RecordAct } from '../../src/application/recording/record-act.js';
import { RegisterParty } from '../../src/application/recording/register-party.js';
import { RegisterSpeaker } from '../../src/application/recording/register-speaker.js';
import { ReinstateAct } from '../../src/application/recording/reinstate-act.js';
import { RetractAct } from '../../src/application/recording/retract-act.js';
import type { ActClaim } from '../../src/domain/acts/act-content.js';
import { Refusal } from '../../src/domain/shared/refusal.js';
import { claim, citation, envelope, issueContent, partyContent } from '../support/contents.js';
import { defaultBasis } from '../support/default-basis.js';
import type { TestNode } from '../support/test-node.js';
import { catalogueCommand, erratum, issue, source, type StepOf } from './catalogue-steps.js';
import type { Coding, QuestionAsked, Step, When } from './history.js';
import { mandate, textOf } from './oracle.js';
import { firstGrades, firstPublished, type Happened } from './oracle-folds.js';

export const actId = (act: number): string => `00000000-0000-4000-8000-${String(act).padStart(12, '0')}`;
const iso = (time: number): string => new Date(time).toISOString();
const quotes = Array.from({ length: 200 }, (_, index) => `quote ${String(index)}.`);

type ActStep = StepOf<'withdraw' | 'correct' | 'corroborate' | 'retract' | 'reinstate'>;

/** A command that a step comes to, about which act, and what that act withdraws. */
interface Noted {
  readonly command: Command<Receipt>;
  readonly act: number;
  readonly target: number | null;
}

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

  private attempt(step: Step): Promise<void> {
    const sender = envelope(this.next().command, step.recorder);
    switch (step.do) {
      case 'record':
        return this.record(step, sender);
      case 'reframe':
      case 'retractSource':
      case 'reinstateSource':
      case 'regrade':
        return this.note(step, { command: catalogueCommand(step, sender), act: -1, target: null });
      default:
        return this.targets.length === 0 ? Promise.resolve() : this.changeAct(step, sender);
    }
  }

  private async record(step: StepOf<'record'>, sender: Envelope): Promise<void> {
    const act = this.targets.length;
    const command = new RecordAct(actId(act), this.claimOf(step.coding, null), sender, 'tell');
    await this.note(step, { command, act, target: null });
    this.remember(act, step.coding.party, null);
  }

  private async changeAct(step: ActStep, sender: Envelope): Promise<void> {
    const act = step.act % this.targets.length;
    const id = actId(act);
    switch (step.do) {
      case 'withdraw':
        return this.withdraw(step, act, sender);
      case 'correct': {
        const correction = { ...erratum, claim: this.claimOf(step.coding, null) };
        await this.note(step, { command: new CorrectAct(id, correction, sender), act, target: null });
        this.remember(act, step.coding.party, null);
        return;
      }
      case 'corroborate': {
        const command = new CorroborateAct(id, [this.cite(step.source)], sender);
        return this.note(step, { command, act, target: null });
      }
      case 'retract':
        return this.note(step, { command: new RetractAct(id, erratum, sender), act, target: null });
      case 'reinstate':
        return this.note(step, { command: new ReinstateAct(id, erratum, sender), act, target: null });
    }
  }

  private async withdraw(step: StepOf<'withdraw'>, target: number, sender: Envelope): Promise<void> {
    const act = this.targets.length;
    const coding = { ...step.coding, party: this.parties[target]! };
    const withdrawal = { ...this.claimOf(coding, target), kind: 'withdrawal' as const, mode: null };
    const command = new RecordAct(actId(act), withdrawal, sender, 'tell');
    await this.note({ ...step, coding }, { command, act, target });
    this.remember(act, coding.party, target);
  }

  private async note(step: Step, { command, act, target }: Noted): Promise<void> {
    const { sequence } = await this.node.send(command);
    this.happened.push({ sequence, step, act, target });
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

export function basisOf(q: QuestionAsked, sequence: number): BasisAsked {
  return { ...defaultBasis, validAt: iso(q.validAt), atSequence: sequence, model: q.model, lens: lensOf(q.lens) };
}

export async function ask(node: TestNode, q: QuestionAsked, sequence: number): Promise<StanceView> {
  const cell = { party: `party-${String(q.party)}`, issue };
  return (await node.ask(new GetStance(cell, basisOf(q, sequence), Infinity))).take();
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
