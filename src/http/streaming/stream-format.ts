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
  /** What tells the client where to go on, and nothing else; null where there is no such thing. */
  mark(id: string): string | null;
  write(told: Told): string;
}

/** Server-sent events, as browsers read them. */
const events: StreamFormat = {
  mediaType: 'text/event-stream; charset=utf-8',
  heartbeat: ':\n\n',
  mark: (id) => `id: ${id}\n\n`,
  write: ({ type, id, view }) => `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(view)}\n\n`,
};

/** A JSON document a line. */
const lines: StreamFormat = {
  mediaType: 'application/x-ndjson; charset=utf-8',
  heartbeat: null,
  mark: () => null,
  write: ({ type, id, view }) => `${JSON.stringify({ type, id, ...view })}\n`,
};

const formats = { 'text/event-stream': events, 'application/x-ndjson': lines } as const;

/** The format that the client names, else the usual one. */
export function formatFor(accept = '', usual: keyof typeof formats = 'application/x-ndjson'): StreamFormat {
  if (accept.includes('text/event-stream')) return events;
  return accept.includes('application/x-ndjson') ? lines : formats[usual];
}
