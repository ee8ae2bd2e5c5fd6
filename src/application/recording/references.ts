import { Injectable } from '@nestjs/common';
import type { ActClaim, CitationClaim } from '../../domain/acts/act-content.js';
import type { ActReferences } from '../../domain/acts/act-references.js';
import { evolveAct } from '../../domain/acts/act.js';
import type { SourceText } from '../../domain/citations/source-text.js';
import type { Mandate } from '../../domain/parties/speaker-content.js';
import { refuseIf } from '../../domain/shared/check.js';
import { Codec } from '../../domain/shared/codec.js';
import type { ActEvent, SourceEvent } from '../../domain/shared/domain-event.js';
import type { EntityKind } from '../../domain/shared/stream.js';
import { streamOf } from '../../domain/shared/stream.js';
import { evolveSource } from '../../domain/sources/source.js';
import { Acts } from '../../ports/acts.js';
import type { CatalogueKind } from '../../ports/catalogue.js';
import { Catalogue } from '../../ports/catalogue.js';
import { EventLog } from '../../ports/event-log.js';
import { Now } from '../projecting/now.js';
import { ProjectionRunner } from '../projecting/projection-runner.js';
import { QuotableTexts } from './quotable-texts.js';

/**
 * What a decision refers to. A yes from the views is final; a no is confirmed in the log, since another node may have
 * written it and this one not yet projected it.
 */
@Injectable()
export class References {
  constructor(
    private readonly log: EventLog,
    private readonly codec: Codec,
    private readonly catalogue: Catalogue,
    private readonly acts: Acts,
    private readonly quotable: QuotableTexts,
    private readonly now: Now,
    private readonly runner: ProjectionRunner,
  ) {}

  /** Everything that a claim about an act refers to; `own` is the act's id when it is being corrected. */
  async of(claim: ActClaim, own: string | null): Promise<ActReferences> {
    const terms = claim.proposal?.terms ?? [];
    return {
      parties: await this.known('party', [claim.party, ...claim.addressees]),
      speakers: await this.known('speaker', claim.speaker === null ? [] : [claim.speaker]),
      issues: await this.known(
        'issue',
        [...claim.leanings, ...terms].map(({ issue }) => issue),
      ),
      texts: await this.texts(claim.citations),
      target: claim.inResponseTo === null ? null : await this.target(claim.inResponseTo, own),
      now: this.now.instant(),
    };
  }

  /** The texts cited, by source; a source that does not exist is left out. */
  async texts(citations: readonly Pick<CitationClaim, 'source'>[]): Promise<ActReferences['texts']> {
    const found = new Map<string, SourceText | 'erased'>();
    for (const { source } of citations) {
      const text = found.has(source) ? null : await this.textOf(source);
      if (text !== null) found.set(source, text);
    }
    return found;
  }

  /** @throws Refusal `unknown-party` */
  async assertMandates(mandates: readonly Mandate[]): Promise<void> {
    for (const [index, { party }] of mandates.entries()) {
      const detail = `There is no party \`${party}\`; register it first.`;
      const pointer = `/mandates/${String(index)}/party`;
      refuseIf(!(await this.exists('party', party)), 'unknown-party', { pointer, detail });
    }
  }

  /** @throws Refusal `unknown-issue` */
  async assertReplaced(issue: string | null): Promise<void> {
    const unknown = issue !== null && !(await this.exists('issue', issue));
    refuseIf(unknown, 'unknown-issue', { pointer: '/replaces', detail: `There is no issue \`${issue ?? ''}\`.` });
  }

  /** @throws Refusal `unknown-source` */
  async assertSource(source: string | null, pointer: string): Promise<void> {
    const unknown = source !== null && !(await this.exists('source', source));
    refuseIf(unknown, 'unknown-source', { pointer, detail: `There is no source \`${source ?? ''}\`.` });
  }

  /** Whether the erasure of this text is recorded, as far as this node knows. */
  isErased(sha256: string): boolean {
    return this.catalogue.isErased(sha256, Infinity);
  }

  private async known(kind: CatalogueKind, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const known = new Set<string>();
    for (const id of ids) if (!known.has(id) && (await this.exists(kind, id))) known.add(id);
    return known;
  }

  private async exists(kind: CatalogueKind, id: string): Promise<boolean> {
    return this.catalogue.numberOf(kind, id) !== null || (await this.load<object>(kind, id)).length > 0;
  }

  private async textOf(source: string): Promise<SourceText | 'erased' | null> {
    const sha256 =
      this.catalogue.at('source', source, Infinity)?.state.sha256 ?? (await this.sourceInLog(source))?.sha256;
    if (sha256 === undefined) return null;
    if (this.isErased(sha256)) return 'erased';
    return this.quotable.of(source, sha256);
  }

  private async sourceInLog(id: string): Promise<ReturnType<typeof evolveSource> | null> {
    const events = await this.load<SourceEvent>('source', id);
    return events.reduce<ReturnType<typeof evolveSource> | null>(evolveSource, null);
  }

  /** The act responded to, unless it was recorded after the act that responds. */
  private async target(id: string, own: string | null): Promise<ActReferences['target']> {
    const history = this.acts.history(id, Infinity);
    const events = history.length > 0 ? history.map(({ event }) => event) : await this.load<ActEvent>('act', id);
    const act = events.reduce<ReturnType<typeof evolveAct> | null>(evolveAct, null);
    if (!act || (own !== null && !(await this.precedes(id, own)))) return null;
    return { party: act.content.party };
  }

  /** Two streams do not tell which came first: what this node has not projected yet is waited for. */
  private async precedes(target: string, own: string): Promise<boolean> {
    const [first, self] = await Promise.all([
      this.runner.projected(streamOf('act', target), 0),
      this.runner.projected(streamOf('act', own), 0),
    ]);
    return first.sequence < self.sequence;
  }

  private async load<E>(kind: EntityKind, id: string): Promise<readonly E[]> {
    const events = await this.log.readStream(streamOf(kind, id));
    return events.map((event) => this.codec.decode(event) as E);
  }
}
