import { locateQuote } from '../../../src/domain/citations/locate-quote.js';
import type { Quote } from '../../../src/domain/citations/quote.js';
import { SourceText } from '../../../src/domain/citations/source-text.js';
import { Refusal } from '../../../src/domain/shared/refusal.js';

/** The refusal that a quote from a text meets; undefined when it is located. */
export function refusalOfQuote(text: string, quote: Quote): Refusal | undefined {
  try {
    locateQuote(new SourceText(text), quote, '/citations/0');
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal;
    throw refusal;
  }
  return undefined;
}
