import { createHash } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { hasLoneSurrogates, lengthInCodePoints } from '../../domain/citations/source-text.js';
import { refuseIf } from '../../domain/shared/check.js';
import { Refusal } from '../../domain/shared/refusal.js';
import { sameValue } from '../../domain/shared/same-value.js';
import type { SourceContent, TextDigest } from '../../domain/sources/source-content.js';
import { captureSource, evolveSource } from '../../domain/sources/source.js';
import { Texts } from '../../ports/texts.js';
import type { Envelope, Receipt } from './envelope.js';
import { Recording } from './recording.js';
import { References } from './references.js';

/** Bytes of UTF-8 that a source's text may have. */
const textBytesMax = 1_048_576;

export class CaptureSource extends Command<Receipt & TextDigest> {
  constructor(
    readonly id: string,
    readonly content: SourceContent,
    readonly text: string,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(CaptureSource)
export class CaptureSourceHandler implements ICommandHandler<CaptureSource> {
  constructor(
    private readonly recording: Recording,
    private readonly references: References,
    private readonly texts: Texts,
  ) {}

  async execute({ id, content, text, envelope }: CaptureSource): Promise<Receipt & TextDigest> {
    const digest = digestOf(text);
    const event = captureSource(content, digest);
    const receipt = await this.recording.create({
      kind: 'source',
      id,
      envelope,
      evolve: evolveSource,
      wrote: (earlier) => sameValue(earlier, event),
      decide: async () => {
        await this.references.assertSource(content.derivedFrom, '/derivedFrom');
        await this.store(digest.sha256, text);
        return event;
      },
    });
    return { ...receipt, ...digest };
  }

  /** The text first, its source last: what a crash leaves between is seen by nobody, and is there for the repeat. */
  private async store(sha256: string, text: string): Promise<void> {
    const erased = this.references.isErased(sha256) || (await this.texts.put(sha256, text)) === 'erased';
    const detail = 'This very text was erased; it cannot be captured again, under whatever id.';
    refuseIf(erased, 'text-erased', { pointer: '/text', detail });
  }
}

function digestOf(text: string): TextDigest {
  const pointer = '/text';
  refuseIf(text === '', 'invalid', { pointer, detail: 'A source needs a text: the words that it holds.' });
  const lone = 'The text holds half of a surrogate pair, which is no character; send well-formed Unicode.';
  refuseIf(hasLoneSurrogates(text), 'invalid', { pointer, detail: lone });
  const utf8 = Buffer.from(text, 'utf8');
  if (utf8.length > textBytesMax) {
    const detail = `A text may have 1 MiB of UTF-8, ${String(textBytesMax)} bytes, not ${String(utf8.length)}.`;
    throw new Refusal('too-large', detail, [{ pointer, detail }]);
  }
  return { sha256: createHash('sha256').update(utf8).digest('hex'), length: lengthInCodePoints(text) };
}
