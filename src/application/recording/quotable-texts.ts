import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { SourceText } from '../../domain/citations/source-text.js';
import { Texts } from '../../ports/texts.js';
import { capturedText } from '../asking/captured-text.js';

const bytesMax = 33_554_432;
const milliseconds = 60_000;

/**
 * The texts that were quoted lately, since acts out of one source come together and a log may be far away. A text says
 * the same for ever; an erased one is forgotten within a minute, also where another node erased it.
 */
@Injectable()
export class QuotableTexts {
  private readonly kept = new LRUCache<string, SourceText>({
    maxSize: bytesMax,
    sizeCalculation: ({ text }) => 2 * text.length + 1,
    ttl: milliseconds,
    ttlAutopurge: true,
  });

  constructor(private readonly texts: Texts) {}

  /** Of a source's text that is not known to be erased. @throws Refusal `log-altered`; LogAway */
  async of(source: string, sha256: string): Promise<SourceText | 'erased'> {
    const kept = this.kept.get(sha256);
    if (kept !== undefined) return kept;
    const stored = await capturedText(this.texts, { source, sha256 });
    if (stored === null) return 'erased';
    const text = new SourceText(stored);
    this.kept.set(sha256, text);
    return text;
  }
}
