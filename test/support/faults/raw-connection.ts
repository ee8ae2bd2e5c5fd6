import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection over which a test sends what no client library would, and reads as slowly as it likes. */
export class RawConnection {
  private received = '';

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8').on('data', (text: string) => (this.received += text));
    // A server that cuts it off is what some tests wait for.
    socket.on('error', () => undefined);
  }

  static async to(url: string): Promise<RawConnection> {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  get text(): string {
    return this.received;
  }

  get isClosed(): boolean {
    return this.socket.closed;
  }

  send(text: string): void {
    this.socket.write(text);
  }

  get(path: string): void {
    this.send(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  }

  /** A POST of which only so many bytes of the body are sent; all of them, if not said otherwise. */
  post(path: string, body: unknown, bytesSent = Infinity): void {
    const text = JSON.stringify(body);
    const length = Buffer.byteLength(text);
    const headers = `Host: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}`;
    this.send(`POST ${path} HTTP/1.1\r\n${headers}\r\n\r\n${text.slice(0, bytesSent)}`);
  }

  /** Leaves what the server sends where it is, so that the server has to wait. */
  stopReading(): void {
    this.socket.pause();
  }

  /** Goes away in the middle of whatever it is. */
  breakOff(): void {
    this.socket.resetAndDestroy();
  }
}
