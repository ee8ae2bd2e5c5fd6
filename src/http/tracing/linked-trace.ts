import type {
  Logged,
  LogEventView,
  PassageView,
  SourceChangeView,
  TracedCitationView,
  TracedContributionView,
  TracedSourceView,
  TraceView,
} from '../../application/tracing/views.js';
import type { EntityKind } from '../../domain/shared/stream.js';
import { Addresses } from './addresses.js';

/** Addresses by what they lead to. */
type Links = Readonly<Record<string, string>>;

/** A trace whose every hop says where the API answers with it, on the same basis. */
export function linkedTrace(trace: TraceView): object {
  const linker = new Linker(new Addresses(trace.basis));
  return linker.trace(trace);
}

class Linker {
  constructor(private readonly at: Addresses) {}

  trace({ party, issue, stance, framing, contributions, sources, check, basis }: TraceView): object {
    const { at } = this;
    return {
      party,
      issue,
      stance: { ...stance, links: { self: at.stance(party, issue) } },
      framing: framing && this.version('issue', framing),
      contributions: contributions.map((each) => this.contribution(each)),
      sources: sources.map((each) => this.source(each)),
      check,
      basis,
      links: { self: at.trace(party, issue), party: at.of('party', party), issue: at.of('issue', issue) },
    };
  }

  private contribution({ citations, versions, withdrawals, ...contribution }: TracedContributionView): object {
    const { act } = contribution;
    return {
      ...contribution,
      withdrawals: withdrawals.map((each) => ({ ...each, links: { self: this.at.of('act', each.act) } })),
      citations: citations.map((each) => this.citation(each)),
      versions: versions.map((each) => this.version('act', each)),
      links: { self: this.at.of('act', act), history: this.at.history('act', act) },
    };
  }

  private citation({ passage, ...citation }: TracedCitationView): object {
    const { source } = citation;
    const links: Links = { source: this.at.of('source', source), text: this.at.text(source) };
    return { ...citation, passage: this.passage(passage), links };
  }

  private passage(passage: PassageView): object {
    if (passage.state !== 'erased') return passage;
    return { ...passage, erasure: passage.erasure && this.change(passage.erasure) };
  }

  private source({ retraction, erasure, versions, ...source }: TracedSourceView): object {
    const { id } = source;
    const links: Links = {
      self: this.at.of('source', id),
      history: this.at.history('source', id),
      text: this.at.text(id),
    };
    return {
      ...source,
      retraction: retraction && this.change(retraction),
      erasure: erasure && this.change(erasure),
      versions: versions.map((each) => this.version('source', each)),
      links,
    };
  }

  private change(change: SourceChangeView): object {
    return { ...change, links: { event: this.at.event(change.sequence) } };
  }

  private version(kind: EntityKind, version: Logged<{ readonly id: string; readonly sequence: number }>): object {
    const { log, ...rest } = version;
    return { ...rest, log: this.event(log), links: { self: this.at.of(kind, rest.id, rest.sequence) } };
  }

  private event(log: LogEventView): object {
    return { ...log, links: { self: this.at.event(log.sequence) } };
  }
}
