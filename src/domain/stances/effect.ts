import type { ActContent } from '../acts/act-content.js';
import type { Act } from '../acts/act.js';
import type { Grade } from '../sources/source-content.js';
import { parseTime } from '../time/time.js';
import { type CellRow, severalTexts } from './cell-row.js';
import { codeBook1 } from './code-book-1.js';
import type { WithdrawalRow } from './withdrawal-row.js';

/** What a citation is worth at some K, through some lens; null when it does not count. */
export interface CountingSource {
  readonly grade: Grade;
  /** The number of its text: sources with the same SHA-256 share it. */
  readonly text: number;
}

/** What the citations that count come to together. */
export interface Weight {
  /** The grade of greatest reliability. */
  readonly grade: Grade;
  /** The number of their one distinct text, −1 when there are more. */
  readonly text: number;
}

/** An act while it has effect: not retracted, and at least one of its citations counts (DESIGN section 4). */
export interface Effect extends Weight {
  readonly content: ActContent;
}

/** The act's effect, given what each source it cites is worth; null when it has none. */
export function effectOf(act: Act, worthOf: (source: string) => CountingSource | null): Effect | null {
  const { content, retracted } = act;
  if (retracted) return null;
  let weight: Weight | null = null;
  for (const { source } of content.citations) weight = weightWith(weight, worthOf(source));
  return weight && { content, grade: weight.grade, text: weight.text };
}

/** With one citation more, of this worth; the order does not matter. */
export function weightWith(weight: Weight | null, worth: CountingSource | null): Weight | null {
  if (worth === null || weight === null) return weight ?? worth;
  const text = worth.text === weight.text ? weight.text : severalTexts;
  return { grade: moreReliable(weight.grade, worth.grade), text };
}

function moreReliable(a: Grade, b: Grade): Grade {
  return codeBook1.reliability[b] > codeBook1.reliability[a] ? b : a;
}

/** Where in the log an effect begins, of which act, and how the speaker is numbered (0: none). */
export interface EffectPlace {
  readonly act: number;
  readonly from: number;
  readonly speaker: number;
}

/** The effect's row on each issue that the act leans on; open in sequence. */
export function rowsOf(
  { content, grade, text }: Effect,
  place: EffectPlace,
): readonly { issue: string; row: CellRow }[] {
  const { kind, mode, attribution, certainty } = content;
  const { act, from, speaker } = place;
  const { start, effective, end } = spanOf(content);
  return content.leanings.map(({ issue, value }) => ({
    issue,
    row: {
      act,
      from,
      to: Infinity,
      start,
      effective,
      end,
      value,
      kind,
      mode,
      attribution,
      grade,
      certainty,
      speaker,
      text,
    },
  }));
}

/** The effect's row as a withdrawal of the act with this number; open in sequence. */
export function withdrawalRowOf({ content }: Effect, place: EffectPlace, target: number): WithdrawalRow {
  const { effective, end } = spanOf(content);
  return { target, act: place.act, from: place.from, to: Infinity, effective, end, certainty: content.certainty };
}

function spanOf({ occurred, until }: ActContent): Pick<CellRow, 'start' | 'effective' | 'end'> {
  const { start, end } = parseTime(occurred, '/occurred');
  return { start, effective: end, end: until === null ? Infinity : parseTime(until, '/until').end };
}
