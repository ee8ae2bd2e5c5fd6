import { connect, type Socket } from 'node:net';

/** What the requests of one run came to. */
export interface Load {
  readonly perSecond: number;
  readonly bytesPerAnswer: number;
  /** Answers that were not of the status expected. */
  readonly others: number;
}

export interface LoadAsked {
  readonly url: string;
  readonly connections: number;
  readonly milliseconds: number;
  readonly status: number;
  /** The next request, whole. */
  next(): Buffer;
}

const headEnd = Buffer.from('\r\n\r\n');
const lengthField = /\r\ncontent-length: (\d+)\r\n/i;

/**
 * Asks over so many kept connections, each waiting for its answer before it asks again. Only as much of HTTP as such
 * answers need, so that it takes less of the machine than any server that it measures.
 */
export async function load(asked: LoadAsked): Promise<Load> {
  const { hostname, port } = new URL(asked.url);
  const counts = { answers: 0, bytes: 0, others: 0 };
  const start = performance.now();
  const isOver = (): boolean => performance.now() - start >= asked.milliseconds;
  const one = async (): Promise<void> => {
    const socket = connect(Number(port), hostname).setNoDelay(true);
    await askUntil(socket, asked, (status, length) => {
      counts.answers += 1;
      counts.bytes += length;
      if (status !== asked.status) counts.others += 1;
      return isOver();
    });
  };
  await Promise.all(Array.from({ length: asked.connections }, one));
  const seconds = (performance.now() - start) / 1000;
  const { answers, bytes, others } = counts;
  return { perSecond: answers / seconds, bytesPerAnswer: bytes / answers, others };
}

/** Sends requests until the answer to one of them says that it was the last. */
function askUntil(
  socket: Socket,
  { next }: Pick<LoadAsked, 'next'>,
  answered: (status: number, length: number) => boolean,
): Promise<void> {
  const answer = new Answer();
  return new Promise((resolve, reject) => {
    socket.on('error', reject).on('close', () => reject(new Error('the server closed a connection')));
    socket.on('data', (chunk) => {
      if (!answer.take(chunk)) return;
      const isLast = answered(answer.status, answer.length);
      answer.reset();
      if (!isLast) return void socket.write(next());
      socket.removeAllListeners('close').end();
      resolve();
    });
    socket.write(next());
  });
}

/** An answer that comes in pieces. */
class Answer {
  status = 0;
  length = 0;
  private missing = 0;
  private head: Buffer | null = null;

  /** Whether it is whole with this piece. */
  take(chunk: Buffer): boolean {
    if (this.status > 0) this.missing -= chunk.length;
    else this.takeHead(this.head ? Buffer.concat([this.head, chunk]) : chunk);
    return this.status > 0 && this.missing <= 0;
  }

  reset(): void {
    this.status = 0;
    this.head = null;
  }

  private takeHead(chunk: Buffer): void {
    const end = chunk.indexOf(headEnd);
    this.head = chunk;
    if (end < 0) return;
    const head = chunk.toString('latin1', 0, end + 2);
    this.length = Number(lengthField.exec(head)?.[1] ?? 0);
    this.status = Number(head.slice(9, 12));
    this.missing = this.length - (chunk.length - end - headEnd.length);
  }
}
