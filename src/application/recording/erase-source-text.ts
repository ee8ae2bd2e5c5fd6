import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Erratum } from '../../domain/shared/erratum.js';
import { Refusal } from '../../domain/shared/refusal.js';
import { sameValue } from '../../domain/shared/same-value.js';
import { eraseSourceText, evolveSource } from '../../domain/sources/source.js';
import { Catalogue } from '../../ports/catalogue.js';
import { Texts } from '../../ports/texts.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording } from './recording.js';

export class EraseSourceText extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly erratum: Erratum,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(EraseSourceText)
export class EraseSourceTextHandler implements ICommandHandler<EraseSourceText> {
  constructor(
    private readonly recording: Recording,
    private readonly catalogue: Catalogue,
    private readonly texts: Texts,
  ) {}

  /**
   * The event first, the erasure after: a crash between is made good when the node starts, see TextErasure; an erasure
   * that failed, by whoever asks again.
   * @throws Refusal `text-erased` when the erasure is recorded already, of whichever source with this text
   */
  async execute({ id, erratum, envelope }: EraseSourceText): Promise<Receipt> {
    const receipt = await this.recording.change({
      kind: 'source',
      id,
      envelope,
      evolve: evolveSource,
      wrote: ({ type, data }) =>
        type === 'SourceTextErased' && sameValue({ ...data, sha256: '' }, { ...erratum, sha256: '' }),
      decide: async (source) => {
        await this.refuseErased(source.sha256);
        return eraseSourceText(source, erratum);
      },
    });
    const source = this.catalogue.at('source', id, receipt.sequence);
    if (source) await this.texts.erase(source.state.sha256);
    return receipt;
  }

  private async refuseErased(sha256: string): Promise<void> {
    const erasure = this.catalogue.erasure(sha256, Infinity);
    if (!erasure) return;
    await this.texts.erase(sha256);
    const { id, sequence } = erasure;
    const detail = `This text is erased already: event ${sequence}, recorded on source \`${id}\`.`;
    throw new Refusal('text-erased', detail);
  }
}
