import { actionModes, actKinds, attributions } from '../acts/act-kind.js';
import { grades } from '../sources/source-content.js';
import type { CodeBook } from './code-book.js';
import type { Columns } from './columns.js';
import { attributionCodes, gradeCodes, kindCodes, modeCodes } from './row-codes.js';

const byBook = new WeakMap<CodeBook, Factors>();

/** A code book by the codes of the columns, so that weighing a row is three look-ups. */
export class Factors {
  private readonly force = new Float64Array(64);
  private readonly attribution = new Float64Array(4);
  private readonly reliability = new Float64Array(6);

  private constructor(book: CodeBook) {
    for (const kind of actKinds) this.enterForce(book, kind);
    for (const name of attributions) this.attribution[attributionCodes.codeOf(name)] = book.attribution[name];
    for (const grade of grades) this.reliability[gradeCodes.codeOf(grade)] = book.reliability[grade];
  }

  static of(book: CodeBook): Factors {
    const known = byBook.get(book);
    if (known) return known;
    const factors = new Factors(book);
    byBook.set(book, factors);
    return factors;
  }

  /** weight = force × attribution × reliability × certainty, left to right. */
  weightOf(columns: Columns, row: number): number {
    const force = this.force[traitOf(columns, row, 0) * 4 + traitOf(columns, row, 1)] ?? 0;
    const attribution = this.attribution[traitOf(columns, row, 2)] ?? 0;
    const reliability = this.reliability[traitOf(columns, row, 3)] ?? 0;
    return force * attribution * reliability * (columns.certainty[row] ?? 0);
  }

  /** Only an action has a mode; one without counts as material. */
  private enterForce(book: CodeBook, kind: (typeof actKinds)[number]): void {
    const code = kindCodes.codeOf(kind) * 4;
    const plain = kind === 'action' ? book.force.action.material : book.force[kind];
    this.force.fill(plain, code, code + 4);
    if (kind !== 'action') return;
    for (const mode of actionModes) this.force[code + modeCodes.codeOf(mode)] = book.force.action[mode];
  }
}

function traitOf({ traits }: Columns, row: number, place: number): number {
  return traits[row * 4 + place] ?? 0;
}
