import { MIMEType } from 'node:util';
import { NotAcceptableException } from '@nestjs/common';

/** A comma inside quotation marks separates nothing. */
const element = /(?:[^,"]|"(?:[^"\\]|\\.)*")+/g;
/** Of an offer: more quality, named more closely, named earlier. The lower each number, the better. */
type Rank = readonly [quality: number, closeness: number, order: number];

/**
 * What to answer with, of media types by name in our order of preference: that of the greatest quality in `Accept` by
 * the closest range that fits it (RFC 9110, 12.5.1); of those, that which was named most closely, then first.
 * @throws NotAcceptableException when the client takes none
 */
export function accepted<N extends string>(accept: string | undefined, offered: Readonly<Record<N, string>>): N {
  const ranges = rangesIn(accept ?? '*/*');
  let best: { readonly name: N; readonly rank: Rank } | null = null;
  for (const name in offered) {
    const rank = rankOf(new MIMEType(offered[name]), ranges);
    if (rank && (!best || isBetter(rank, best.rank))) best = { name, rank };
  }
  if (best) return best.name;
  const types = Object.values<string>(offered).join(', ');
  throw new NotAcceptableException(`This is answered as one of these media types: ${types}; name one in \`Accept\`.`);
}

/** Null when the client does not take it. */
function rankOf(offer: MIMEType, ranges: readonly MIMEType[]): Rank | null {
  const fitting = ranges.flatMap((range, order): Rank[] => {
    const closeness = closenessOf(range, offer);
    return closeness === null ? [] : [[-qualityOf(range), -closeness, order]];
  });
  const closest = Math.min(...fitting.map(([, closeness]) => closeness));
  const rank = fitting.find(([, closeness]) => closeness === closest);
  return rank && rank[0] < 0 ? rank : null;
}

function isBetter(one: Rank, other: Rank): boolean {
  const differs = one.findIndex((value, at) => value !== other[at]);
  return differs !== -1 && (one[differs] ?? 0) < (other[differs] ?? 0);
}

/** How closely the range names what is offered; null when it does not fit. */
function closenessOf({ type, subtype, params }: MIMEType, offer: MIMEType): number | null {
  if (type === '*') return subtype === '*' ? 0 : null;
  if (type !== offer.type) return null;
  if (subtype === '*') return 1;
  // All that is answered here is UTF-8.
  const given = [...params].filter(([name]) => name !== 'q' && name !== 'charset');
  const isSame = given.every(([name, value]) => offer.params.get(name) === value);
  return subtype === offer.subtype && isSame ? 2 + given.length : null;
}

/** 0 … 1; 0 is not at all. */
function qualityOf({ params }: MIMEType): number {
  const quality = Number(params.get('q') ?? 1);
  return quality >= 0 && quality <= 1 ? quality : 0;
}

/** What is no media range is passed over, and an empty list takes anything. */
function rangesIn(accept: string): readonly MIMEType[] {
  const ranges = [...accept.matchAll(element)].flatMap(([text]) => rangeIn(text));
  return ranges.length === 0 ? [new MIMEType('*/*')] : ranges;
}

function rangeIn(text: string): readonly MIMEType[] {
  try {
    return [new MIMEType(text)];
  } catch {
    return [];
  }
}
