import { Injectable } from '@nestjs/common';
import { halfLifeDaysRange } from '../../domain/issues/issue.js';
import type { IssueContent } from '../../domain/issues/issue-content.js';
import { mandateCovering } from '../../domain/parties/mandate.js';
import type { Mandate } from '../../domain/parties/speaker-content.js';
import { Refusal } from '../../domain/shared/refusal.js';
import { codeBookOf } from '../../domain/stances/code-book-of.js';
import { modelOf } from '../../domain/stances/models/model-of.js';
import { everyAct, type Selection } from '../../domain/stances/selection.js';
import type { StanceQuestion } from '../../domain/stances/stance-question.js';
import type { Instant } from '../../domain/time/instant.js';
import { formatInstant } from '../../domain/time/instant.js';
import { parseTime } from '../../domain/time/time.js';
import { parseUpperBound } from '../../domain/time/upper-bound.js';
import { Catalogue, type CatalogueKind } from '../../ports/catalogue.js';
import { LiveCatalogue } from '../projecting/live-catalogue.js';
import { LiveCells } from '../projecting/live-cells.js';
import { Now } from '../projecting/now.js';
import type { Basis, BasisAsked, Lens } from './basis.js';
import type { CellEvidence } from './built-cells.js';
import { EvidenceCells } from './evidence-cells.js';
import type { KnownAt } from './knowledge.js';
import { leavesOutEvidence, lensOf, selects } from './lens-of.js';
import { Pinning } from './pinning.js';
import { unknownEntry } from './unknown-entry.js';

export interface CellId {
  readonly party: string;
  readonly issue: string;
}

/** A basis with everything resolved: asked once, used for as many cells as the question has. */
export interface Question {
  readonly validAt: Instant;
  readonly knownAt: KnownAt;
  readonly model: ReturnType<typeof modelOf>;
  readonly codeBook: ReturnType<typeof codeBookOf>;
  readonly lens: Lens;
}

/** What a question makes of one cell. */
export interface CellQuestion extends CellEvidence {
  readonly lens: StanceQuestion;
}

const noIssue: Pick<IssueContent, 'bands' | 'halfLifeDays'> = { bands: [], halfLifeDays: halfLifeDaysRange.default };

/** From what a client asks to what the domain computes on. */
@Injectable()
export class Questions {
  constructor(
    private readonly pinning: Pinning,
    private readonly now: Now,
    private readonly catalogue: LiveCatalogue,
    private readonly stored: Catalogue,
    private readonly cells: LiveCells,
    private readonly evidence: EvidenceCells,
  ) {}

  /** @throws Refusal `behind`, `beyond-head`, `bad-time`, `invalid`, `unknown-speaker`, `unknown-source` */
  async open(asked: BasisAsked): Promise<Question> {
    const knownAt = await this.pinning.pin(asked);
    const lens = lensOf(asked.lens);
    for (const speaker of lens.speakers ?? []) this.assertKnown('speaker', speaker);
    for (const source of lens.excludeSources ?? []) this.assertKnown('source', source);
    return {
      knownAt,
      lens,
      validAt: asked.validAt === null ? this.now.endOfToday() : parseUpperBound(asked.validAt, '?validAt'),
      model: modelOf(asked.model, asked.modelVersion),
      codeBook: codeBookOf(asked.codebook),
    };
  }

  /** What an answer says that it was computed on. */
  basisOf({ validAt, knownAt, model, codeBook, lens }: Question, halfLifeDays: number | null): Basis {
    const { name, version, decays } = model;
    return {
      validAt: formatInstant(validAt),
      knownAt,
      model: { name, version, halfLifeDays: decays ? halfLifeDays : null },
      codebook: codeBook.version,
      lens,
    };
  }

  /** @throws Refusal `not-found` when the party or the issue was never registered */
  assertCell({ party, issue }: CellId): void {
    for (const [kind, id] of [
      ['party', party],
      ['issue', issue],
    ] as const) {
      if (this.catalogue.numberOf(kind, id) === null) throw new Refusal('not-found', `There is no ${kind} \`${id}\`.`);
    }
  }

  /** The cell and what is asked of it; its bands and half-life are the issue's at K. */
  cell(question: Question, id: CellId): CellQuestion {
    const { cell, withdrawals } = this.evidenceOf(question, id);
    return { cell, withdrawals, lens: this.lensOn(question, id) };
  }

  /** What is asked of the cell, whatever it holds. */
  lensOn(question: Question, { party, issue }: CellId): StanceQuestion {
    return this.lensThrough(this.selectionBy(question, party), question, issue);
  }

  /** What is asked of each party's cells, in the order of the issues: looked up once, unless the party matters. */
  lensesOn(question: Question, issues: readonly string[]): (party: string) => readonly StanceQuestion[] {
    const lensesOf = (party: string): readonly StanceQuestion[] => {
      const selection = this.selectionBy(question, party);
      return issues.map((issue) => this.lensThrough(selection, question, issue));
    };
    if (question.lens.mandated) return lensesOf;
    const lenses = lensesOf('');
    return () => lenses;
  }

  evidenceOf({ lens, knownAt }: Question, id: CellId): CellEvidence {
    if (leavesOutEvidence(lens)) return this.evidence.of({ ...id, lens, sequence: knownAt.sequence });
    const party = this.catalogue.numberOf('party', id.party) ?? 0;
    return this.live(party, this.catalogue.numberOf('issue', id.issue) ?? 0);
  }

  /** What is asked in each party's cells, by the place of the issue: numbers are looked up once. */
  evidenceOn(question: Question, issues: readonly string[]): (party: string) => (issue: number) => CellEvidence {
    if (leavesOutEvidence(question.lens)) {
      return (party) => (issue) => this.evidenceOf(question, { party, issue: issues[issue] ?? '' });
    }
    const numbers = issues.map((issue) => this.catalogue.numberOf('issue', issue) ?? 0);
    return (id) => {
      const party = this.catalogue.numberOf('party', id) ?? 0;
      return (issue) => this.live(party, numbers[issue] ?? 0);
    };
  }

  private live(party: number, issue: number): CellEvidence {
    return { cell: this.cells.cell({ party, issue }), withdrawals: this.cells.withdrawals(party) };
  }

  private lensThrough(
    selection: Selection,
    { validAt, knownAt, model, codeBook, lens }: Question,
    issue: string,
  ): StanceQuestion {
    const { sequence } = knownAt;
    const framing = this.catalogue.at('issue', issue, sequence)?.state ?? noIssue;
    const halfLifeDays = lens.halfLifeDays ?? framing.halfLifeDays;
    // Field by field, here and in who asks: spreading costs more than scanning a small cell.
    return { validAt, sequence, model, codeBook, halfLifeDays, bands: framing.bands, selection };
  }

  private selectionBy({ lens, knownAt }: Question, party: string): Selection {
    return selects(lens) ? this.selectionOf(lens, party, knownAt.sequence) : everyAct;
  }

  private selectionOf(lens: Lens, party: string, sequence: number): Selection {
    const { speakers, occurredFrom, occurredTo } = lens;
    return {
      kinds: lens.kinds ?? null,
      speakers: speakers ? new Set(speakers.map((id) => this.catalogue.numberOf('speaker', id) ?? 0)) : null,
      minReliability: lens.minReliability ?? null,
      minAttribution: lens.minAttribution ?? null,
      occurredFrom: occurredFrom === undefined ? null : parseTime(occurredFrom, '?occurredFrom').start,
      occurredTo: occurredTo === undefined ? null : parseUpperBound(occurredTo, '?occurredTo'),
      mandated: lens.mandated ? this.mandated(party, sequence) : null,
    };
  }

  private mandated(party: string, sequence: number): NonNullable<Selection['mandated']> {
    const known = new Map<number, readonly Mandate[]>();
    const mandatesOf = (speaker: number): readonly Mandate[] => {
      const mandates = known.get(speaker) ?? this.stored.byNumber('speaker', speaker, sequence)?.state.mandates ?? [];
      known.set(speaker, mandates);
      return mandates;
    };
    return (speaker, start, end) => mandateCovering(mandatesOf(speaker), { party, start, end }) !== null;
  }

  private assertKnown(kind: Extract<CatalogueKind, 'speaker' | 'source'>, id: string): void {
    if (this.catalogue.numberOf(kind, id) !== null) return;
    throw unknownEntry(kind, id, kind === 'speaker' ? '?speakers' : '?excludeSources');
  }
}
