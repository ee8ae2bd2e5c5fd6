import { type CheckpointText, originOf } from '../domain/audit/checkpoint.js';
import type { Hash } from '../domain/audit/hash.js';
import type { ExportedEvent, ExportRecord } from '../domain/audit/log-export.js';
import type { VerifierKey } from '../domain/audit/verifier-key.js';
import { type Fault, Faults } from './faults.js';
import { History } from './history.js';
import { openCheckpoint } from './open-checkpoint.js';
import { OrderCheck } from './order-check.js';
import { ReferenceCheck } from './reference-check.js';
import { StanceCheck } from './stance-check.js';
import { type Erasure, TextCheck } from './text-check.js';
import { TreeCheck } from './tree-check.js';

export interface Trusted {
  readonly keys: readonly VerifierKey[];
  /** A checkpoint that was kept, as a signed note; null when there is none. */
  readonly earlier: string | null;
}

/** A log to be verified. */
export interface LogSource {
  /** What it says of itself, as a signed note; null when it is not signed. */
  readonly checkpoint: string | null;
  /** What comes after the checkpoint; null for what cannot be read as a record. */
  readonly records: AsyncIterable<ExportRecord | null>;
  /** An export ends where its checkpoint does, and tells stances; a log may have grown since it was signed. */
  readonly isExport: boolean;
  /** Only a hint at where a log is not what was signed: what a node once made of it. */
  readonly viewed: ViewedLeaves | null;
  /** How the file is not, to the byte, what was written, beside its records: known once all of them were read. */
  alterations(): readonly string[];
}

interface ViewedLeaves {
  readonly logId: string;
  leafAt(sequence: number): Hash | null;
  close(): void;
}

export interface Verdict {
  readonly origin: string;
  readonly events: number;
  readonly root: Hash;
  /** Events that the checkpoint covers. */
  readonly signed: number;
  readonly texts: number;
  readonly erased: number;
  readonly erasures: readonly Erasure[];
  readonly quotes: number;
  readonly stances: number;
  readonly faults: readonly Fault[];
}

const nobodyKnows: ExportedEvent | null = null;

/** Verifies a log as it comes, in one pass; memory holds its texts and what stances depend on of its acts. */
export async function verifyLog(source: LogSource, trusted: Trusted): Promise<Verdict> {
  return new Verification(source, trusted).run();
}

class Verification {
  private readonly faults = new Faults();
  private readonly history = new History(this.faults);
  private readonly order = new OrderCheck(this.faults);
  private readonly references = new ReferenceCheck(this.history, this.faults);
  private readonly texts = new TextCheck(this.history, this.faults);
  private readonly checkpoint: CheckpointText | null;
  private readonly earlier: CheckpointText | null;
  private readonly tree: TreeCheck;
  private last = nobodyKnows;
  private stances: StanceCheck | null = null;

  constructor(
    private readonly source: LogSource,
    trusted: Trusted,
  ) {
    const { keys, earlier } = trusted;
    const isUnsigned = source.checkpoint === null && earlier !== null && !source.isExport;
    this.checkpoint = isUnsigned ? null : this.open(source.checkpoint, keys, 'the checkpoint');
    this.earlier = earlier === null ? null : this.open(earlier, keys, 'the earlier checkpoint');
    const sizes = [this.checkpoint, this.earlier].flatMap((one) => (one ? [one.size] : []));
    this.tree = new TreeCheck(this.faults, new Set(sizes), source.viewed);
  }

  async run(): Promise<Verdict> {
    let line = 1;
    for await (const record of this.source.records) {
      line += 1;
      if (record) this.add(record);
      else this.unreadable(line);
    }
    this.finish();
    this.source.viewed?.close();
    return this.verdict();
  }

  private open(note: string | null, keys: readonly VerifierKey[], named: string): CheckpointText | null {
    const opened = note === null ? 'is missing' : openCheckpoint(note, keys);
    if (typeof opened !== 'string') return opened;
    this.faults.add(null, `${named} ${opened}`);
    return null;
  }

  private add(record: ExportRecord): void {
    switch (record.kind) {
      case 'checkpoint':
        return this.faults.add(null, 'there is a second checkpoint');
      case 'text':
        return this.texts.addText(record.sha256, record.text);
      case 'erased':
        return this.texts.addErased(record.sha256);
      case 'event':
        return this.addEvent(record.event);
      case 'stances':
        this.stances ??= this.stanceCheck();
        return this.stances.add(record.stances);
    }
  }

  private addEvent(stored: ExportedEvent): void {
    if (this.stances) this.faults.add(stored.sequence, 'stands after the stances');
    this.order.add(stored);
    this.tree.add(stored);
    this.last = stored;
    const event = this.history.add(stored);
    if (!event) return;
    const { sequence } = stored;
    this.faults.attempt(sequence, 'names things in no way that can be understood', () => {
      this.references.add(event, sequence);
      this.texts.addEvent(event, stored);
    });
  }

  private unreadable(line: number): void {
    const next = (this.last?.sequence ?? 0) + 1;
    this.faults.add(next, `cannot be read: line ${String(line)} is not as an export is written`);
  }

  private stanceCheck(): StanceCheck {
    const { sequence, recordedAt } = this.last ?? { sequence: 0, recordedAt: 0 };
    return new StanceCheck(this.history, { sequence, recordedAt }, this.faults);
  }

  private finish(): void {
    for (const alteration of this.source.alterations()) this.faults.add(null, alteration);
    this.texts.finish();
    if (this.checkpoint) this.compare(this.checkpoint, 'the checkpoint');
    if (this.earlier) this.compare(this.earlier, 'the earlier checkpoint');
    if (this.source.isExport) this.finishExport();
  }

  private finishExport(): void {
    (this.stances ??= this.stanceCheck()).finish();
    const signed = Number(this.checkpoint?.size ?? this.tree.size);
    for (let sequence = signed + 1; sequence <= this.tree.size; sequence++)
      this.faults.add(sequence, 'comes after what the checkpoint signs');
  }

  private compare(checkpoint: CheckpointText, named: string): void {
    const { logId } = this.history;
    if (!this.tree.compare(checkpoint, named) && this.source.viewed?.logId === logId) this.tree.locate(checkpoint.size);
    const origin = logId === null ? 'no log' : originOf(logId);
    if (checkpoint.origin !== origin) this.faults.add(1, `begins ${origin}, and ${named} is of ${checkpoint.origin}`);
  }

  private verdict(): Verdict {
    return {
      origin: originOf(this.history.logId ?? ''),
      events: this.tree.size,
      root: this.tree.root,
      signed: Number(this.checkpoint?.size ?? 0),
      texts: this.texts.present,
      erased: this.texts.erased,
      erasures: this.texts.erasuresTold,
      quotes: this.texts.quotes,
      stances: this.stances?.checked ?? 0,
      faults: this.faults.all,
    };
  }
}
