interface ProblemDocument {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly {
    readonly pointer: string;
    readonly detail: string;
    readonly suggestions?: readonly { readonly start: number; readonly end: number; readonly exact: string }[];
  }[];
}

/** What the server answered, read to its end. */
export class Answer {
  constructor(
    readonly status: number,
    private readonly headers: Headers,
    readonly text: string,
  ) {}

  header(name: string): string | null {
    return this.headers.get(name);
  }

  get json(): Record<string, unknown> {
    return JSON.parse(this.text) as Record<string, unknown>;
  }

  get items(): readonly Record<string, unknown>[] {
    return this.json['items'] as readonly Record<string, unknown>[];
  }

  get problem(): ProblemDocument {
    return JSON.parse(this.text) as ProblemDocument;
  }

  /** Status and code of a refusal, and where it points: what most tests look at. */
  get refusal(): readonly [status: number, code: string, ...pointers: string[]] {
    const { code, errors = [] } = this.problem;
    return [this.status, code, ...errors.map(({ pointer }) => pointer)];
  }
}
