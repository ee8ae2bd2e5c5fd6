import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LogEvent } from '../../src/ports/event-log.js';

/** A question as a client asks it, and the bytes of the answer. */
export interface GoldenAnswer {
  readonly path: string;
  readonly text: string;
}

export function goldenFile(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function linesOf<T>(name: string): readonly T[] {
  const lines = readFileSync(goldenFile(name), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}

/** When they were given, and every answer; one that is not JSON is kept as a string. */
export function goldenAnswers(): { readonly now: number; readonly answers: readonly GoldenAnswer[] } {
  const [heading, ...lines] = linesOf<{ readonly now: string } & readonly [string, unknown]>('answers-v1.jsonl');
  const textOf = (answer: unknown): string => (typeof answer === 'string' ? answer : JSON.stringify(answer));
  return { now: Date.parse(heading!.now), answers: lines.map(([path, answer]) => ({ path, text: textOf(answer) })) };
}

/** The golden history for whoever has no SQLite. */
export function goldenEvents(): readonly LogEvent[] {
  return linesOf<LogEvent>('history-v1.jsonl');
}
