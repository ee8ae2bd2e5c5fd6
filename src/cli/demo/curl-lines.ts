import type { Listen } from '../host.js';
import type { Terminal } from '../terminal/terminal.js';
import { asked, cell } from './question.js';

/** Three requests to paste, for the host and port that will answer them. */
export function curlLines(listen: Listen, sequence: number, out: Terminal): readonly string[] {
  const base = `http://${addressOf(listen.host)}:${listen.port}/v1`;
  const bold = out.colors.bold;
  return [
    bold('Ask yourself'),
    `  curl '${base}/stances/${cell.party}/${cell.issue}?validAt=${asked.validAt}&atSequence=${sequence}'`,
    `  curl '${base}/stances/${cell.party}/${cell.issue}/shifts'`,
    `  curl '${base}/acts?party=${cell.party}&issue=${cell.issue}&kind=threat&limit=5'`,
    '',
  ];
}

/** An address to call: one that stands for every interface answers on the loopback. */
function addressOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
