/** One thing told in a stream. */
export interface Told {
  /** Names its shape. */
  readonly type: string;
  /** What to go on after; opaque. */
  readonly id: string;
  readonly view: object;
}

/** How a stream is written. */
export interface StreamFormat {
  readonly mediaType: string;
  /** What means nothing and shows that the connection lives; null where there is no such thing. */
  readonly heartbeat: string | null;
  write(told: Told): string;
}

/** Server-sent events, as browsers read them. */
const events: StreamFormat = {
  mediaType: 'text/event-stream; charset=utf-8',
  heartbeat: ':\n\n',
  write: ({ type, id, view }) => `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(view)}\n\n`,
};

/** A JSON document a line. */
const lines: StreamFormat = {
  mediaType: 'application/x-ndjson; charset=utf-8',
  heartbeat: null,
  write: ({ type, id, view }) => `${JSON.stringify({ type, id, ...view })}\n`,
};

/** Server-sent events for who asks for them, lines for everyone else. */
export function formatFor(accept: string | undefined): StreamFormat {
  return accept?.includes('text/event-stream') ? events : lines;
}
