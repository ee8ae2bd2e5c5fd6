import { cut, padEnd, padStart } from '../terminal/fit.js';
import { paintedLine } from '../terminal/painted-line.js';
import { plain } from '../terminal/plain.js';
import { signed } from '../terminal/signed.js';
import { sparkline } from '../terminal/sparkline.js';
import type { Cell, Paint } from '../terminal/table.js';
import type { Colors } from '../terminal/terminal.js';
import { textWidth } from '../terminal/text-width.js';
import type { Board, BoardCell } from './board.js';

/** In columns and lines. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const least = { party: 5, issue: 5, stance: 6, course: 7 } as const;
const widest = { name: 28, course: 24 } as const;
const scoreWidth = 5;
const gap = '  ';

/** The stances of a board that changed last, under their titles; `height` rows at most. Not cut to the width yet. */
export function boardTable(board: Board, { width, height }: Size, colors: Colors): readonly (readonly Cell[])[] {
  const cells = board.rows(height);
  const widths = widthsOf(cells, width);
  const isLatest = ({ party, issue }: BoardCell): boolean =>
    party === board.latest?.party && issue === board.latest.issue;
  const rows = cells.map((cell) => {
    const paints = { name: isLatest(cell) ? colors.bold : asItIs, score: paintOf(cell.stance.score, colors) };
    return rowOf(cell, widths, paints);
  });
  return [[{ text: titles(widths), paint: colors.dim }], ...rows];
}

/** The table alone, no line wider than is said. */
export function boardLines(board: Board, size: Size, colors: Colors): readonly string[] {
  return boardTable(board, size, colors).map((cells) => paintedLine(cells, size.width));
}

interface Widths {
  readonly party: number;
  readonly issue: number;
  /** 0 where there is no room for it. */
  readonly course: number;
}

/** The course gets what is left, so that the stance behind it can still be read. */
function widthsOf(cells: readonly BoardCell[], width: number): Widths {
  const nameMax = Math.min(widest.name, Math.max(least.party, Math.floor(width / 4)));
  const party = Math.min(
    nameMax,
    greatestWidth(
      cells.map((cell) => cell.party),
      least.party,
    ),
  );
  const issue = Math.min(
    nameMax,
    greatestWidth(
      cells.map((cell) => cell.issue),
      least.issue,
    ),
  );
  const stance = greatestWidth(cells.map(stanceOf), least.stance);
  const left = width - party - issue - scoreWidth - stance - 4 * gap.length;
  return { party, issue, course: left < least.course ? 0 : Math.min(left, widest.course) };
}

function greatestWidth(texts: readonly string[], atLeast: number): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text)), atLeast);
}

function titles({ party, issue, course }: Widths): string {
  const drawn = course === 0 ? [] : [padEnd('changes', course)];
  const names = [padEnd('party', party), padEnd('issue', issue), padStart('score', scoreWidth)];
  return [...names, ...drawn, 'stance'].join(gap);
}

function rowOf(
  cell: BoardCell,
  { party, issue, course }: Widths,
  paints: { name: Paint; score: Paint },
): readonly Cell[] {
  const score = padStart(signed(cell.stance.score), scoreWidth);
  const drawn = course === 0 ? [] : [padEnd(sparkline(cell.course.slice(-course)), course)];
  return [
    { text: `${fitted(cell.party, party)}${gap}${fitted(cell.issue, issue)}${gap}`, paint: paints.name },
    { text: [score, ...drawn, stanceOf(cell)].join(gap), paint: paints.score },
  ];
}

function stanceOf({ stance: { band, status, mixed } }: BoardCell): string {
  const where = band === null ? [] : [plain(band)];
  return [...where, ...(status === 'held' ? [] : [status]), ...(mixed ? ['mixed'] : [])].join(', ');
}

/** Cold below zero, warm above. */
function paintOf(score: number | null, colors: Colors): Paint {
  if (score === null) return colors.dim;
  return score < 0 ? colors.blue : colors.red;
}

function fitted(text: string, width: number): string {
  return padEnd(cut(text, width), width);
}

function asItIs(text: string): string {
  return text;
}
