import { logStream } from '../../domain/shared/stream.js';
import { type EventLog, LogSealed, type StreamEvent } from '../../ports/event-log.js';
import { movedTo } from '../../ports/moved-to.js';

/** @throws LogSealed when the log was moved; silent when it cannot be asked */
export async function assertOpen(log: EventLog): Promise<void> {
  const stream = await log.readStream(logStream).catch((): readonly StreamEvent[] => []);
  const to = movedTo(stream.at(-1));
  if (to !== null) throw new LogSealed(to);
}
