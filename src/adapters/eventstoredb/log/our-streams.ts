import type { RecordedEvent } from '@eventstore/db-client';
import { LogNotReadable } from '../../../ports/event-log.js';

const metadataMark = '$$';
const losing = ['$tb', '$maxAge', '$maxCount'];

/** What the server is asked for: our streams, and what is said about them, such as that one was deleted. */
export function filterPrefixes(prefix: string): readonly string[] {
  return [prefix, metadataMark + prefix];
}

/** Whether the event is about one of our streams instead of in it. */
export function isAboutStream({ streamId }: RecordedEvent): boolean {
  return streamId.startsWith(metadataMark);
}

/** @throws LogNotReadable when the stream loses events by what is said of it: the log is only ever added to */
export function checkStreamKept({ streamId, data }: RecordedEvent): void {
  const stream = streamId.slice(metadataMark.length);
  const said = typeof data === 'object' && !(data instanceof Uint8Array) ? Object.keys(data) : [];
  const loses = said.find((name) => losing.includes(name));
  if (loses === undefined) return;
  throw new LogNotReadable(`the stream ${stream} was deleted or cut: its metadata has ${loses}`);
}
