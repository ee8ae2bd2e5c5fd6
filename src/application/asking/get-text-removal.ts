import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../../domain/shared/refusal.js';
import { Catalogue } from '../../ports/catalogue.js';
import { isRemoved, type RemovalPlace } from '../../ports/text-removal.js';
import { Texts } from '../../ports/texts.js';
import { Pinning } from './pinning.js';

export interface TextRemovalView {
  readonly source: string;
  readonly sha256: string;
  /** Whether an erasure of this text is recorded, on whichever source. */
  readonly textErased: boolean;
  /** Whether its bytes are gone from every place that is known. */
  readonly removed: boolean;
  readonly places: readonly RemovalPlace[];
}

/** What became of the bytes of a source's erased text. */
export class GetTextRemoval extends Query<TextRemovalView> {
  constructor(readonly id: string) {
    super();
  }
}

@QueryHandler(GetTextRemoval)
export class GetTextRemovalHandler implements IQueryHandler<GetTextRemoval> {
  constructor(
    private readonly pinning: Pinning,
    private readonly catalogue: Catalogue,
    private readonly texts: Texts,
  ) {}

  async execute({ id }: GetTextRemoval): Promise<TextRemovalView> {
    const { sequence } = await this.pinning.pin({ atSequence: null, knownAt: null, minSequence: null });
    const source = this.catalogue.at('source', id, sequence);
    if (!source) throw new Refusal('not-found', `There is no source \`${id}\`.`);
    const { sha256 } = source.state;
    const places = await this.texts.removal(sha256);
    const textErased = this.catalogue.isErased(sha256, sequence);
    return { source: id, sha256, textErased, removed: isRemoved(places), places };
  }
}
