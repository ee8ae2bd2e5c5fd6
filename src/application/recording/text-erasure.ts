import { Injectable } from '@nestjs/common';
import { Catalogue } from '../../ports/catalogue.js';
import { Texts } from '../../ports/texts.js';

/**
 * Drives erasures to their end: the event comes first, so a crash may leave a text whose erasure is recorded. Run
 * whenever a node has caught up; erasing again what is erased costs nothing.
 */
@Injectable()
export class TextErasure {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly texts: Texts,
  ) {}

  async finish(): Promise<void> {
    for (const sha256 of this.catalogue.erasedTexts()) {
      if ((await this.texts.get(sha256)).state === 'present') await this.texts.erase(sha256);
    }
  }
}
