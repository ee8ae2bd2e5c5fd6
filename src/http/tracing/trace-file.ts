import type { TraceView } from '../../application/tracing/views.js';
import type { AnswerFile } from '../answers/answers.js';
import { annotationsOfTrace } from './annotations-of-trace.js';
import { provOfTrace } from './prov-of-trace.js';

/** What a trace is answered as, by what clients ask for in `Accept`; the first where they take anything. */
export const traceMediaTypes = {
  json: 'application/json',
  prov: 'application/provenance+json',
  annotations: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
} as const;

export type TraceFormat = keyof typeof traceMediaTypes;

/** A trace in a format that others read, to be kept as a file. */
export function traceFile(trace: TraceView, format: Exclude<TraceFormat, 'json'>): AnswerFile {
  const { party, issue, basis } = trace;
  const [told, ending] =
    format === 'prov' ? [provOfTrace(trace), 'prov.json'] : [annotationsOfTrace(trace), 'annotations.jsonld'];
  return { text: JSON.stringify(told), type: traceMediaTypes[format], name: `${party}-${issue}.${ending}`, basis };
}
