import { writeFileSync } from 'node:fs';
import { firstOf } from './questions.js';
import { type Repetition, stancePaths, stemOf } from './stance-paths.js';

interface Saving {
  readonly url: string;
  readonly seed: number;
  readonly repetition: Repetition;
  readonly count: number;
  readonly file: string;
}

export interface SavedAnswer {
  readonly stem: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Headers that every server writes by itself. */
const own = new Set(['connection', 'date', 'keep-alive']);

/** Keeps what the node answers, for the bare server to give back. */
export async function saveAnswers({ url, seed, repetition, count, file }: Saving): Promise<number> {
  const paths = [...new Set(firstOf(count, stancePaths(seed, repetition)))];
  const answers: SavedAnswer[] = [];
  for (const path of paths) {
    const answer = await fetch(url + path);
    if (answer.status !== 200) throw new Error(`${path} answers ${String(answer.status)}`);
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => !own.has(name)));
    answers.push({ stem: stemOf(path), headers, body: await answer.text() });
  }
  writeFileSync(file, JSON.stringify(answers));
  return answers.length;
}
