import { connect } from 'node:net';

const head = 'POST /v1/parties HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{';

/** Begins a request that is never finished; gives what resolves when the server has closed the connection. */
export function beginRequest(url: string): Promise<{ readonly closed: Promise<void> }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      const closed = new Promise<void>((close) => {
        socket.once('close', () => close());
        socket.on('error', () => close());
        socket.resume();
      });
      socket.write(head, () => resolve({ closed }));
    });
  });
}
