import type { CommittedEventView, LogPageView } from '../../application/auditing/views.js';
import type { EntryView, PageView } from '../../application/asking/views.js';
import { parseCheckpoint } from '../../domain/audit/checkpoint.js';
import { type ExportRecord, formatRecord, textBroughtBy } from '../../domain/audit/log-export.js';
import { parseNote } from '../../domain/audit/note.js';
import { entityOf } from '../../domain/shared/stream.js';
import { parseTime } from '../../domain/time/time.js';
import { Failure } from '../failure.js';
import { ask } from '../server/ask.js';
import type { Client } from '../server/client.js';

const pageSize = 1000;

/** Told of what cannot be exported, since the server does not have it any more: `verify` will tell of it too. */
export type OnGone = (why: string) => void;

/** The lines of an export: what the server's last checkpoint covers, and nothing that came after it. */
export async function* exportedLog(client: Client, validAt: string, onGone: OnGone): AsyncGenerator<string> {
  const checkpoint = (await ask(client, '/v1/log/checkpoint')).text;
  const size = sizeOf(checkpoint);
  yield line({ kind: 'checkpoint', note: checkpoint });
  yield* events(new Telling(client, onGone), size);
  for await (const party of parties(client, size)) {
    const answer = await ask(client, '/v1/stances', { party, validAt, atSequence: size });
    yield line({ kind: 'stances', stances: answer.json() });
  }
}

function line(record: ExportRecord): string {
  return `${formatRecord(record)}\n`;
}

function sizeOf(checkpoint: string): number {
  const head = parseCheckpoint(parseNote(checkpoint)?.text ?? '');
  if (!head) throw new Failure(3, 'The server has no checkpoint to export up to.');
  return Number(head.size);
}

async function* events(telling: Telling, size: number): AsyncGenerator<string> {
  for (let after = 0; after < size;) {
    const limit = Math.min(pageSize, size - after);
    const { items } = (await ask(telling.client, '/v1/log/events', { after, limit })).json<LogPageView>();
    if (items.length === 0) throw new Failure(3, `The server has signed ${String(size)} events, and has ${after}.`);
    for (const item of items) yield* event(telling, item);
    after += items.length;
  }
}

async function* event(telling: Telling, item: CommittedEventView): AsyncGenerator<string> {
  const text = await telling.textOf(item);
  if (text) yield line(text);
  yield line({ kind: 'event', event: { ...item, recordedAt: parseTime(item.recordedAt, '/recordedAt').start } });
}

/** The texts of a log, each told once. */
class Telling {
  private readonly told = new Set<string>();

  constructor(
    readonly client: Client,
    private readonly onGone: OnGone,
  ) {}

  /** The text that the event is the first to bring; null also where it is gone, though nobody erased it. */
  async textOf(item: CommittedEventView): Promise<ExportRecord | null> {
    const sha256 = textBroughtBy(item);
    if (sha256 === null || this.told.has(sha256)) return null;
    this.told.add(sha256);
    const id = entityOf(item.stream)?.id ?? '';
    const answer = await this.client.get(`/v1/sources/${id}/text`);
    if (answer.ok) return { kind: 'text', sha256, text: answer.text };
    if (answer.status === 410) return { kind: 'erased', sha256 };
    const { code, detail } = answer.problem();
    if (code !== 'log-altered') throw new Failure(3, `The text of ${id} cannot be had: ${detail}`);
    this.onGone(detail);
    return null;
  }
}

async function* parties(client: Client, size: number): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? { atSequence: size } : { cursor };
    const page = (await ask(client, '/v1/parties', { ...query, limit: pageSize })).json<PageView<EntryView>>();
    for (const { id } of page.items) yield id;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}
