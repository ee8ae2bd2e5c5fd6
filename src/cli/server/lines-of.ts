/** The lines of a long answer, each when it has come whole; reads on only when the next one is asked for. */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun = '';
  for await (const bytes of body) {
    const [first = '', ...others] = decoder.decode(bytes, { stream: true }).split('\n');
    const last = others.pop();
    const whole = begun + first;
    if (last !== undefined) yield* [whole, ...others];
    begun = last ?? whole;
  }
}
