import type { Problem } from './problem.js';

/** What came back: the very bytes, and what they say. */
export class Answer {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly bytes: Uint8Array,
    /** What is still to be read of a long answer; else null. */
    readonly body: ReadableStream<Uint8Array> | null = null,
  ) {}

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  get text(): string {
    return new TextDecoder().decode(this.bytes);
  }

  /** The body as the shape that the contract promises for this call. */
  json<T>(): T {
    return JSON.parse(this.text) as T;
  }

  /** The refusal in it; something of the kind for whatever is no problem document, such as a proxy's page. */
  problem(): Problem {
    const type = this.headers.get('content-type') ?? '';
    const unexpected = { code: `http-${this.status}`, detail: `The server answered with status ${this.status}.` };
    const told = type.includes('json') ? this.json<Partial<Problem>>() : {};
    return { ...unexpected, ...told, errors: told.errors ?? [] };
  }
}
