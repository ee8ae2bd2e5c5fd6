import { attributions } from '../acts/act-kind.js';
import { grades } from '../sources/source-content.js';
import type { CodeBook } from './code-book.js';
import type { Columns } from './columns.js';
import type { Codes } from './codes.js';
import { attributionCodes, gradeCodes, kindCodes } from './row-codes.js';
import type { Selection } from './selection.js';

/** Whether a row may contribute. */
export type RowTest = (columns: Columns, row: number) => boolean;

/** Compiles a selection into one test over columns; null when every act may contribute, the case worth a faster scan. */
export function rowTestOf(selection: Selection, codeBook: CodeBook): RowTest | null {
  const tests = [...traitTests(selection, codeBook), ...speakerTests(selection), ...periodTests(selection)];
  return tests.length === 0 ? null : (columns, row) => tests.every((test) => test(columns, row));
}

function traitTests({ kinds, minReliability, minAttribution }: Selection, codeBook: CodeBook): RowTest[] {
  const { reliability, attribution } = codeBook;
  const tests: RowTest[] = [];
  if (kinds) tests.push(traitTest(0, kindCodes, kinds));
  if (minAttribution) {
    const enough = attributions.filter((name) => attribution[name] >= attribution[minAttribution]);
    tests.push(traitTest(2, attributionCodes, enough));
  }
  if (minReliability) {
    const enough = grades.filter((grade) => reliability[grade] >= reliability[minReliability]);
    tests.push(traitTest(3, gradeCodes, enough));
  }
  return tests;
}

function traitTest<Name>(place: number, codes: Codes<Name>, allowed: readonly Name[]): RowTest {
  const passes = new Set(allowed.map((name) => codes.codeOf(name)));
  return ({ traits }, row) => passes.has(traits[row * 4 + place] ?? 0);
}

function speakerTests({ speakers, mandated }: Selection): RowTest[] {
  const tests: RowTest[] = [];
  if (speakers ?? mandated) tests.push(({ speaker }, row) => speaker[row] !== 0);
  if (speakers) tests.push(({ speaker }, row) => speakers.has(speaker[row] ?? 0));
  if (mandated) {
    tests.push(({ speaker, start, effective }, row) =>
      mandated(speaker[row] ?? 0, start[row] ?? 0, effective[row] ?? 0),
    );
  }
  return tests;
}

function periodTests({ occurredFrom, occurredTo }: Selection): RowTest[] {
  const tests: RowTest[] = [];
  if (occurredFrom !== null) tests.push(({ start }, row) => (start[row] ?? 0) >= occurredFrom);
  if (occurredTo !== null) tests.push(({ effective }, row) => (effective[row] ?? 0) <= occurredTo);
  return tests;
}
