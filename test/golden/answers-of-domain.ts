import type { ActKind, Attribution } from '../../src/domain/acts/act-kind.js';
import { mandateCovering } from '../../src/domain/parties/mandate.js';
import type { Grade } from '../../src/domain/sources/source-content.js';
import { stanceInWords } from '../../src/domain/sentences/stance-in-words.js';
import type { StanceTold } from '../../src/domain/sentences/stance-sentence.js';
import { subjectOf } from '../../src/domain/sentences/subject.js';
import { Cell } from '../../src/domain/stances/cell.js';
import { codeBookOf } from '../../src/domain/stances/code-book-of.js';
import {
  type CountingSource,
  type Effect,
  effectOf,
  rowsOf,
  withdrawalRowOf,
} from '../../src/domain/stances/effect.js';
import { modelOf } from '../../src/domain/stances/models/model-of.js';
import type { Selection } from '../../src/domain/stances/selection.js';
import { stanceOf } from '../../src/domain/stances/stance-of.js';
import type { PendingAct } from '../../src/domain/stances/stance.js';
import { Withdrawals } from '../../src/domain/stances/withdrawals.js';
import { formatInstant } from '../../src/domain/time/instant.js';
import { parseTime } from '../../src/domain/time/time.js';
import { parseUpperBound } from '../../src/domain/time/upper-bound.js';
import type { LogEvent } from '../../src/ports/event-log.js';
import { actOf, type ActSoFar, HistorySoFar } from './history-so-far.js';

/** Answers to questions about one stance from the events and the domain alone: no views, no node. */
export class AnswersOfDomain {
  constructor(private readonly log: readonly LogEvent[]) {}

  /** The answer to `/v1/stances/{party}/{issue}?…`, asked with T and K, but for its basis, which it takes as given. */
  stance(path: string, basis: StanceTold['basis']): object {
    const { pathname, searchParams } = new URL(path, 'http://node');
    const [party = '', issue = ''] = pathname.split('/').slice(-2);
    return new Question(this.log, searchParams).stance({ party, issue }, basis);
  }
}

interface Id {
  readonly party: string;
  readonly issue: string;
}

interface Placed extends ActSoFar {
  readonly effect: Effect;
}

class Question {
  private readonly history: HistorySoFar;
  private readonly sequence: number;

  constructor(
    log: readonly LogEvent[],
    private readonly asked: URLSearchParams,
  ) {
    this.sequence = Number(asked.get('atSequence'));
    this.history = new HistorySoFar(log, this.sequence);
  }

  stance({ party, issue }: Id, basis: StanceTold['basis']): object {
    const own = [...this.history.acts.values()]
      .flatMap((act): Placed[] => this.placed(act))
      .filter(({ effect }) => effect.content.party === party);
    const rows = own.flatMap(({ number, effect }) => rowsOf(effect, this.placeOf(number, effect)));
    const cell = Cell.of(rows.flatMap((row) => (row.issue === issue ? [row.row] : [])));
    const withdrawals = Withdrawals.of(own.flatMap((act) => this.withdrawalOf(act)));
    const lens = this.lens(party, issue);
    const whole = stanceOf(cell, withdrawals, lens);
    const asked = { cell, withdrawals, lens };
    const sentence = stanceInWords(asked, { ...this.named({ party, issue }), stance: whole, basis });
    const { voices: _, ...stance } = whole;
    const contributions = stance.contributions.map((contribution) => {
      const { value, weight, standing, share } = contribution;
      return { ...this.labelled(contribution), value, weight, standing, share };
    });
    const pending = stance.pending.map((act) => this.labelled(act));
    return { party, issue, ...stance, contributions, pending, sentence };
  }

  private named(id: Id): Pick<Parameters<typeof stanceInWords>[1], 'subject' | 'occurredOf'> {
    const party = this.history.parties.get(id.party)?.content ?? null;
    const issue = this.history.issues.get(id.issue)?.content ?? null;
    return { subject: subjectOf(id, { party, issue }), occurredOf: (act) => this.occurredOf(act) };
  }

  private occurredOf(act: number): string {
    const { id, events } = this.history.actAt(act);
    return actOf({ id, number: act, events }, () => true)!.content.occurred;
  }

  private lens(party: string, issue: string): Parameters<typeof stanceOf>[2] {
    const framing = this.history.issues.get(issue)?.content ?? { bands: [], halfLifeDays: 90 };
    const shown = this.text('contributions', '100');
    return {
      sequence: this.sequence,
      validAt: parseUpperBound(this.text('validAt', ''), '?validAt'),
      model: modelOf(this.text('model', 'decayed-mean'), 1),
      codeBook: codeBookOf(1),
      bands: framing.bands,
      halfLifeDays: Number(this.text('halfLifeDays', String(framing.halfLifeDays))),
      selection: this.selection(party),
      contributionsMax: { all: Infinity, none: 0 }[shown] ?? Number(shown),
    };
  }

  private selection(party: string): Selection {
    const time = (name: string, read: (raw: string) => number): number | null => {
      const raw = this.asked.get(name);
      return raw === null ? null : read(raw);
    };
    return {
      kinds: this.list('kinds') as readonly ActKind[] | null,
      speakers: this.list('speakers') && new Set(this.list('speakers')!.map((id) => this.speakerNumber(id))),
      minReliability: this.asked.get('minReliability') as Grade | null,
      minAttribution: this.asked.get('minAttribution') as Attribution | null,
      occurredFrom: time('occurredFrom', (raw) => parseTime(raw, '').start),
      occurredTo: time('occurredTo', (raw) => parseUpperBound(raw, '')),
      mandated: this.asked.has('mandated')
        ? (speaker, start, end) => mandateCovering(this.mandatesOf(speaker), { party, start, end }) !== null
        : null,
    };
  }

  private placed(act: ActSoFar): Placed[] {
    if (this.list('excludeActs')?.includes(act.id)) return [];
    const state = actOf(act, (recorder) => this.passes(recorder));
    const effect = state && effectOf(state, (source) => this.worthOf(source));
    return effect ? [{ ...act, effect }] : [];
  }

  private passes(recorder: string): boolean {
    const [only, without] = [this.list('recorders'), this.list('excludeRecorders')];
    return (only?.includes(recorder) ?? true) && !without?.includes(recorder);
  }

  private worthOf(id: string): CountingSource | null {
    const source = this.history.sources.get(id);
    if (!source || source.retracted || this.list('excludeSources')?.includes(id)) return null;
    const until = this.asked.get('publishedUntil');
    const { published, reliability } = source.content;
    if (until !== null && parseTime(published, '').end > parseUpperBound(until, '')) return null;
    const texts = [...this.history.sources.values()].map(({ sha256 }) => sha256);
    return { grade: reliability, text: texts.indexOf(source.sha256) };
  }

  private withdrawalOf({ number, effect }: Placed) {
    const { kind, inResponseTo } = effect.content;
    const target = kind === 'withdrawal' ? this.history.acts.get(inResponseTo!) : undefined;
    const known = target && actOf(target, (recorder) => this.passes(recorder));
    return known ? [withdrawalRowOf(effect, this.placeOf(number, effect), target.number)] : [];
  }

  private placeOf(act: number, { content: { speaker } }: Effect) {
    return { act, from: 0, speaker: speaker === null ? 0 : this.speakerNumber(speaker) };
  }

  private speakerNumber(id: string): number {
    return [...this.history.speakers.keys()].indexOf(id) + 1;
  }

  private mandatesOf(speaker: number) {
    return [...this.history.speakers.values()][speaker - 1]?.content.mandates ?? [];
  }

  private text(name: string, absent: string): string {
    return this.asked.get(name) ?? absent;
  }

  private list(name: string): readonly string[] | null {
    return this.asked.get(name)?.split(',') ?? null;
  }

  private labelled({ act, kind, effective, value }: Omit<PendingAct, 'start'>): object {
    const { id } = this.history.actAt(act);
    return { act: id, kind, occurred: this.occurredOf(act), effective: formatInstant(effective), value };
  }
}
