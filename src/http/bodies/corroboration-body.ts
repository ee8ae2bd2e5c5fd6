import { Part } from '../fields/part.js';
import { CitationBody } from './citation-body.js';

/** More quotes that support an act. */
export class CorroborationBody {
  @Part(() => CitationBody, { says: 'The quotes, each new to the act.', list: true, atLeast: 1 })
  readonly citations!: readonly CitationBody[];
}
