const tags = /(?:W\/)?"([^"]*)"/g;

/** Whether `If-None-Match` names this strong ETag, by the weak comparison of HTTP, or is `*`. */
export function isKnown(header: string, etag: string): boolean {
  if (header.trim() === '*') return true;
  for (const [, tag] of header.matchAll(tags)) if (`"${tag ?? ''}"` === etag) return true;
  return false;
}
