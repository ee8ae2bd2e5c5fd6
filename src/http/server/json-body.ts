import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../domain/shared/refusal.js';

/** A text of 1 MiB in which every character is written as an escape, and room for the rest. */
export const bodyBytesMax = 8 * 1024 * 1024;

/** Takes JSON in UTF-8 for a body, and nothing else: neither form data nor a charset that would be read as another. */
export function takeJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: bodyBytesMax },
    (request, body, done) => {
      try {
        done(null, readJson(request, Buffer.from(body)));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  );
}

function readJson({ headers }: FastifyRequest, body: Buffer): unknown {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) throw new Refusal('unsupported-media-type', 'JSON is sent in UTF-8.');
  if (body.length === 0) throw new Refusal('bad-json', 'The body is empty; this request needs a JSON object.');
  if (!isUtf8(body)) throw new Refusal('bad-json', 'The body is not UTF-8.');
  return parsed(body.toString());
}

/** A key such as `__proto__` becomes a field like any other, and is refused as one that no body has. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new Refusal('bad-json', `The body is not JSON: ${why}`);
  }
}
