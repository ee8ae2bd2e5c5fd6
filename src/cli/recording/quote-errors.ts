import { locateQuote } from '../../domain/citations/locate-quote.js';
import { Refusal } from '../../domain/shared/refusal.js';
import type { Problem } from '../server/problem.js';
import type { Holdings } from './holdings.js';
import { isMapping, type Json } from './record-document.js';

/** What is wrong with the quotes of some content, as far as the texts can be had; the server would say the same. */
export async function quoteErrors(content: Json, pointer: string, holdings: Holdings): Promise<readonly Problem[]> {
  const citations: readonly unknown[] = Array.isArray(content['citations']) ? content['citations'] : [];
  const checked = citations.map(async (citation, index) =>
    isMapping(citation) ? quoteError(citation, `${pointer}/citations/${index}`, holdings) : null,
  );
  return (await Promise.all(checked)).filter((problem) => problem !== null);
}

async function quoteError(citation: Json, pointer: string, holdings: Holdings): Promise<Problem | null> {
  const { source, exact, prefix, suffix, start, end } = citation;
  const text = await holdings.textOf(String(source));
  if (!text || typeof exact !== 'string') return null;
  const quote = { exact, prefix: textOrNull(prefix), suffix: textOrNull(suffix) };
  try {
    locateQuote(text, { ...quote, start: numberOrNull(start), end: numberOrNull(end) }, pointer);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, detail: error.message, errors: error.errors };
    throw error;
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
