/** Documents of a stream of lines. */
export function linesIn(text: string): readonly Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

export interface ServerSentEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

/** Server-sent events, each with its three fields. */
export function eventsIn(text: string): readonly ServerSentEvent[] {
  return text.split('\n\n').flatMap((block) => {
    const fields = new Map(
      block.split('\n').map((line) => [line.split(': ')[0] ?? '', line.slice(line.indexOf(':') + 2)]),
    );
    const [id, event, data] = [fields.get('id'), fields.get('event'), fields.get('data')];
    return id === undefined || data === undefined
      ? []
      : [{ id, event: event ?? '', data: JSON.parse(data) as unknown }];
  });
}
