import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../../domain/shared/refusal.js';
import { Catalogue } from '../../ports/catalogue.js';
import { Texts } from '../../ports/texts.js';
import { capturedText } from './captured-text.js';
import { Pinning } from './pinning.js';

/** The text of a source as it was captured. */
export class GetSourceText extends Query<string> {
  constructor(readonly id: string) {
    super();
  }
}

@QueryHandler(GetSourceText)
export class GetSourceTextHandler implements IQueryHandler<GetSourceText> {
  constructor(
    private readonly pinning: Pinning,
    private readonly catalogue: Catalogue,
    private readonly texts: Texts,
  ) {}

  async execute({ id }: GetSourceText): Promise<string> {
    const { sequence } = await this.pinning.pin({ atSequence: null, knownAt: null, minSequence: null });
    const source = this.catalogue.at('source', id, sequence);
    if (!source) throw new Refusal('not-found', `There is no source \`${id}\`.`);
    const { sha256 } = source.state;
    if (this.catalogue.isErased(sha256, sequence)) throw this.erased(id, sha256);
    const text = await capturedText(this.texts, { source: id, sha256 });
    if (text === null) throw this.erased(id, sha256);
    return text;
  }

  /** Says who erased it and why, where this node knows it already. */
  private erased(id: string, sha256: string): Refusal {
    const erasure = this.catalogue.erasure(sha256, Infinity);
    const why = erasure && ` by ${erasure.recorder}, event ${erasure.sequence}, because: ${erasure.reason ?? ''}`;
    return new Refusal('text-erased', `The text of source \`${id}\`, SHA-256 ${sha256}, was erased${why ?? '.'}`);
  }
}
