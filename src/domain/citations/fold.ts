import { foldCluster } from './fold-cluster.js';
import { FoldedTextBuilder } from './folded-text-builder.js';
import type { FoldedText } from './folded-text.js';

const unknown = 0;
const plain = 1;
const mark = 2;
const special = 3;
const space = 0x20;
const dash = 0x2d;
// Longer stacks of marks are cut: sorting them, as normalisation does, takes the square of their number.
const marksMax = 30;

/** Folds a text for lenient search; a run of white space, or of dashes, becomes one. Linear in its length. */
export function fold(text: string): FoldedText {
  return new Folding(text).run();
}

class Folding {
  private readonly built: FoldedTextBuilder;
  private readonly kinds = new Uint8Array(0x10000);
  private readonly pieces = new Map<string, string>();

  constructor(private readonly text: string) {
    this.built = new FoldedTextBuilder(text.length);
  }

  run(): FoldedText {
    const { text, built } = this;
    for (let at = 0; at < text.length;) {
      const unit = text.charCodeAt(at);
      if (this.isPlain(unit) && (at + 1 === text.length || this.isPlain(text.charCodeAt(at + 1)))) {
        built.append(unit, at, ++at);
      } else at = this.foldClusterAt(at);
    }
    return built.build();
  }

  /** Whether the code unit is a character that folds to itself and starts no run; such are most of most texts. */
  private isPlain(unit: number): boolean {
    return this.kindOf(unit) === plain;
  }

  private kindOf(unit: number): number {
    const kind = this.kinds[unit] ?? unknown;
    return kind === unknown ? (this.kinds[unit] = kindOf(String.fromCharCode(unit))) : kind;
  }

  private foldClusterAt(start: number): number {
    const end = this.clusterEnd(start);
    const cluster = this.text.slice(start, end);
    const piece = this.pieces.get(cluster) ?? this.learnPiece(cluster);
    for (let at = 0; at < piece.length; at++) this.appendOrExtend(piece.charCodeAt(at), start, end);
    return end;
  }

  private learnPiece(cluster: string): string {
    const piece = foldCluster(cluster);
    this.pieces.set(cluster, piece);
    return piece;
  }

  private appendOrExtend(unit: number, start: number, end: number): void {
    if ((unit === space || unit === dash) && this.built.endsWith(unit)) this.built.extend(end);
    else this.built.append(unit, start, end);
  }

  /** Where the character at `start` ends together with the combining marks on it. */
  private clusterEnd(start: number): number {
    let end = start + widthAt(this.text, start);
    for (let marks = 0; marks < marksMax && this.isMarkAt(end); marks++) end += widthAt(this.text, end);
    return end;
  }

  private isMarkAt(at: number): boolean {
    const codePoint = this.text.codePointAt(at) ?? 0;
    return codePoint > 0xffff ? isMark(String.fromCodePoint(codePoint)) : this.kindOf(codePoint) === mark;
  }
}

function kindOf(unit: string): number {
  if (isMark(unit)) return mark;
  return /[\p{Surrogate} -]/u.test(unit) || foldCluster(unit) !== unit ? special : plain;
}

function isMark(character: string): boolean {
  return /\p{Mark}/u.test(character);
}

function widthAt(text: string, unit: number): number {
  return (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
}
