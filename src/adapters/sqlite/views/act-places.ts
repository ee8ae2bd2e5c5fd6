/** Slots a kept act may take at most; the rest stay free, so that looking ends soon. */
const filledMax = 0.6;
const hashStart = 0x811c9dc5;
const hashFactor = 0x01000193;

/**
 * Where acts stand while views are built from nothing and there is no index yet: by a hash of their id, the sequence of
 * their first event. Two acts may share a hash, so whoever asks says which candidate is right. Numbers in one block of
 * memory: a map of a million ids would be a hundred times as much for the garbage collector to look at.
 */
export class ActPlaces {
  private hashes = new Uint32Array(1 << 12);
  private sequences = new Float64Array(1 << 12);
  private count = 0;
  /** Of the few acts that more was recorded of: the sequences of all their events. */
  private readonly later = new Map<number, number[]>();

  add(id: string, sequence: number): void {
    if (this.count >= this.hashes.length * filledMax) this.grow();
    this.put(hashOf(id), sequence);
    this.count += 1;
  }

  addLater(first: number, sequence: number): void {
    const sequences = this.later.get(first) ?? [first];
    sequences.push(sequence);
    this.later.set(first, sequences);
  }

  /** The sequence of the act's first event; undefined when it was never added. */
  firstOf(id: string, isRight: (sequence: number) => boolean): number | undefined {
    const hash = hashOf(id);
    for (let slot = this.slotOf(hash); this.sequences[slot] !== 0; slot = this.after(slot)) {
      const sequence = this.sequences[slot] ?? 0;
      if (this.hashes[slot] === hash && isRight(sequence)) return sequence;
    }
    return undefined;
  }

  /** The sequences of all its events. */
  allOf(first: number): readonly number[] {
    return this.later.get(first) ?? [first];
  }

  private put(hash: number, sequence: number): void {
    let slot = this.slotOf(hash);
    while (this.sequences[slot] !== 0) slot = this.after(slot);
    this.hashes[slot] = hash;
    this.sequences[slot] = sequence;
  }

  private grow(): void {
    const { hashes, sequences } = this;
    this.hashes = new Uint32Array(hashes.length * 2);
    this.sequences = new Float64Array(hashes.length * 2);
    for (const [slot, sequence] of sequences.entries()) if (sequence !== 0) this.put(hashes[slot] ?? 0, sequence);
  }

  private slotOf(hash: number): number {
    return hash & (this.hashes.length - 1);
  }

  private after(slot: number): number {
    return (slot + 1) & (this.hashes.length - 1);
  }
}

/** FNV-1a over the code units: ids of acts are ASCII. */
function hashOf(id: string): number {
  let hash = hashStart;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), hashFactor);
  return hash >>> 0;
}
