import { isMapping, type Json } from './record-document.js';
import { type Complaint, invalid } from './shape.js';

export interface Citing {
  readonly citations: readonly unknown[];
  readonly complaints: readonly Complaint[];
}

/** The citations of some content; those that name no source cite this one. */
export function citing({ citations }: Json, source: string | null, pointer = ''): Citing {
  const given: readonly unknown[] = Array.isArray(citations) ? citations : [];
  const filled = given.map((citation) =>
    isMapping(citation) ? { ...(source === null ? {} : { source }), ...citation } : citation,
  );
  const complaints = filled.flatMap((citation, index) => {
    if (!isMapping(citation) || typeof citation['source'] === 'string') return [];
    return invalid(`${pointer}/citations/${index}`, 'Which source? The document has none; write `source:`.');
  });
  return { citations: filled, complaints };
}
