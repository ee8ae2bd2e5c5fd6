import { Injectable } from '@nestjs/common';
import { Catalogue } from '../../ports/catalogue.js';
import { isRemoved } from '../../ports/text-removal.js';
import { TextDamaged, Texts } from '../../ports/texts.js';

/**
 * Drives erasures to their end: the event comes first, so a crash may leave a text whose erasure is recorded. Run
 * whenever a node has caught up: also where an older copy of the texts was put back, from a backup, and where servers
 * have not removed the bytes yet.
 */
@Injectable()
export class TextErasure {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly texts: Texts,
  ) {}

  async finish(): Promise<void> {
    for (const sha256 of this.catalogue.erasedTexts()) {
      if ((await this.isKept(sha256)) || !isRemoved(await this.texts.removal(sha256))) await this.texts.erase(sha256);
    }
  }

  /** What is damaged may still be read by people. */
  private async isKept(sha256: string): Promise<boolean> {
    try {
      return (await this.texts.get(sha256)).state === 'present';
    } catch (error) {
      if (error instanceof TextDamaged) return true;
      throw error;
    }
  }
}
