import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Source } from '../../domain/sources/source.js';
import type { Instant } from '../../domain/time/instant.js';
import { parseTime } from '../../domain/time/time.js';
import { Catalogue, type Version } from '../../ports/catalogue.js';

/** A source, by its number, and from when on it can be known. */
export interface Publication {
  readonly at: Instant;
  readonly source: number;
}

/** Sources of the lists that are kept, all together. */
const sourcesMax = 500_000;
const sourcesAtOnce = 500;

/** When sources were published, as known at K: read once for all replays of that K. */
@Injectable()
export class Publications {
  private readonly lists = new LRUCache<number, readonly Publication[]>({
    maxSize: sourcesMax,
    sizeCalculation: ({ length }) => length + 1,
  });

  constructor(private readonly catalogue: Catalogue) {}

  /** Of the sources that are not retracted; in order. */
  async at(sequence: number): Promise<readonly Publication[]> {
    const known = this.lists.get(sequence);
    if (known) return known;
    const list = await this.read(sequence);
    this.lists.set(sequence, list);
    return list;
  }

  private async read(sequence: number): Promise<readonly Publication[]> {
    const list: Publication[] = [];
    for (let afterId: string | null = null; ;) {
      const page: readonly Version<Source>[] = this.catalogue.list('source', {
        sequence,
        words: [],
        afterId,
        limit: sourcesAtOnce,
      });
      list.push(...page.filter(({ state }) => !state.retracted).map(publicationOf));
      if (page.length < sourcesAtOnce) return list.sort((a, b) => a.at - b.at || a.source - b.source);
      afterId = page.at(-1)?.id ?? null;
      await breathe();
    }
  }
}

function publicationOf({ number, state }: Version<Source>): Publication {
  return { at: parseTime(state.content.published, '/published').end, source: number };
}
