import { SourceText, hasLoneSurrogates } from '../../domain/citations/source-text.js';
import type { Client } from '../server/client.js';
import type { Kind } from './references-in.js';

export type Whereabouts = 'server' | 'files' | 'nowhere';

/** What there is to refer to: what the server holds, and what the files read so far would add. */
export class Holdings {
  private readonly added = new Map<Kind, Set<string>>();
  private readonly addedTexts = new Map<string, SourceText>();
  private readonly asked = new Map<string, Promise<boolean>>();
  private readonly askedTexts = new Map<string, Promise<SourceText | null>>();

  constructor(private readonly client: Client) {}

  add(kind: Kind, id: string): void {
    this.added.set(kind, (this.added.get(kind) ?? new Set()).add(id));
  }

  addText(source: string, text: string): void {
    if (!hasLoneSurrogates(text)) this.addedTexts.set(source, new SourceText(text));
  }

  async where(kind: Kind, id: string): Promise<Whereabouts> {
    if (await this.isOnServer(kind, id)) return 'server';
    return this.added.get(kind)?.has(id) ? 'files' : 'nowhere';
  }

  namesOf(kind: Kind): Iterable<string> {
    return this.added.get(kind) ?? [];
  }

  /** Null where the text cannot be had. */
  async textOf(source: string): Promise<SourceText | null> {
    return this.addedTexts.get(source) ?? this.once(this.askedTexts, source, () => this.serverText(source));
  }

  private isOnServer(kind: Kind, id: string): Promise<boolean> {
    const path = `/v1/${kind}/${encodeURIComponent(id)}`;
    return this.once(this.asked, path, async () => (await this.client.get(path)).ok);
  }

  private async serverText(source: string): Promise<SourceText | null> {
    if (!(await this.isOnServer('sources', source))) return null;
    const answer = await this.client.get(`/v1/sources/${encodeURIComponent(source)}/text`);
    return answer.ok ? new SourceText(answer.text) : null;
  }

  private once<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
    const answer = known.get(key) ?? ask();
    known.set(key, answer);
    return answer;
  }
}
