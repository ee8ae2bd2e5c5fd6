import type {
  SourceChangeView,
  TracedCitationView,
  TracedContributionView,
  TracedSourceView,
  TraceView,
} from '../../application/tracing/views.js';
import { Addresses } from './addresses.js';
import { type QuoteOrigin, quoteOrigins } from './quote-origins.js';
import { rootOf, vocabulary } from './vocabulary.js';
import { wordIn } from './word-in.js';

/** Code points before and after a quote, by which it is found again in other copies of the text. */
const around = 32;
const context = ['http://www.w3.org/ns/anno.jsonld', { demarche: vocabulary }] as const;

/** The quotes of a trace as a collection of Web Annotations (W3C, 2017): each says which act it is evidence of. */
export function annotationsOfTrace(trace: TraceView): object {
  return new TraceAnnotations(trace).collection();
}

class TraceAnnotations {
  private readonly at: Addresses;
  private readonly sources: ReadonlyMap<string, TracedSourceView>;

  constructor(private readonly trace: TraceView) {
    this.at = new Addresses(trace.basis, rootOf(trace.logId));
    this.sources = new Map(trace.sources.map((source) => [source.id, source]));
  }

  collection(): object {
    const { party, issue, contributions, stance } = this.trace;
    const id = this.at.trace(party, issue);
    const items = contributions.flatMap((each) => this.annotations(each));
    const acts = `${contributions.length} of ${stance.contributionsTotal}`;
    return {
      '@context': context,
      ...{ id, type: 'AnnotationCollection' },
      label: `Quotes behind the stance of ${party} on ${issue}: those of ${acts} contributing acts`,
      total: items.length,
      first: { id: `${id}#/first`, type: 'AnnotationPage', partOf: id, startIndex: 0, items },
    };
  }

  private annotations(contribution: TracedContributionView): readonly object[] {
    return quoteOrigins(contribution).map((origin) => this.annotation(contribution, origin));
  }

  /** Whole in itself, so that it can be taken out of the collection. */
  private annotation(
    { act, kind, versions }: TracedContributionView,
    { citation, version, index }: QuoteOrigin,
  ): object {
    const { recordedAt, recorder } = version.log;
    const summary = versions.findLast(({ seen }) => seen)?.summary ?? '';
    return {
      '@context': context,
      ...{ id: this.at.quote(act, version.sequence, index), type: 'Annotation', motivation: 'classifying' },
      ...{ created: recordedAt, creator: { id: this.at.recorder(recorder), name: recorder } },
      body: [
        { type: 'SpecificResource', source: this.at.of('act', act), purpose: 'classifying', 'demarche:kind': kind },
        { type: 'TextualBody', value: summary, format: 'text/plain', purpose: 'describing' },
        ...translation(citation),
      ],
      target: { type: 'SpecificResource', source: this.text(citation.source), selector: selectors(citation) },
      'demarche:counts': citation.counts,
      'demarche:passage': citation.passage.state,
    };
  }

  /** The captured text, which offsets count in; `via` is where it was published. */
  private text(id: string): object {
    const source = this.sources.get(id);
    if (!source) throw new Error(`the trace does not tell of the source ${id}`);
    const { retraction, erasure } = source;
    const [url, language] = [wordIn(source, 'url'), wordIn(source, 'language')];
    return {
      ...{ id: this.at.text(id), type: 'Text', format: 'text/plain' },
      ...(language !== null && { language }),
      ...(url !== null && { via: url }),
      'demarche:sha256': wordIn(source, 'sha256'),
      'demarche:source': { id: this.at.of('source', id) },
      ...(retraction && { 'demarche:retraction': this.change(retraction) }),
      ...(erasure && { 'demarche:erasure': this.change(erasure) }),
    };
  }

  private change({ sequence, recordedAt, recorder, reason, cause }: SourceChangeView): object {
    return {
      id: this.at.event(sequence),
      ...{ 'demarche:recordedAt': recordedAt, 'demarche:recorder': { id: this.at.recorder(recorder), name: recorder } },
      ...(reason !== null && { 'demarche:reason': reason }),
      ...(cause !== null && { 'demarche:cause': cause }),
    };
  }
}

/** Twice the same place: by its words, and by code points of the text. */
function selectors(citation: TracedCitationView): readonly object[] {
  const { exact, start, end } = citation;
  return [
    { type: 'TextQuoteSelector', exact, ...surroundings(citation) },
    { type: 'TextPositionSelector', start, end },
  ];
}

/** What was recorded with the quote, else what the text has there: as long as it has it. */
function surroundings({ prefix, suffix, passage }: TracedCitationView): object {
  const isThere = passage.state === 'present' && passage.matches;
  const before = prefix ?? (isThere ? Array.from(passage.before).slice(-around).join('') : '');
  const after = suffix ?? (isThere ? Array.from(passage.after).slice(0, around).join('') : '');
  return { ...(before !== '' && { prefix: before }), ...(after !== '' && { suffix: after }) };
}

/** Nobody verified it. */
function translation({ translation: told }: TracedCitationView): readonly object[] {
  if (!told) return [];
  const { text: value, language, by } = told;
  return [
    { type: 'TextualBody', value, language, format: 'text/plain', purpose: 'commenting', 'demarche:translatedBy': by },
  ];
}
