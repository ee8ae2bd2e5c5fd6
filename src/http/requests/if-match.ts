import { refuseIf } from '../../domain/shared/check.js';

/**
 * The revision that `If-Match` asks for, null for none or `*`. A weak tag never matches by the rules of HTTP, so that
 * refusing it as it is written helps more than a 412.
 * @throws Refusal `invalid`
 */
export function revisionMatched(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null;
  const found = /^"(\d{1,15})"$/.exec(header.trim());
  const detail = `If-Match takes one revision as an ETag gives it, such as "0", not ${header.slice(0, 60)}.`;
  refuseIf(found === null, 'invalid', { pointer: 'If-Match', detail });
  return Number(found?.[1]);
}
