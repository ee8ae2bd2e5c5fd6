import type { NetworkView } from '../../application/asking/alignment-views.js';
import type { AnswerFile } from '../answers/answers.js';
import { csvOf } from './csv.js';
import { graphmlOf } from './graphml.js';

export const networkFormats = ['graphml', 'csv'] as const;
type NetworkFormat = (typeof networkFormats)[number];

export const networkMediaTypes: Readonly<Record<NetworkFormat, string>> = {
  graphml: 'application/graphml+xml; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
};

/** A network in a format that others read, to be kept as a file. */
export function networkFile(network: NetworkView, format: NetworkFormat): AnswerFile {
  const { mode, basis } = network;
  const text = format === 'csv' ? csvOf(network) : graphmlOf(network);
  return { text, type: networkMediaTypes[format], name: `${mode}-mode.${format}`, basis };
}
