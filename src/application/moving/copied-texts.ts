import { Codec } from '../../domain/shared/codec.js';
import type { LogEvent } from '../../ports/event-log.js';
import type { Texts } from '../../ports/texts.js';
import { CannotCopy } from './cannot-copy.js';

const codec = new Codec();

/** The texts that events of sources speak of, brought from one store to another. */
export class CopiedTexts {
  private readonly seen = new Set<string>();

  constructor(
    private readonly from: Texts,
    private readonly to: Texts,
  ) {}

  /** How many different texts were met. */
  get count(): number {
    return this.seen.size;
  }

  /** Before the event is copied, so that the copy has no source without its text. @throws CannotCopy, TextDamaged */
  async bring(stored: LogEvent): Promise<void> {
    const { captured, erased } = textsOf(stored);
    if (captured !== null) await this.put(captured, stored);
    if (erased !== null) await this.to.erase(erased);
  }

  /** Makes sure that the copy has what the event speaks of. @throws CannotCopy, TextDamaged */
  async verify(stored: LogEvent): Promise<void> {
    const { captured, erased } = textsOf(stored);
    if (erased !== null && (await this.stateAt(this.to, erased)) !== 'erased') throw differing(stored, erased);
    if (captured === null || this.seen.has(captured)) return;
    this.seen.add(captured);
    const state = await this.stateAt(this.to, captured);
    if (state === 'present') return;
    if (state === 'absent' || (await this.stateAt(this.from, captured)) !== 'erased') throw differing(stored, captured);
  }

  private async put(sha256: string, { sequence }: LogEvent): Promise<void> {
    const text = await this.from.get(sha256);
    if (text.state === 'erased') return this.to.erase(sha256);
    const where = `the text ${sha256} of event ${String(sequence)}`;
    if (text.state === 'absent') throw new CannotCopy(`${where} is missing where the log is copied from.`);
    if ((await this.to.put(sha256, text.text)) === 'stored') return;
    throw new CannotCopy(`${where} was erased where the log is copied to; choose another place.`);
  }

  private async stateAt(texts: Texts, sha256: string): Promise<'present' | 'erased' | 'absent'> {
    return (await texts.get(sha256)).state;
  }
}

interface TextsOfEvent {
  readonly captured: string | null;
  readonly erased: string | null;
}

const none: TextsOfEvent = { captured: null, erased: null };

/** Only events of sources are decoded: the others have no texts. @throws UnknownEvent */
function textsOf(stored: LogEvent): TextsOfEvent {
  if (!stored.stream.startsWith('source-')) return none;
  const { type, data } = codec.decode(stored);
  if (type === 'SourceCaptured') return { ...none, captured: data.sha256 };
  return type === 'SourceTextErased' ? { ...none, erased: data.sha256 } : none;
}

function differing({ sequence }: LogEvent, sha256: string): CannotCopy {
  return new CannotCopy(`the text ${sha256} of event ${String(sequence)} is not on the copy as it is in the log.`);
}
