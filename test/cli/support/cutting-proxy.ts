import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Passes long answers on, each cut off in the middle of a line once so many lines are through. */
export class CuttingProxy {
  readonly asked: string[] = [];
  private readonly server: Server;

  private constructor(target: string, linesEach: number) {
    this.server = createServer((request, response) => {
      this.asked.push(request.url ?? '');
      void fetch(`${target}${request.url ?? ''}`).then(async (answer) => {
        const lines = (await answer.text()).split('\n');
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
        if (lines.length <= linesEach + 1) return void response.end(lines.join('\n'));
        const begun = (lines[linesEach] ?? '').slice(0, 40);
        response.write(`${lines.slice(0, linesEach).join('\n')}\n${begun}`, () => request.socket.destroy());
      });
    });
  }

  static async before(target: string, linesEach: number): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(target, linesEach);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
