import type { Writable } from 'node:stream';

const enter = '\u001b[?1049h\u001b[?25l';
const leave = '\u001b[?25h\u001b[?1049l';

/** Takes the whole terminal, and gives it back as it was. */
export class Screen {
  private isOpen = false;

  constructor(private readonly stream: Writable) {}

  get size(): { readonly width: number; readonly height: number } {
    return { width: sizeOf(this.stream, 'columns') ?? 80, height: sizeOf(this.stream, 'rows') ?? 24 };
  }

  open(): void {
    this.isOpen = true;
    this.stream.write(enter);
  }

  /** Shows these lines and nothing else. */
  draw(lines: readonly string[]): void {
    if (this.isOpen) this.stream.write(`\u001b[H${lines.map((line) => `${line}\u001b[K`).join('\r\n')}\u001b[J`);
  }

  close(): void {
    if (this.isOpen) this.stream.write(leave);
    this.isOpen = false;
  }
}

function sizeOf(stream: object, name: 'columns' | 'rows'): number | null {
  const size: unknown = Reflect.get(stream, name);
  return typeof size === 'number' && size > 0 ? size : null;
}
