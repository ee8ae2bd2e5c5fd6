import { type Load, load } from '../processes/http-client.js';
import { firstOf } from './questions.js';
import { atMillisecond, type Repetition, stancePaths } from './stance-paths.js';

interface AskingStances {
  readonly url: string;
  readonly seed: number;
  readonly repetition: Repetition;
  /** So many different questions, asked over and over, distinct ones each time at another millisecond. */
  readonly count: number;
  readonly connections: number;
  readonly milliseconds: number;
}

export async function askStances(asking: AskingStances): Promise<Load> {
  const { url, seed, repetition, count, connections, milliseconds } = asking;
  const paths = firstOf(count, stancePaths(seed, repetition));
  const { host } = new URL(url);
  let asked = 0;
  const next = (): Buffer => {
    const path = atMillisecond(paths[asked % count]!, Math.floor(asked++ / count));
    return Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`, 'latin1');
  };
  return load({ url, connections, milliseconds, status: 200, next });
}
