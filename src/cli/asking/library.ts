import type { ActView } from '../../application/asking/views.js';
import { ask } from '../server/ask.js';
import type { Client, Query } from '../server/client.js';
import type { SourceEntry } from '../server/entry.js';

/** Acts and sources that a report tells about, each read once, as the log held them at one K. */
export class Library {
  private readonly acts = new Map<string, Promise<ActView>>();
  private readonly sources = new Map<string, Promise<SourceEntry>>();

  constructor(
    private readonly client: Client,
    private readonly sequence: number,
  ) {}

  act(id: string): Promise<ActView> {
    return kept(this.acts, id, () => this.read<ActView>(`/v1/acts/${encodeURIComponent(id)}`));
  }

  source(id: string): Promise<SourceEntry> {
    return kept(this.sources, id, () => this.read<SourceEntry>(`/v1/sources/${encodeURIComponent(id)}`));
  }

  private async read<T>(path: string): Promise<T> {
    const at: Query = { atSequence: this.sequence };
    return (await ask(this.client, path, at)).json<T>();
  }
}

function kept<T>(shelf: Map<string, Promise<T>>, id: string, read: () => Promise<T>): Promise<T> {
  const known = shelf.get(id);
  if (known) return known;
  const fresh = read();
  shelf.set(id, fresh);
  return fresh;
}
