import type { Citation } from '../domain/acts/act-content.js';
import { locateQuote } from '../domain/citations/locate-quote.js';
import { SourceText } from '../domain/citations/source-text.js';
import { Refusal } from '../domain/shared/refusal.js';
import type { ExportedEvent } from '../domain/audit/log-export.js';
import type { DomainEvent, EventOf } from '../domain/shared/domain-event.js';
import { formatInstant } from '../domain/time/instant.js';
import type { Faults } from './faults.js';
import type { History } from './history.js';
import { sha256 } from './sha256.js';

/** Who took a text away, by which event, and why. */
export interface Erasure {
  readonly sequence: number;
  readonly sha256: string;
  readonly recordedAt: string;
  readonly recorder: string;
  readonly reason: string;
}

type Known = SourceText | 'erased' | 'damaged';

/**
 * Each text has its hash and stands once, right before the first event that brings it, so that none of its quotes comes
 * before it and goes unchecked; each quote stands in its text; and a text that is gone was erased by an event.
 */
export class TextCheck {
  quotes = 0;
  /** Quotes whose text was erased: nobody can check them any more. */
  beyondCheck = 0;
  private readonly texts = new Map<string, Known>();
  /** The first event that brought each text. */
  private readonly captured = new Map<string, number>();
  private readonly erasures = new Map<string, Erasure>();
  /** The text in the line before. */
  private waiting: string | null = null;
  private readonly misplaced = new Set<string>();

  constructor(
    private readonly history: History,
    private readonly faults: Faults,
  ) {}

  get present(): number {
    return this.texts.size - this.erased;
  }

  get erased(): number {
    return [...this.texts.values()].filter((text) => text === 'erased').length;
  }

  addText(hash: string, text: string): void {
    this.add(hash, sha256.ofText(text) === hash ? new SourceText(text) : 'damaged');
  }

  addErased(hash: string): void {
    this.add(hash, 'erased');
  }

  /** Of the texts that are not here any more, in log order. */
  get erasuresTold(): readonly Erasure[] {
    return [...this.erasures.values()].filter(({ sha256: hash }) => this.texts.get(hash) === 'erased');
  }

  addEvent(event: DomainEvent, stored: ExportedEvent): void {
    const { type, data } = event;
    const { sequence } = stored;
    this.place(type === 'SourceCaptured' && !this.captured.has(data.sha256) ? data.sha256 : null);
    if (type === 'SourceCaptured') this.capture(data, sequence);
    if (type === 'SourceTextErased') this.erase(data, stored);
    const content = 'content' in data ? data.content : data;
    if ('citations' in content) for (const citation of content.citations) this.check(citation, sequence);
  }

  finish(): void {
    this.place(null);
    for (const [hash, sequence] of this.captured) this.judge(hash, sequence);
    for (const hash of this.texts.keys())
      if (!this.captured.has(hash)) this.faults.add(null, `there is a text ${hash} that no source has`);
  }

  private add(hash: string, text: Known): void {
    this.place(null);
    this.waiting = hash;
    if (this.texts.has(hash)) this.misplaced.add(hash);
    else this.texts.set(hash, text);
  }

  /** The line before may only be the text that is brought first here. */
  private place(brought: string | null): void {
    if (this.waiting !== null && this.waiting !== brought) this.misplaced.add(this.waiting);
    this.waiting = null;
  }

  private capture({ sha256: hash, length }: { sha256: string; length: number }, sequence: number): void {
    if (!this.captured.has(hash)) this.captured.set(hash, sequence);
    const text = this.texts.get(hash);
    if (text === 'damaged') this.faults.add(sequence, `brings a text that is not the one with the hash ${hash}`);
    else if (text instanceof SourceText && text.length !== length)
      this.faults.add(sequence, `brings a text of ${String(text.length)} code points, and says ${String(length)}`);
  }

  private erase({ sha256: hash, reason }: EventOf<'SourceTextErased'>['data'], stored: ExportedEvent): void {
    const { sequence, recordedAt, recorder } = stored;
    if (this.erasures.has(hash)) return;
    this.erasures.set(hash, { sequence, sha256: hash, recordedAt: formatInstant(recordedAt), recorder, reason });
  }

  private judge(hash: string, sequence: number): void {
    const text = this.texts.get(hash);
    const erasure = this.erasures.get(hash);
    if (this.misplaced.has(hash))
      this.faults.add(
        sequence,
        'brings a text that does not stand once, right before it: its quotes were not all checked',
      );
    if (text === undefined) this.faults.add(sequence, 'brings a text that is not here');
    else if (text === 'erased' && erasure === undefined)
      this.faults.add(sequence, 'brings a text that was erased, and no event says so');
    else if (text !== 'erased' && erasure) this.faults.add(erasure.sequence, 'erased a text that is still here');
  }

  private check(citation: Citation, sequence: number): void {
    const hash = this.history.sources.get(citation.source)?.sha256 ?? '';
    const text = this.texts.get(hash);
    if (text === 'erased') this.beyondCheck += 1;
    if (!(text instanceof SourceText)) return; // told of where its source was captured
    this.quotes += 1;
    try {
      locateQuote(text, citation, '');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.faults.add(sequence, `quotes ${citation.source} from ${citation.start} to ${citation.end}; it says other`);
    }
  }
}
