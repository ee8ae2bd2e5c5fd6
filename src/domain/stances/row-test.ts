import { type Attribution, attributions } from '../acts/act-kind.js';
import { type Grade, grades } from '../sources/source-content.js';
import type { Instant } from '../time/instant.js';
import type { CodeBook } from './code-book.js';
import type { Codes } from './codes.js';
import type { Columns } from './columns.js';
import { attributionCodes, gradeCodes, kindCodes } from './row-codes.js';
import { everyAct, type Selection } from './selection.js';

/** Made for the last question, and good for every other cell of it. */
let newest: RowTest | null = null;

/** A selection over columns: by codes and bounds, since it may be asked about every row. */
export class RowTest {
  private readonly kinds: Uint8Array;
  private readonly attributions: Uint8Array;
  private readonly grades: Uint8Array;
  private readonly occurredFrom: Instant;
  private readonly occurredTo: Instant;
  private readonly anySpeaker: boolean;

  private constructor(
    private readonly selection: Selection,
    private readonly codeBook: CodeBook,
  ) {
    this.kinds = allowing(kindCodes, selection.kinds);
    this.attributions = allowing(attributionCodes, enoughAttribution(selection, codeBook));
    this.grades = allowing(gradeCodes, enoughReliability(selection, codeBook));
    this.occurredFrom = selection.occurredFrom ?? -Infinity;
    this.occurredTo = selection.occurredTo ?? Infinity;
    this.anySpeaker = selection.speakers === null && selection.mandated === null;
  }

  /** null when every act may contribute, the case worth a faster scan. */
  static of(selection: Selection, codeBook: CodeBook): RowTest | null {
    if (isEveryAct(selection)) return null;
    if (newest?.selection !== selection || newest.codeBook !== codeBook) newest = new RowTest(selection, codeBook);
    return newest;
  }

  passes(columns: Columns, row: number): boolean {
    return this.passesByTraits(columns, row) && this.passesByTime(columns, row) && this.passesBySpeaker(columns, row);
  }

  private passesByTraits({ traits }: Columns, row: number): boolean {
    const at = row * 4;
    if (this.kinds[traits[at] ?? 0] === 0 || this.attributions[traits[at + 2] ?? 0] === 0) return false;
    return this.grades[traits[at + 3] ?? 0] !== 0;
  }

  private passesByTime({ start, effective }: Columns, row: number): boolean {
    return (start[row] ?? 0) >= this.occurredFrom && (effective[row] ?? 0) <= this.occurredTo;
  }

  private passesBySpeaker({ speaker, start, effective }: Columns, row: number): boolean {
    return this.anySpeaker || this.passesAs(speaker[row] ?? 0, start[row] ?? 0, effective[row] ?? 0);
  }

  private passesAs(speaker: number, start: Instant, effective: Instant): boolean {
    const { speakers, mandated } = this.selection;
    if (speaker === 0 || speakers?.has(speaker) === false) return false;
    return mandated === null || mandated(speaker, start, effective);
  }
}

function isEveryAct(selection: Selection): boolean {
  return selection === everyAct || Object.values(selection).every((field) => field === null);
}

function enoughAttribution({ minAttribution: least }: Selection, { attribution }: CodeBook): Attribution[] | null {
  return least && attributions.filter((name) => attribution[name] >= attribution[least]);
}

function enoughReliability({ minReliability: least }: Selection, { reliability }: CodeBook): Grade[] | null {
  return least && grades.filter((grade) => reliability[grade] >= reliability[least]);
}

/** By code, 1 for what is allowed; null allows all. */
function allowing<Name>(codes: Codes<Name>, allowed: readonly Name[] | null): Uint8Array {
  const byCode = new Uint8Array(256).fill(allowed ? 0 : 1);
  for (const name of allowed ?? []) byCode[codes.codeOf(name)] = 1;
  return byCode;
}
