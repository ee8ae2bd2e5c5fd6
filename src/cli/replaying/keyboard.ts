import { keysIn } from './play.js';

/** An input that gives keys one by one. */
export interface Keys extends NodeJS.ReadableStream {
  setRawMode(isRaw: boolean): unknown;
}

export function hasKeys(stream: NodeJS.ReadableStream): stream is Keys {
  return 'isTTY' in stream && stream.isTTY === true && 'setRawMode' in stream;
}

/** Hears every key, Ctrl-C too, which is no signal then; gives the input back as it was. */
export class Keyboard {
  private readonly hear = (typed: Buffer | string): void => {
    for (const key of keysIn(typed.toString())) this.onKey(key);
  };

  constructor(
    private readonly keys: Keys,
    private readonly onKey: (key: string) => void,
  ) {}

  open(): void {
    this.keys.setRawMode(true);
    this.keys.on('data', this.hear).resume();
  }

  close(): void {
    this.keys.off('data', this.hear).pause();
    this.keys.setRawMode(false);
  }
}
