import { binaryEvent, type EventData, type RecordedEvent } from '@eventstore/db-client';
import { v5 as uuidv5 } from 'uuid';

/** An append takes 1 MiB at most, and many small ones hold up nobody. */
const partBytesMax = 262_144;
const namespace = '2d3c1cb6-8a5f-5b8e-9a67-6b2b8f0b7c55';

/** A text in as many parts as it needs, at least one; their ids come from its hash, so that the same are the same. */
export function partsOf(sha256: string, utf8: Buffer): readonly EventData[] {
  const parts = Math.max(1, Math.ceil(utf8.length / partBytesMax));
  return Array.from({ length: parts }, (_, part) =>
    binaryEvent({
      id: uuidv5(`${sha256} ${String(part)}`, namespace),
      type: 'TextPart',
      data: utf8.subarray(part * partBytesMax, (part + 1) * partBytesMax),
      metadata: { part, parts },
    }),
  );
}

/** The text's UTF-8; null while parts are missing. */
export function joined(stored: readonly RecordedEvent[]): Buffer | null {
  const { metadata } = stored[0] ?? {};
  const whole: unknown = typeof metadata === 'object' ? Reflect.get(metadata, 'parts') : null;
  if (stored.length === 0 || stored.length !== whole) return null;
  return Buffer.concat(stored.map(({ data }) => (data instanceof Uint8Array ? data : Buffer.alloc(0))));
}
