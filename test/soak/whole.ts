import type { Client } from '../support/faults/client.js';

interface Page {
  readonly items: readonly { readonly stream?: string }[];
  readonly next: number | string | null;
}

/** The stream of every event of the log, in order. */
export async function streamsOfLog(node: Client): Promise<readonly string[]> {
  const streams: string[] = [];
  for await (const { items } of pages(node, (next) => `/v1/log/events?after=${String(next ?? 0)}&limit=1000`)) {
    streams.push(...items.map(({ stream }) => String(stream)));
  }
  return streams;
}

/** How many acts the node lists. */
export async function actsListed(node: Client): Promise<number> {
  let acts = 0;
  const path = (next: Page['next']): string => `/v1/acts?limit=1000${next === null ? '' : `&cursor=${String(next)}`}`;
  for await (const { items } of pages(node, path)) acts += items.length;
  return acts;
}

async function* pages(node: Client, pathOf: (next: Page['next']) => string): AsyncGenerator<Page> {
  let next: Page['next'] = null;
  do {
    const { status, text } = await node.get(pathOf(next));
    if (status !== 200) throw new Error(`a page was refused: ${status} ${text}`);
    const page = JSON.parse(text) as Page;
    yield page;
    next = page.next;
  } while (next !== null);
}
