import { Writable } from 'node:stream';

/** Keeps what a program prints. */
export class CapturedStream extends Writable {
  private readonly chunks: Buffer[] = [];

  get text(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }

  get lines(): readonly string[] {
    return this.text.trimEnd().split('\n');
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }
}
