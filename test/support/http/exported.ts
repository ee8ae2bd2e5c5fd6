import { exportedLog } from '../../../src/cli/auditing/exported-log.js';
import { Client } from '../../../src/cli/server/client.js';

/** The lines of what `demarche export --log` writes of a server. */
export async function exportedLines({ url }: { readonly url: string }): Promise<readonly string[]> {
  const client = new Client(url, { signal: new AbortController().signal });
  const lines: string[] = [];
  for await (const line of exportedLog(client, '2025-06-01', () => undefined)) lines.push(line.trimEnd());
  return lines;
}
