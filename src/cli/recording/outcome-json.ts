import type { Denial, Fault, Outcome, Receipt } from './outcome.js';

/** An outcome as one line of NDJSON; keys that have nothing to say are left out. */
export function outcomeJson({ thing, name, id, place, result, receipt, denial, similar, note }: Outcome): string {
  const { file, line } = place;
  const outcome = result.replaceAll(' ', '-');
  const asked = { thing, name, id: id ?? undefined, outcome, file, line };
  return JSON.stringify({ ...asked, ...receiptJson(receipt), similar, ...denialJson(denial), note });
}

function receiptJson(receipt: Receipt | undefined): object {
  if (!receipt) return {};
  const { sequence, recordedAt, revision } = receipt;
  return { sequence, recordedAt, revision };
}

function denialJson(denial: Denial | undefined): object {
  if (!denial) return {};
  const { code, detail, faults, advice } = denial;
  return { code, detail, errors: faults.map(faultJson), advice: advice ?? undefined };
}

function faultJson({ place, code, detail, suggestions }: Fault): object {
  const { file, line, column } = place;
  return { file, line, column: column ?? undefined, code, detail, ...(suggestions.length > 0 ? { suggestions } : {}) };
}
